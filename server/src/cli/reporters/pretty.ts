import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import colors from 'picocolors';
import type { Severity } from '../../core/rule.ts';
import { severityWord } from '../../core/say.ts';
import type { Host } from '../host.ts';
import type { Checked, Entry, Location, Summary } from '../outcome.ts';
import { excerpt } from './excerpt.ts';
import { plain } from './words.ts';

/** For a person at a terminal: each finding with its source line, the places it is about, and a closing sentence. */
export async function* pretty(
  checked: AsyncIterable<Checked>,
  summary: () => Summary,
  host: Host,
): AsyncGenerator<string> {
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
  const place = ({ file, line, column }: Location) => {
    return link(`${file}:${line}:${column}`, pathToFileURL(resolve(host.folder, file)));
  };
  const told = ({ file, lines }: Checked, entry: Entry) => {
    const at = { ...entry, file };
    const mark = paint[entry.severity];
    const word = color.bold(mark(severityWord[entry.severity]));
    const head = `${color.underline(place(at))} ${word} ${plain(entry.message)} ${color.dim(ruleLink(entry.rule))}\n`;
    const related = entry.related.map(
      (note) =>
        `${' '.repeat(7)}相关 ${color.underline(place(note))} ${plain(note.message)}\n${source(note, lines, color.dim)}`,
    );
    const fix = entry.fix ? `${' '.repeat(7)}修改 ${color.green(plain(entry.fix.title))}\n` : '';
    return `${head}${source(at, lines, mark)}${related.join('')}${fix}\n`;
  };

  for await (const file of checked)
    for (const entry of file.findings) if (entry.suppressed === null) yield told(file, entry);
  yield `${color.bold(sentence(summary()))}\n`;
}

function sentence({ files, errors, warnings, informations, hints, suppressed }: Summary): string {
  const counts = Object.entries({ 错误: errors, 警告: warnings, 提示: informations, 建议: hints })
    .filter(([, count]) => count > 0)
    .map(([word, count]) => `${word}${count}处`);
  const total = errors + warnings + informations + hints;
  const found = total ? `发现${total}处问题（${counts.join('，')}）` : '没有发现问题';
  const quiet = suppressed ? `；另有${suppressed}处已在文中注明不查` : '';
  return files ? `共检查${files}个文件，${found}${quiet}。` : '没有找到规划文稿。';
}
