import type { Span } from '../../core/model.ts';

/** Words as they are, set off, or leading to a place. */
export type Words = string | { readonly strong: string } | { readonly words: string; readonly to: Span };
export type Line = readonly Words[];

/** What is told of something in a few lines; a table in its own Markdown. */
export type Block = { readonly line: Line } | { readonly list: readonly Line[] } | { readonly table: string };
export type Card = readonly Block[];

/** A text as it is written, but for markup and line breaks, cut where a reader has had enough of it. */
export function excerpt({ source, start, end }: Span, length: number): string {
  const text = source.text
    .slice(start, Math.min(end, start + 4 * length))
    .replace(/\r?\n[ \t]*(?:>[ \t]?)*/g, '')
    .replace(/\*+|\[\^[^\]\n]{1,60}\]/g, '')
    .trim();
  return text.length > length ? `${text.slice(0, length)}……` : text;
}
