import { fold } from './fold.ts';
import type { Source, Span, Written } from './model.ts';

/** Emphasis, code marks, footnote calls, comments, tags, escapes, quote marks at line starts, white space. */
const MARKUP =
  /\*+|`+|\[\^[^\]\n]{1,60}\]|<!--(?:[^-]|-(?!->)){0,4000}-->|<\/?[A-Za-z][^<>\n]{0,200}>|\\(?=[!-/:-@[-`{-~])|[ \t\r\n]+(?:>[ \t]*)*/g;
const WORD = /[A-Za-z0-9]/;

/** The slice of a source as it is to be understood. White space stays only between two Latin words. */
export function clean(source: Source, start: number, end: number): Written {
  const raw = fold(source.text.slice(start, end));
  const offsets: number[] = [];
  let text = '';
  const keep = (from: number, to: number) => {
    text += raw.slice(from, to);
    for (let at = from; at < to; at++) offsets.push(start + at);
  };
  let last = 0;
  for (const match of raw.matchAll(MARKUP)) {
    keep(last, match.index);
    last = match.index + match[0].length;
    const space = /^\s/.test(match[0]) && WORD.test(text.at(-1) ?? '') && WORD.test(raw[last] ?? '');
    if (space) {
      text += ' ';
      offsets.push(start + match.index);
    }
  }
  keep(last, raw.length);
  return { source, text, offsets };
}

/** Where the units [start, end) of a cleaned text stand in the source; an empty run is an empty span. */
export function place(written: Written, start: number, end: number): Span {
  const { source, offsets } = written;
  const from = offsets[Math.min(start, offsets.length - 1)] ?? 0;
  return { source, start: from, end: end > start ? (offsets[end - 1] ?? from) + 1 : from };
}

/** The span without the white space at its ends. */
export function trimmed(source: Source, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(source.text[from] ?? '')) from++;
  while (to > from && /\s/.test(source.text[to - 1] ?? '')) to--;
  return { source, start: from, end: to };
}
