import type { Severity } from '../../core/rule.ts';
import { type Checked, counted, type Entry } from '../outcome.ts';
import { sayEntry } from './words.ts';
import { element } from './xml.ts';

const severity: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'info',
  hint: 'info',
};

/** The XML of Checkstyle, which Jenkins and many review tools read. */
export async function* checkstyle(checked: AsyncIterable<Checked>): AsyncGenerator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n';
  for await (const file of checked) {
    const errors = counted(file).map((entry) => `  ${errorOf(entry)}\n`);
    yield `${element('file', { name: file.file }, `\n${errors.join('')}`)}\n`;
  }
  yield '</checkstyle>\n';
}

function errorOf(entry: Entry): string {
  return element('error', {
    line: entry.line,
    column: entry.column,
    severity: severity[entry.severity],
    message: sayEntry(entry),
    source: `planlint.${entry.rule}`,
  });
}
