import type { Plan, Source } from './model.ts';

/** A source as the rules of text/ read it. Every text has the source's length: offsets are the source's own. */
export interface Body {
  readonly source: Source;
  /** Front matter, code, comments, tags, addresses, formulas and footnote calls replaced by `BLANK`. */
  readonly text: string;
  /** Without what stands inside 《》 as well: titles are quoted, not written here. */
  readonly own: string;
  /** The code units of `own` and `PADDING` zeros: looking at each of these costs a fifth of what it costs in a string. */
  readonly units: Uint16Array;
  readonly blocks: readonly Block[];
}

/** A paragraph, a heading, an item of a list or a cell of a table, without its marks. */
export interface Block {
  readonly kind: 'paragraph' | 'heading' | 'item' | 'cell';
  readonly start: number;
  readonly end: number;
}

/** What stands for a character that is no text of the plan. */
export const BLANK = '\ufffc';
/** A Chinese character, 〇 included; without the brackets of a class. */
export const HAN = '\u3007\u3400-\u9fff';

export const PADDING = 16;

const FRONT_MATTER = /^---[ \t]*\r?\n(?:(?!---[ \t]*\r?$)[^\n]*\n)*---[ \t]*\r?$/m;
const FOREIGN = [
  // Fenced code up to its fence or the end.
  /^[ \t>]{0,40}(?<fence>`{3,}|~{3,})[^\n]*(?:\n(?![ \t>]{0,40}\k<fence>)[^\n]*)*/,
  /<!--[\s\S]*?(?:-->|$(?![\s\S]))/,
  /(?<!`)(?<tick>`{1,2})(?!`)[^`\n]+\k<tick>(?!`)/,
  /<\/?[A-Za-z][^<>\n]{0,200}>/,
  /https?:\/\/[\w\-./?%&=#:~+@!]+|www\.[\w\-./?%&=#:~+@!]+/,
  /[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{1,64}/,
  /\]\([\w\-./?%&=#:~+@!\u3400-\u9fff]{1,300}\)/,
  /\[\^[^\]\n]{1,60}\]:?/,
  /\$\$[^$]{1,2000}\$\$|\$[^$\n]{1,200}\$/,
];
const FOREIGN_TEXT = new RegExp(FOREIGN.map(({ source }) => source).join('|'), 'gm');
/** Nothing of the above can stand in a text without one of these. */
const FOREIGN_MARK = /[`~<@[\]$]|https?:|www\./;
const TITLE = /《([^《》\n]{1,120})》/g;

const blank = (text: string) => text.replace(/[^\r\n]/g, BLANK);
/** The plan's sources as text, in order. */
export function bodies(plan: Plan): readonly Body[] {
  return plan.sources.map(read);
}

function read(source: Source): Body {
  let { text } = source;
  const head = text.startsWith('---') ? (FRONT_MATTER.exec(text)?.[0] ?? '') : '';
  if (head) text = blank(head) + text.slice(head.length);
  if (FOREIGN_MARK.test(text)) text = text.replace(FOREIGN_TEXT, blank);
  const own = text.replace(TITLE, (_, title: string) => `《${BLANK.repeat(title.length)}》`);
  return { source, text, own, units: unitsOf(own), blocks: split(text) };
}

function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length + PADDING);
  for (let at = 0; at < text.length; at++) units[at] = text.charCodeAt(at);
  return units;
}

/** Cuts at blank lines, headings, items, and the bars of tables. */
function split(text: string): Block[] {
  const blocks: Block[] = [];
  let open: { kind: Block['kind']; start: number; end: number } | undefined;
  const close = () => {
    if (open) blocks.push(open);
    open = undefined;
  };
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
    const mark = /^[ \t>]*/.exec(line)?.[0].length ?? 0;
    const [start, end] = [index + mark, index + line.length];
    if (open && /\n[ \t]*\r?\n/.test(text.slice(open.end, index))) close();
    if (start === end) close();
    else if (text[start] === '|') {
      close();
      let from = start + 1;
      for (const { index: bar } of text.slice(from, end).matchAll(/(?<!\\)\|/g)) {
        blocks.push({ kind: 'cell', start: from, end: start + 1 + bar });
        from = start + 2 + bar;
      }
    } else {
      const [lead = ''] = /^(?:#{1,6}[ \t]+|[-+*][ \t]+|\d{1,9}[.)][ \t]+)/.exec(text.slice(start, start + 40)) ?? [];
      if (lead) close();
      if (open) open.end = end;
      else open = { kind: !lead ? 'paragraph' : lead[0] === '#' ? 'heading' : 'item', start: start + lead.length, end };
      if (lead[0] === '#') close();
    }
  }
  close();
  return blocks;
}
