import { severityWord } from '../../core/say.ts';
import { type Checked, type Closing, counted, type Entry, type Location } from '../outcome.ts';
import { sayEntry, sayLocation, saySummary } from './words.ts';

/** A table to paste into a review, and the closing sentence. */
export async function* markdown(checked: AsyncIterable<Checked>, closing: Closing): AsyncGenerator<string> {
  let head = '| 位置 | 级别 | 问题 | 规则 |\n|---|---|---|---|\n';
  for await (const file of checked)
    for (const entry of counted(file)) {
      yield `${head}${row(entry)}`;
      head = '';
    }
  yield `${head ? '' : '\n'}${saySummary(closing)}\n`;
}

function row(entry: Entry & Location): string {
  const cells = [sayLocation(entry), severityWord[entry.severity], sayEntry(entry), entry.rule];
  return `| ${cells.map(literal).join(' | ')} |\n`;
}

/** Text that reads in a table's cell as it stands, whatever Markdown would make of it. */
function literal(text: string): string {
  return text.replace(/[\\`*_[\]<>&|~$]/g, '\\$&').replaceAll('\n', '<br>');
}
