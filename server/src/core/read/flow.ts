import type { RootContent } from 'mdast';
import { cut } from '../blocks.ts';
import type { FrontMatter, Source } from '../model.ts';
import { type Memory, parseAll } from '../parse.ts';
import { readFrontMatter } from './front-matter.ts';

/** A Markdown block in its place. The node's own offsets are counted from `base`. */
export interface Block {
  readonly source: Source;
  readonly base: number;
  readonly node: RootContent;
  readonly start: number;
  readonly end: number;
}

export interface Flow {
  readonly frontMatter?: FrontMatter;
  readonly blocks: readonly Block[];
}

/** The blocks of all sources, in order, and the first front matter met. */
export function readFlow(sources: readonly Source[], memory: Memory): Flow {
  let frontMatter: FrontMatter | undefined;
  const pieces = sources.flatMap((source) => {
    const head = readFrontMatter(source);
    frontMatter ??= head.frontMatter;
    return cut(source.text, head.body).map((piece) => ({ source, ...piece }));
  });
  const trees = parseAll(
    pieces.map(({ source, start, end }) => source.text.slice(start, end)),
    memory,
  );
  const blocks = pieces.flatMap(({ source, start }, index) =>
    (trees[index] ?? []).map((node) => ({ source, base: start, node, ...offsets(node, start) })),
  );
  return { blocks, ...(frontMatter && { frontMatter }) };
}

/** Where a node stands, with its piece's start given. */
export function offsets(node: RootContent, base: number): { start: number; end: number } {
  const { position } = node;
  return { start: base + (position?.start.offset ?? 0), end: base + (position?.end.offset ?? 0) };
}
