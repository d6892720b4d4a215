import { barsOf } from '../bars.ts';
import { clean, place } from '../clean.ts';
import type { Phrase, Source } from '../model.ts';

export interface GridLine {
  readonly start: number;
  readonly end: number;
  readonly cells: readonly Phrase[];
}

/** The lines of a table, cut at every bar that is not escaped; a cell's span is its text without the space around it. */
export function readGrid(source: Source, start: number, end: number): GridLine[] {
  const lines: GridLine[] = [];
  for (let at = start; at < end; ) {
    let stop = at;
    while (stop < end && source.text[stop] !== '\n' && source.text[stop] !== '\r') stop++;
    if (stop > at) lines.push(readLine(source, at, stop));
    at = stop + 1;
  }
  return lines;
}

export function isDelimiter(line: GridLine | undefined): boolean {
  return !!line && line.cells.length > 0 && line.cells.every(({ value }) => /^:?-+:?$/.test(value));
}

function readLine(source: Source, from: number, to: number): GridLine {
  const { text } = source;
  let start = from;
  let end = to;
  while (start < end && /[ \t>]/.test(text[start] ?? '')) start++;
  while (end > start && /[ \t]/.test(text[end - 1] ?? '')) end--;
  const bars = barsOf(text, start, end);
  if (bars[0] !== start) bars.unshift(start - 1);
  if (bars.at(-1) !== end - 1) bars.push(end);
  const cells: Phrase[] = [];
  for (let at = 1; at < bars.length; at++) cells.push(cell(source, (bars[at - 1] ?? 0) + 1, bars[at] ?? 0));
  return { start, end, cells };
}

function cell(source: Source, from: number, to: number): Phrase {
  const written = clean(source, from, to);
  const { text } = written;
  const span = text ? place(written, 0, text.length) : { source, start: from, end: to };
  return { value: text, span: widen(span, from, to) };
}

/** Takes in the marks at the cell's ends (`**3.5**`), which cleaning has left out, but no white space. */
function widen(span: { source: Source; start: number; end: number }, from: number, to: number): Phrase['span'] {
  let { start, end } = span;
  while (start > from && !/\s/.test(span.source.text[start - 1] ?? '')) start--;
  while (end < to && !/\s/.test(span.source.text[end] ?? '')) end++;
  return { source: span.source, start, end };
}
