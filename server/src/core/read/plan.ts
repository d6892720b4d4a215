import { clean, trimmed } from '../clean.ts';
import type { Box, Contents, Phrase, Plan, Prose, Reference, Section, Source, Table } from '../model.ts';
import { yearsOfTitle } from '../period.ts';
import { isBoxItem, isBoxTitle, readOpenBox, readQuoteBox, readTableBox } from './boxes.ts';
import { opensContents, readContents } from './contents.ts';
import { readDirectives } from './directives.ts';
import { type Block, type Flow, offsets } from './flow.ts';
import { readGrids } from './grids.ts';
import { readFootnoteCalls, readReferences } from './references.ts';
import { looksLikeTable, readTable } from './tables.ts';

const CAPTION_LENGTH = 80;
const NOTE = /^(?:注|说明|备注)\d?[:：]/;

/** Reads the blocks of all sources as one plan. Never fails: what cannot be read stays in the model as it stands. */
export function readPlan(sources: readonly Source[], { blocks, frontMatter }: Flow): Plan {
  const sections: Section[] = [];
  const tables: Table[] = [];
  const boxes: Box[] = [];
  const prose: Prose[] = [];
  const footnotes: Phrase[] = [];
  const contents: Contents[] = [];
  const period = frontMatter?.period ?? yearsOfTitle(titleOf(blocks));
  const base = frontMatter?.baseYear ?? (period && period.from - 1);
  const target = frontMatter?.targetYear ?? period?.to;
  const years = { ...(base && { base }), ...(target && { target }) };
  let section: Section | undefined;

  const tell = (kind: Prose['kind'], source: Source, start: number, end: number) => {
    const written = clean(source, start, end);
    if (written.text) prose.push({ ...written, kind, span: { source, start, end }, ...(section && { section }) });
  };
  const addBox = (box: Box) => {
    boxes.push(box);
    for (const { span } of box.items) tell('box', span.source, span.start, span.end);
    for (const { fields } of box.items)
      for (const { content } of fields) tell('box', content.span.source, content.span.start, content.span.end);
  };
  /** The paragraph right above a table is its caption. */
  const captionOf = (index: number): Phrase | undefined => {
    const above = blocks[index - 1];
    if (above?.node.type !== 'paragraph') return undefined;
    const written = clean(above.source, above.start, above.end);
    const short = written.text.length <= CAPTION_LENGTH && !/[。;]$/.test(written.text);
    return short ? { value: written.text, span: trimmed(above.source, above.start, above.end) } : undefined;
  };

  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index] as Block;
    const { source, node, start, end } = block;
    if (node.type === 'heading') {
      const title = headingText(block);
      if (opensContents(title.value)) {
        const { entries, length } = readContents(blocks, index + 1);
        const last = blocks[index + length] as Block;
        contents.push({ heading: title, entries, span: { source, start, end: last.end }, ...(section && { section }) });
        index += length;
        continue;
      }
      section = openSection(sections, section, { span: { source, start, end }, title, level: node.depth });
      if (!isBoxTitle(clean(source, title.span.start, title.span.end).text)) continue;
      const content = following(blocks, index, ({ node: { type } }) => type !== 'heading');
      addBox(readOpenBox('heading', block, content, section.parent));
      index += content.length;
    } else if (node.type === 'table' || (node.type === 'paragraph' && looksLikeTable(source, start, end))) {
      const box = readTableBox(source, start, end, section);
      if (box) addBox(box);
      else tables.push(withNote(readTable(source, start, end, captionOf(index), section, years), blocks[index + 1]));
    } else if (node.type === 'blockquote') {
      const box = readQuoteBox(block, section);
      if (box) addBox(box);
      else for (const child of node.children) tell('paragraph', source, ...range(offsets(child, block.base)));
    } else if (node.type === 'paragraph') {
      const text = clean(source, start, Math.min(end, start + 200)).text;
      const content = isBoxTitle(text) ? following(blocks, index, isBoxItem) : [];
      if (content.length && /^专栏/.test(text)) {
        addBox(readOpenBox('paragraph', block, content, section));
        index += content.length;
      } else tell(NOTE.test(text) ? 'note' : 'paragraph', source, start, end);
    } else if (node.type === 'list') {
      for (const item of node.children)
        for (const child of item.children) tell('item', source, ...range(offsets(child, block.base)));
    } else if (node.type === 'footnoteDefinition') {
      footnotes.push({ value: node.label ?? node.identifier, span: { source, start, end } });
      for (const child of node.children) tell('note', source, ...range(offsets(child, block.base)));
    }
  }

  const references: Reference[] = prose.flatMap((run) => [...readReferences(run), ...readFootnoteCalls(run)]);
  const directives = sources.flatMap(readDirectives);
  return {
    sources,
    sections,
    tables,
    grids: readGrids(blocks),
    boxes,
    prose,
    references,
    footnotes,
    contents,
    directives,
    years,
    ...(frontMatter && { frontMatter }),
  };
}

const range = ({ start, end }: { start: number; end: number }) => [start, end] as const;

function titleOf(blocks: readonly Block[]): string {
  const first = blocks.find(({ node }) => node.type === 'heading' && node.depth === 1);
  return first ? headingText(first).value : '';
}

function headingText({ source, start, end }: Block): Phrase {
  const raw = source.text.slice(start, end).replace(/[\r\n]+[ \t]*(?:=+|-+)[ \t]*$/, '');
  const mark = /^[ \t]*#{1,6}[ \t]*/.exec(raw.slice(0, 200))?.[0].length ?? 0;
  const tail = /^#+$/.test(raw.slice(raw.lastIndexOf(' ') + 1)) ? raw.length - raw.lastIndexOf(' ') : 0;
  const span = trimmed(source, start + mark, start + raw.length - tail);
  return {
    value: source.text
      .slice(span.start, span.end)
      .replace(/[\s*]+/g, ' ')
      .trim(),
    span,
  };
}

function openSection(sections: Section[], current: Section | undefined, section: Section): Section {
  let parent = current;
  while (parent && parent.level >= section.level) parent = parent.parent;
  const opened = parent ? { ...section, parent, section: parent } : section;
  sections.push(opened);
  return opened;
}

function following(blocks: readonly Block[], index: number, belongs: (block: Block) => boolean): Block[] {
  const found: Block[] = [];
  for (let next = blocks[index + 1]; next && belongs(next); next = blocks[index + 1 + found.length]) found.push(next);
  return found;
}

function withNote(table: Table, next: Block | undefined): Table {
  if (next?.node.type !== 'paragraph') return table;
  const { text } = clean(next.source, next.start, next.end);
  return NOTE.test(text)
    ? { ...table, note: { value: text, span: { source: next.source, start: next.start, end: next.end } } }
    : table;
}
