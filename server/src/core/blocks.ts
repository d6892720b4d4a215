/** A piece of a source that Markdown reads the same alone as in its place. */
export interface Piece {
  readonly start: number;
  readonly end: number;
}

/** A fence of backticks has none behind it. */
const FENCE = /^ {0,3}(`{3,}(?![^\n]*`)|~{3,})/;
const LIST_ITEM = /^(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)/;
const TAG = /^ {0,3}<[/A-Za-z]/;
/** HTML that runs on over blank lines, and what ends it. */
const RAW_HTML: readonly (readonly [RegExp, RegExp])[] = [
  [/^ {0,3}<!--/, /-->/],
  [/^ {0,3}<(?:script|pre|style|textarea)(?:[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^ {0,3}<\?/, /\?>/],
  [/^ {0,3}<!\[CDATA\[/, /\]\]>/],
  [/^ {0,3}<![A-Za-z]/, />/],
];

/**
 * Cuts a text from an offset on at blank lines before a line that stands at the margin and opens no list item, outside
 * fences and raw HTML. Cutting less would be right too; cutting here never changes what a piece means, but for link and
 * footnote definitions in another piece, on which no reader relies.
 */
export function cut(text: string, from: number): Piece[] {
  const pieces: Piece[] = [];
  let start = from;
  let end = from;
  let blank = true;
  let fence = '';
  let depth = 0;
  let tag = false;
  let certain = true;
  let html: RegExp | undefined;
  for (let at = from; at < text.length; ) {
    let stop = at;
    while (stop < text.length && text[stop] !== '\n' && text[stop] !== '\r') stop++;
    const next = stop + (text[stop] === '\r' && text[stop + 1] === '\n' ? 2 : 1);
    const line = text.slice(at, Math.min(stop, at + 400));
    const empty = !/[^ \t]/.test(line);
    // A fence or HTML in a list item may end with the item at a line of less indent, or not: from here on nothing is cut.
    if ((fence || html) && !empty && indentOf(line) < depth) certain = false;
    if (certain && blank && !empty && !fence && !html && !/^[ \t]/.test(line) && !LIST_ITEM.test(line)) {
      if (end > start) pieces.push({ start, end });
      start = at;
    }
    if (!empty) {
      end = stop;
      const mark = html ? undefined : FENCE.exec(line)?.[1];
      if (!fence && !html) depth = indentOf(line);
      // Up to the next blank line a tag may take a fence for HTML, or not.
      tag = !fence && !html && (tag || TAG.test(line));
      if (tag && mark) certain = false;
      if (html) html = html.test(text.slice(at, stop)) ? undefined : html;
      else if (fence) {
        if (mark && mark[0] === fence[0] && mark.length >= fence.length && line.trim() === mark) fence = '';
      } else if (mark) fence = mark;
      else html = openHtml(text.slice(at, stop));
    }
    tag = tag && !empty;
    blank = empty;
    at = next;
  }
  if (end > start) pieces.push({ start, end });
  return pieces;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function openHtml(line: string): RegExp | undefined {
  if (!/^ {0,3}</.test(line)) return undefined;
  const found = RAW_HTML.find(([open]) => open.test(line));
  if (!found) return undefined;
  const body = line.slice(line.indexOf('<') + 2);
  return found[1].test(body) ? undefined : found[1];
}
