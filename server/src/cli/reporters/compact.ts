import { severityWord } from '../../core/say.ts';
import type { Checked } from '../outcome.ts';
import { plain } from './words.ts';

/** One line a finding, for other programs and for grep. */
export async function* compact(checked: AsyncIterable<Checked>): AsyncGenerator<string> {
  for await (const { file, findings } of checked)
    for (const { line, column, severity, message, rule, suppressed } of findings)
      if (suppressed === null)
        yield `${file}:${line}:${column}: ${severityWord[severity]} ${plain(message)} [${rule}]\n`;
}
