import type { RootContent } from 'mdast';
import type { Span } from '../model.ts';
import { type Block, offsets } from './flow.ts';
import { looksLikeTable } from './tables.ts';

/** Whatever is drawn as a table, those within quotes and lists too, and what was meant as one; in the order of the text. */
export function readGrids(blocks: readonly Block[]): Span[] {
  return blocks.flatMap((block) => {
    const { source, node, start, end } = block;
    if (node.type !== 'paragraph') return [...gridsIn(block, node)];
    const drawn = source.text.slice(start, end).includes('|') && looksLikeTable(source, start, end);
    return drawn ? [{ source, start, end }] : [];
  });
}

function* gridsIn(block: Block, node: RootContent): Generator<Span> {
  if (node.type === 'table') yield { source: block.source, ...offsets(node, block.base) };
  else if (node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem')
    for (const child of node.children) yield* gridsIn(block, child);
}
