import type { Severity } from '../../core/rule.ts';
import { type Checked, counted, type Entry, type Location } from '../outcome.ts';
import { sayEntry } from './words.ts';

const command: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** Workflow commands, from which GitHub Actions makes annotations beside the lines of a pull request. */
export async function* github(checked: AsyncIterable<Checked>): AsyncGenerator<string> {
  for await (const file of checked)
    for (const entry of counted(file)) {
      const properties = Object.entries(propertiesOf(entry)).map(([name, value]) => `${name}=${property(`${value}`)}`);
      yield `::${command[entry.severity]} ${properties.join(',')}::${data(sayEntry(entry))}\n`;
    }
}

/** GitHub takes columns only where the finding ends on the line on which it begins. */
function propertiesOf({ file, line, column, endLine, endColumn, rule }: Entry & Location) {
  const columns = line === endLine ? { col: column, endColumn } : {};
  return { file, line, endLine, ...columns, title: `PlanLint ${rule}` };
}

function data(text: string): string {
  return text.replace(/[%\r\n]/g, encoded);
}

function property(text: string): string {
  return text.replace(/[%\r\n:,]/g, encoded);
}

function encoded(mark: string): string {
  return `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
