import { severityWord } from '../../core/say.ts';
import { type Checked, counted } from '../outcome.ts';
import { plain, sayLocation } from './words.ts';

/** One line a finding, for other programs and for grep. */
export async function* compact(checked: AsyncIterable<Checked>): AsyncGenerator<string> {
  for await (const file of checked)
    for (const entry of counted(file))
      yield `${sayLocation(entry)}: ${severityWord[entry.severity]} ${plain(entry.message)} [${entry.rule}]\n`;
}
