import { createHash } from 'node:crypto';
import type { Severity } from '../../core/rule.ts';
import { type Checked, counted, type Entry, type Location } from '../outcome.ts';
import { plain } from './words.ts';

const severity: Readonly<Record<Severity, string>> = {
  error: 'major',
  warning: 'minor',
  information: 'info',
  hint: 'info',
};

/** A code quality report, which GitLab compares with that of the target branch. */
export async function* gitlab(checked: AsyncIterable<Checked>): AsyncGenerator<string> {
  let divider = '[\n';
  for await (const file of checked)
    for (const entry of counted(file)) {
      yield `${divider}${JSON.stringify(violation(entry))}`;
      divider = ',\n';
    }
  yield divider === '[\n' ? '[]\n' : '\n]\n';
}

function violation(entry: Entry & Location) {
  return {
    description: plain(entry.message),
    check_name: entry.rule,
    // GitLab takes no two findings of one fingerprint, in whatever files they stand.
    fingerprint: createHash('sha256').update(`${entry.file}\n${entry.fingerprint}`).digest('hex'),
    severity: severity[entry.severity],
    location: { path: entry.file, lines: { begin: entry.line, end: entry.endLine } },
  };
}
