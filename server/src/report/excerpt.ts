import { placeAt, startsOf } from '../core/lines.ts';
import type { Span } from '../core/model.ts';

/** A piece of a draft's line: what is meant, and what stands around it. */
export interface Excerpt {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

/** In code units: enough to know the sentence by. */
const AROUND = 60;
const MARKED = 160;
/** What a line begins with before its text does: a quote, a row, a heading, an item. */
const FURNITURE = /^(?:[\s>|#]|[-+*](?=\s))+/;

/** Shows a span within its line; of one that runs on, as much as stands in its first line. */
export function excerptOf({ source, start, end }: Span): Excerpt {
  const { text } = source;
  const starts = startsOf(source);
  const { line } = placeAt(starts, start);
  const from = starts[line - 1] ?? 0;
  const to = from + text.slice(from, starts[line]).trimEnd().length;
  const last = Math.max(start, Math.min(end, to, start + MARKED));
  const left = Math.max(from, start - AROUND);
  const right = Math.min(Math.max(to, last), last + AROUND);
  const before = whole(text.slice(left, start));
  const marked = whole(text.slice(start, last));
  const after = whole(text.slice(last, right));
  return {
    before: left > from ? `…${before}` : before.replace(FURNITURE, ''),
    marked: last < end ? `${marked.trimEnd()}…` : marked,
    after: right < to ? `${after}…` : after.replace(/[\s|]+$/, ''),
  };
}

/** Without the half of a character that a cut left at an end. */
function whole(text: string): string {
  return text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
}
