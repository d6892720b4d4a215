import { barsOf } from '../core/bars.ts';
import type { Span } from '../core/model.ts';
import type { Edit } from '../core/rule.ts';
import { widthOf } from '../core/width.ts';

/** A longer text stands as it is and makes its column no wider: nobody reads a table in which one remark pads every row. */
const WIDEST = 40;
/** What `:-:` takes. */
const NARROWEST = 3;

/** One cell of a line, without the spaces around it. */
interface Cell {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly cells: readonly Cell[];
  /** Of the cells' divisions, the outer ones first and last: where a bar stands, or -1 where the line leaves it out. */
  readonly bars: readonly number[];
}

/**
 * The edits that align a table's columns. They change the spaces around bars, the dashes of the delimiter row, and add outer
 * bars; never a cell's text or the number of cells. `grid` begins where the table's first line does.
 */
export function formatTable(grid: Span): Edit[] {
  const lines = linesOf(grid);
  const [head, delimiter] = lines;
  if (!head || !delimiter?.cells.every(({ text }) => /^:?-+:?$/.test(text))) return [];
  const rows = lines.filter((line) => line !== delimiter);
  const widths = [...rows, delimiter].reduce<number[]>((most, { cells }) => {
    for (const [column, { text }] of cells.entries()) {
      const width = text === '' || cells === delimiter.cells ? 0 : widthOf(text);
      most[column] = Math.max(most[column] ?? NARROWEST, width > WIDEST ? 0 : width);
    }
    return most;
  }, []);
  const layout = widths.map(
    (width, column): Column => ({ width, marks: marksOf(delimiter.cells[column]?.text ?? '') }),
  );
  const rule = `| ${delimiter.cells.map((_, column) => ruleOf(layout[column])).join(' | ')} |`;
  return [
    ...rows.flatMap((row) => [...align(row, layout, grid)]),
    ...write(grid, delimiter.start, delimiter.end, rule),
  ];
}

interface Column {
  readonly width: number;
  /** The colons of the delimiter row: '' or ':' on the left, on the right. */
  readonly marks: readonly [left: string, right: string];
}

const marksOf = (text: string): Column['marks'] => [text.startsWith(':') ? ':' : '', /-:$/.test(text) ? ':' : ''];

function ruleOf({ width, marks: [left, right] }: Column = { width: NARROWEST, marks: ['', ''] }): string {
  return left + '-'.repeat(width - left.length - right.length) + right;
}

function* write({ source }: Span, start: number, end: number, newText: string): Generator<Edit> {
  if (source.text.slice(start, end) !== newText) yield { span: { source, start, end }, newText };
}

function* align({ start, end, cells, bars }: Line, layout: readonly Column[], grid: Span): Generator<Edit> {
  for (const [column, cell] of cells.entries()) {
    const { width, marks } = layout[column] ?? { width: 0, marks: ['', ''] };
    const room = Math.max(0, width - widthOf(cell.text));
    const before = marks[1] ? (marks[0] ? Math.floor(room / 2) : room) : 0;
    const [left = -1, right = -1] = [bars[column], bars[column + 1]];
    const [from, lead] = left < 0 ? [start, '| '] : [left + 1, ' '];
    const [to, tail] = right < 0 ? [end, ' |'] : [right, ' '];
    const [space, rest] = [lead + ' '.repeat(before), ' '.repeat(room - before) + tail];
    // Two edits that meet in one place would leave it to the editor which comes first.
    if (cell.text === '') yield* write(grid, from, to, space + rest);
    else {
      yield* write(grid, from, cell.start, space);
      yield* write(grid, cell.end, to, rest);
    }
  }
  const last = bars.at(-1) ?? -1;
  if (last >= 0) yield* write(grid, last + 1, end, '');
}

/** The lines that hold a bar, each from behind its quote marks and indent to where it ends. */
function linesOf({ source: { text }, start, end }: Span): Line[] {
  const lines: Line[] = [];
  let at = start;
  while (at < end) {
    const from = at + (/^[ \t>]*/.exec(text.slice(at, end))?.[0].length ?? 0);
    let stop = from;
    while (stop < text.length && text[stop] !== '\n' && text[stop] !== '\r') stop++;
    const line = lineOf(text, from, stop);
    if (line) lines.push(line);
    at = stop + 1;
  }
  return lines;
}

function lineOf(text: string, start: number, end: number): Line | undefined {
  const to = withoutSpace(text, start, end).end;
  const inner = barsOf(text, start, to);
  if (inner.length === 0 || to - start < 2) return undefined;
  const bars = [...(inner[0] === start ? [] : [-1]), ...inner, ...(inner.at(-1) === to - 1 ? [] : [-1])];
  const cells = bars.slice(1).map((right, index): Cell => {
    const left = bars[index] ?? -1;
    return withoutSpace(text, left < 0 ? start : left + 1, right < 0 ? to : right);
  });
  return { start, end, cells, bars };
}

/** The part of a line between its first and its last character that is no space; where there is none it is empty. */
function withoutSpace(text: string, from: number, to: number): Cell {
  const blank = (at: number) => text[at] === ' ' || text[at] === '\t';
  let [start, end] = [from, to];
  while (start < end && blank(start)) start++;
  while (end > start && blank(end - 1)) end--;
  return { start, end, text: text.slice(start, end) };
}
