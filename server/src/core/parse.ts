import type { Heading, Paragraph, RootContent } from 'mdast';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';

/** Trees by the text they were parsed from. Whoever checks again and again keeps one and hands it to each check. */
export interface Memory {
  trees: Map<string, readonly RootContent[]>;
}

export function createMemory(): Memory {
  return { trees: new Map() };
}

/** remark-gfm whole would read the tildes of 2021~2025年…5~6% as a deletion: tables and footnotes alone. */
function draftMarkdown(this: Processor) {
  const data = this.data() as Record<'micromarkExtensions' | 'fromMarkdownExtensions', unknown[] | undefined>;
  data.micromarkExtensions = [gfmTable(), gfmFootnote()];
  data.fromMarkdownExtensions = [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown()];
}
const processor = unified().use(remarkParse).use(draftMarkdown).freeze();

/** Longer pieces than any chapter of a plan are not parsed: the parser's time grows faster than such a text. */
const LONGEST = 200_000;
/** More marks than any table of a plan has: the parser tries to pair each with every one before it. */
const MOST_MARKS = 4_000;
const MARK = /\*+|_+|\[|<(?=!)/g;
/** More quotes and lists opened on one line than anybody nests: each costs the parser what all before it cost. */
const NESTED = /^(?:[ \t]*(?:>|[-+*][ \t]|\d{1,9}[.)][ \t])){30}/m;
/** Nothing that Markdown would take for a mark, and no line that could open another block. */
const PLAIN = /^(?![ \t])(?![-+=~#>|])(?!\d{1,9}[.)](?:[ \t]|$))[^*_`[\]<>\\&!|~\n\r]*$/;
const HEADING = /^(#{1,6})[ \t]+([^*_`[\]<>\\&!|~#\n\r]*[^*_`[\]<>\\&!|~#\n\r \t])[ \t]*$/;

const point = (column: number) => ({ line: 1, column: column + 1, offset: column });
const position = (start: number, end: number) => ({ start: point(start), end: point(end) });

/** The nodes of a piece of Markdown, offsets counted from its start. Plain paragraphs and headings need no parser. */
export function parse(piece: string): readonly RootContent[] {
  if (PLAIN.test(piece)) return [plainParagraph(piece)];
  const heading = HEADING.exec(piece);
  if (heading) {
    const [all, marks = '', title = ''] = heading;
    const start = all.indexOf(title, marks.length);
    const end = start + title.length;
    const text = { type: 'text' as const, value: title, position: position(start, end) };
    const node: Heading = { type: 'heading', depth: marks.length as 1, children: [text], position: position(0, end) };
    return [node];
  }
  if (piece.length > LONGEST || NESTED.test(piece) || (piece.match(MARK)?.length ?? 0) > MOST_MARKS)
    return [plainParagraph(piece)];
  return processor.parse(piece).children;
}

function plainParagraph(piece: string): Paragraph {
  let end = piece.length;
  while (piece[end - 1] === ' ' || piece[end - 1] === '\t') end--;
  const text = { type: 'text' as const, value: piece.slice(0, end), position: position(0, end) };
  return { type: 'paragraph', children: [text], position: position(0, end) };
}

/** Parses pieces, each distinct text once; afterwards the memory holds these pieces' trees and no others. */
export function parseAll(pieces: readonly string[], memory: Memory): (readonly RootContent[])[] {
  const kept = new Map<string, readonly RootContent[]>();
  const trees = pieces.map((piece) => {
    const tree = kept.get(piece) ?? memory.trees.get(piece) ?? parse(piece);
    kept.set(piece, tree);
    return tree;
  });
  memory.trees = kept;
  return trees;
}
