import type { Report } from '../core/check.ts';
import type { Row, Source, Span, Table } from '../core/model.ts';
import { readFrontMatter } from '../core/read/front-matter.ts';
import type { Finding } from '../core/rule.ts';

/** A comment that switches a finding's rule off, to be inserted at an offset of the finding's source. */
export interface Suppression {
  readonly reach: 'line' | 'row' | 'table' | 'file';
  readonly at: number;
  /** The text before and after the reason, which is the author's to give. */
  readonly before: string;
  readonly after: string;
  /** The row that it names. */
  readonly row?: string;
}

/** How a finding can be switched off: where it stands if a comment can reach that alone, and in its whole file. */
export function* suppressionsOf(report: Report, finding: Finding): Generator<Suppression> {
  const { rule, span } = finding;
  const { source } = span;
  const { body } = readFrontMatter(source);
  const table = report.plan.tables.find((each) => holds(each.span, span));
  if (table) yield aboveTable(table, span, rule);
  else if (span.start >= body && !report.plan.contents.some((contents) => holds(contents.span, span)))
    yield* aboveLine(report, span, rule);
  const comment = opening('-file', rule);
  const eol = eolOf(source);
  yield body
    ? { reach: 'file', at: body, before: `${eol}${eol}${comment}`, after: CLOSING }
    : { reach: 'file', at: 0, before: comment, after: `${CLOSING}${eol}${eol}` };
}

const CLOSING = ' -->';

function opening(kind: string, ...words: readonly string[]): string {
  return `<!-- planlint-disable${kind} ${words.join(' ')} -- `;
}

/** No comment can stand within a table: it goes above its caption, and names the row. */
function aboveTable(table: Table, span: Span, rule: string): Suppression {
  const { source } = span;
  const row = table.rows.find((each) => holds(each.span, span));
  const name = row && nameOf(row, table);
  const eol = eolOf(source);
  return {
    reach: name ? 'row' : 'table',
    at: lineStart(source, (table.caption ?? table).span.start),
    before: opening('-table', rule, ...(name ? [name] : [])),
    after: `${CLOSING}${eol}${eol}`,
    ...(name && { row: name }),
  };
}

/** Words by which a directive tells its row from the others; it holds no spaces and commas, and what looks like a rule is one. */
function nameOf(row: Row, { head, rows }: Table): string | undefined {
  const named = row.cells[head.findIndex(({ column }) => column === 'name')];
  const cell = [named, ...row.cells].find((each) => each && /\p{Script=Han}/u.test(each.value));
  if (!cell) return undefined;
  const { source, start, end } = cell.span;
  const whole = source.text.slice(start, end);
  const words = [whole.replace(/[（(][^（）()]*[）)]$/, ''), ...whole.split(/[\s,，、>（）()*]+/), whole].filter(
    (word) => word && !/[\s,，、>]|^[a-z*-]/.test(word),
  );
  const count = (word: string) => rows.filter(({ span }) => textOf(span).includes(word)).length;
  return words.find((word) => count(word) === 1) ?? words[0];
}

/** Above a line that opens a block; the lines of one paragraph must stay together, so there it ends the line before. */
function* aboveLine({ plan }: Report, span: Span, rule: string): Generator<Suppression> {
  const { source } = span;
  const { text } = source;
  const at = lineStart(source, span.start);
  const lineEnd = endOfLine(text, span.start);
  const [marks = ''] = /^[ \t>]*/.exec(text.slice(at, lineEnd)) ?? [];
  const line = text.slice(at + marks.length, lineEnd);
  const previous = text.slice(lineStart(source, at - 1), Math.max(0, at - 1)).trimEnd();
  const said = previous.replace(/^[ \t>]*/, '');
  if (line.startsWith('|') && said.includes('|')) return;
  const before = opening('-next-line', rule);
  const opens =
    said === '' ||
    (marks.includes('>') && !previous.includes('>')) ||
    /^#|-->$/.test(said) ||
    /^(?:#|[-+*][ \t]|\d{1,9}[.)][ \t])/.test(line) ||
    plan.boxes.some(({ items }) =>
      items.some((item) => item.span.source === source && item.span.start === at + marks.length),
    );
  if (!opens) {
    yield { reach: 'line', at: lineStart(source, at - 1) + previous.length, before: ` ${before}`, after: CLOSING };
    return;
  }
  const eol = eolOf(source);
  // Before a quote's first line, not in it: a box is known by its first paragraph.
  const prefix = marks.includes('>') && !previous.includes('>') ? '' : marks;
  const blank = said === '' ? `${prefix.trimEnd()}${eol}` : '';
  yield { reach: 'line', at, before: prefix + before, after: `${CLOSING}${eol}${blank}` };
}

function holds({ source, start, end }: Span, inner: Span): boolean {
  return source === inner.source && start <= inner.start && inner.start < end;
}

function lineStart({ text }: Source, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function endOfLine(text: string, offset: number): number {
  const end = text.slice(offset).search(/[\r\n]/);
  return end < 0 ? text.length : offset + end;
}

function textOf({ source, start, end }: Span): string {
  return source.text.slice(start, end);
}

function eolOf({ text }: Source): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
