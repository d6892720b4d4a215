import { fold } from './fold.ts';
import type { Source, Span, Written } from './model.ts';

/** Emphasis, code marks, footnote calls, comments, tags, escapes, quote marks at line starts, white space. */
const MARKUP =
  /\*+|`+|\[\^[^\]\n]{1,60}\]|<!--(?:[^-]|-(?!->)){0,600}-->|<\/?[A-Za-z][^<>\n]{0,200}>|\\(?=[!-/:-@[-`{-~])|[ \t\r\n]+(?:>[ \t]*)*/g;
const WORD = /[A-Za-z0-9]/;

/** The slice of a source as it is to be understood. White space stays only between two Latin words. */
export function clean(source: Source, start: number, end: number): Written {
  const raw = fold(source.text.slice(start, end));
  const pieces: { at: number; from: number }[] = [];
  let text = '';
  let last = 0;
  const keep = (to: number) => {
    if (to > last) pieces.push({ at: text.length, from: start + last });
    text += raw.slice(last, to);
  };
  for (const { 0: mark, index } of raw.matchAll(MARKUP)) {
    keep(index);
    last = index + mark.length;
    if (!/^\s/.test(mark) || !WORD.test(text.at(-1) ?? '') || !WORD.test(raw[last] ?? '')) continue;
    pieces.push({ at: text.length, from: start + index });
    text += ' ';
  }
  keep(raw.length);
  if (!pieces.length) pieces.push({ at: 0, from: start });
  return { source, text, pieces };
}

/** Where a unit of a cleaned text stands in the source. */
export function offsetAt({ pieces }: Written, at: number): number {
  let low = 0;
  for (let high = pieces.length; high - low > 1; ) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.at ?? 0) <= at) low = middle;
    else high = middle;
  }
  const piece = pieces[low];
  return piece ? piece.from + at - piece.at : 0;
}

/** Where the units [start, end) of a cleaned text stand in the source; an empty run is an empty span. */
export function place(written: Written, start: number, end: number): Span {
  const from = offsetAt(written, start);
  return { source: written.source, start: from, end: end > start ? offsetAt(written, end - 1) + 1 : from };
}

/** The span without the white space at its ends. */
export function trimmed(source: Source, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(source.text[from] ?? '')) from++;
  while (to > from && /\s/.test(source.text[to - 1] ?? '')) to--;
  return { source, start: from, end: to };
}
