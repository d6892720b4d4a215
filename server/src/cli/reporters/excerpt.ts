import { columnsOf, widthOf } from '../../core/width.ts';
import { plain } from './words.ts';

/** A line of the draft, cut to the room there is, and where in it the marks go. Widths are terminal columns. */
export interface Excerpt {
  readonly text: string;
  readonly indent: number;
  readonly length: number;
}

/** As many characters as fit; with `…` where some did not. */
function trim(chars: readonly string[], room: number): string[] {
  let width = 0;
  const kept: string[] = [];
  for (const char of chars) {
    width += columnsOf(char);
    if (width > room) return [...kept.slice(0, -1), '…'];
    kept.push(char);
  }
  return kept;
}

/** Shows `line` from `start` to `end` (offsets in the line) with what stands around it, in at most `room` columns. */
export function excerpt(line: string, start: number, end: number, room: number): Excerpt {
  // A line may be megabytes long: no more of it is looked at than could be shown.
  const before = Array.from(plain(line.slice(Math.max(0, start - 2 * room), start)).trimStart());
  const after = Array.from(plain(line.slice(end, end + 2 * room)).trimEnd());
  const marked = trim(Array.from(plain(line.slice(start, Math.min(end, start + 2 * room)))), room - 4).join('');
  const rest = room - widthOf(marked);
  const left = Math.max(Math.floor(rest / 2), rest - widthOf(after.join('')));
  const head = trim(before.reverse(), left).reverse().join('');
  const tail = trim(after, rest - widthOf(head)).join('');
  return { text: head + marked + tail, indent: widthOf(head), length: Math.max(1, widthOf(marked)) };
}
