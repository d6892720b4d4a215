import type { ListItem, Paragraph } from 'mdast';
import { fold } from '../fold.ts';
import type { Phrase, Span } from '../model.ts';
import { readNumber } from '../numbering.ts';
import { type Block, offsets } from './flow.ts';

/** Dots or a gap, and the page's number. */
const PAGE = /(?:[.…·⋯\s]{2,}|\t|[.…·⋯]|(?<=[^\dA-Za-z])\s)[\s.…·⋯]*(?:[([]?\d{1,3}[)\]]?)?\s*$/;
const PAGED = /(?:\.{2,}|…|··|⋯|\t)\s*\d{0,3}\s*$/;
const ASIDE = /^(?:前言|序言?|引言|附件|附录|附表|结语|专栏)/;

/** Whether a heading opens the table of contents. */
export function opensContents(text: string): boolean {
  return /^目录$/.test(text.replace(/[\s*\u3000]/g, ''));
}

/** The entries of the table of contents that begins at a block, and how many blocks it takes. A list ends it, and so does prose. */
export function readContents(blocks: readonly Block[], from: number): { entries: Phrase[]; length: number } {
  const entries: Phrase[] = [];
  let index = from;
  for (let block = blocks[index]; block; block = blocks[++index]) {
    const { source, base, node } = block;
    const found: Phrase[] = [];
    if (node.type === 'list') for (const item of node.children) collect(block, item, found);
    else if (node.type === 'paragraph') found.push(...linesOf({ source, ...offsets(node as Paragraph, base) }));
    else break;
    if (node.type === 'paragraph' && !found.every(looksListed)) break;
    entries.push(...found);
    if (node.type === 'list' && blocks[index + 1]?.node.type !== 'list') {
      index++;
      break;
    }
  }
  return { entries, length: index - from };
}

function collect(block: Block, item: ListItem, found: Phrase[]): void {
  for (const child of item.children) {
    if (child.type === 'paragraph') found.push(...linesOf({ source: block.source, ...offsets(child, block.base) }));
    else if (child.type === 'list') for (const inner of child.children) collect(block, inner, found);
  }
}

/** A line that names a heading: numbered, linked, with a page's number, or one of the parts without number. */
function looksListed({ value, span }: Phrase): boolean {
  if (value.length > 60 || /[。；;]/.test(value)) return false;
  const { text } = span.source;
  const stop = text.indexOf('\n', span.end);
  const rest = text.slice(span.start - 1, stop < 0 ? text.length : stop);
  return readNumber(fold(value)) !== undefined || rest.startsWith('[') || PAGED.test(fold(rest)) || ASIDE.test(value);
}

/** Each line without link, emphasis, page number. */
function linesOf({ source, start, end }: Span): Phrase[] {
  const found: Phrase[] = [];
  for (let at = start; at < end; ) {
    const newline = source.text.indexOf('\n', at);
    const stop = newline < 0 || newline > end ? end : newline;
    const line = source.text.slice(at, stop);
    const lead = /^[\s*]*(\[)?[\s*]*/.exec(line);
    const from = lead?.[0].length ?? 0;
    const linked = lead?.[1] ? line.lastIndexOf('](') : -1;
    const name = line.slice(from, linked < from ? undefined : linked);
    const page = PAGE.exec(name.slice(-80));
    const kept = (page ? name.slice(0, name.length - page[0].length) : name).replace(/[\s*\\]+$/, '');
    if (kept) found.push({ value: kept, span: { source, start: at + from, end: at + from + kept.length } });
    at = stop + 1;
  }
  return found;
}
