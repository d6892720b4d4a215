import type { Checked, Closing, Entry, Summary } from '../outcome.ts';

type Printed = Omit<Entry, 'fingerprint' | 'baseline'>;

/** What `--format json` prints. A change of shape raises `version`. */
export interface Outcome {
  readonly version: 1;
  readonly files: readonly { readonly file: string; readonly findings: readonly Printed[] }[];
  readonly summary: Summary;
}

/** The findings as JSON, one file after the other: an `Outcome` when all has been printed. */
export async function* json(checked: AsyncIterable<Checked>, { summary }: Closing): AsyncGenerator<string> {
  yield '{\n  "version": 1,\n  "files": [';
  let divider = '\n';
  for await (const { file, findings } of checked) {
    const printed = findings.map(({ fingerprint: _, baseline: __, ...entry }): Printed => entry);
    yield `${divider}    ${indented({ file, findings: printed }, '    ')}`;
    divider = ',\n';
  }
  yield `${divider === '\n' ? '' : '\n  '}],\n  "summary": ${indented(summary(), '  ')}\n}\n`;
}

function indented(value: object, by: string): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${by}`);
}
