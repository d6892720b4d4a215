import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import colors from 'picocolors';
import type { Severity } from '../../core/rule.ts';
import { severityWord } from '../../core/say.ts';
import type { Host } from '../host.ts';
import { type Checked, type Closing, counted, type Entry, type Location } from '../outcome.ts';
import { excerpt } from './excerpt.ts';
import { plain, sayLocation, saySummary } from './words.ts';

/** For a person at a terminal: each finding with its source line, the places it is about, and a closing sentence. */
export async function* pretty(checked: AsyncIterable<Checked>, closing: Closing, host: Host): AsyncGenerator<string> {
  const color = colors.createColors(host.colors);
  const paint: Readonly<Record<Severity, (text: string) => string>> = {
    error: color.red,
    warning: color.yellow,
    information: color.blue,
    hint: color.cyan,
  };
  const room = Math.max(40, Math.min(host.width, 120) - 9);

  const source = (place: Location, lines: Checked['lines'], mark: (text: string) => string) => {
    const line = lines[`${place.file}:${place.line}`] ?? '';
    const end = place.endLine === place.line ? place.endColumn - 1 : line.length;
    const { text, indent, length } = excerpt(line, place.column - 1, end, room);
    const number = color.dim(`${String(place.line).padStart(6)} │`);
    return `${number} ${text}\n${color.dim(`${' '.repeat(6)} │`)} ${' '.repeat(indent)}${mark('^'.repeat(length))}\n`;
  };
  const link = (text: string, url: string | URL) =>
    host.links ? `\u001b]8;;${url}\u0007${text}\u001b]8;;\u0007` : text;
  const ruleLink = (rule: string) => link(rule, new URL(`${rule}.md`, host.pages[0]));
  const place = (location: Location) =>
    color.underline(link(sayLocation(location), pathToFileURL(resolve(host.folder, location.file))));
  const told = (entry: Entry & Location, lines: Checked['lines']) => {
    const mark = paint[entry.severity];
    const word = color.bold(mark(severityWord[entry.severity]));
    const head = `${place(entry)} ${word} ${plain(entry.message)} ${color.dim(ruleLink(entry.rule))}\n`;
    const related = entry.related.map(
      (note) => `${' '.repeat(7)}相关 ${place(note)} ${plain(note.message)}\n${source(note, lines, color.dim)}`,
    );
    const fix = entry.fix ? `${' '.repeat(7)}修改 ${color.green(plain(entry.fix.title))}\n` : '';
    return `${head}${source(entry, lines, mark)}${related.join('')}${fix}\n`;
  };

  for await (const file of checked) for (const entry of counted(file)) yield told(entry, file.lines);
  yield `${color.bold(saySummary(closing))}\n`;
}
