import type { BlockContent, DefinitionContent, ListItem, RootContent } from 'mdast';
import { clean, place, trimmed } from '../clean.ts';
import type { Box, BoxField, BoxForm, BoxItem, Phrase, Section, Source, Span, Written } from '../model.ts';
import { type Block, offsets } from './flow.ts';
import { readGrid } from './grid.ts';

const TITLE = /^专栏(\d+(?:[-—.]\d+)*|[一二三四五六七八九十]+)?[:、.]?(.*)$/;
/** A box's project: its number, its name in bold, what divides it from its content. */
const BOLD =
  /^\s*((?:[(（][\d一二三四五六七八九十]+[)）]|\d{1,2}[.．、]|[①-⑳])\s*)?\*\*([^*\n]{1,120})\*\*\s*([:：。—]*)/;
const PLAIN = /^\s*((?:[(（][\d一二三四五六七八九十]+[)）]|\d{1,2}[.．、]|[①-⑳])\s*)?([^:：。，,；;！？\n]{2,40})[:：]/;
const NUMBERED = /^\s*(?:[(（][\d一二三四五六七八九十]+[)）]|\d{1,2}[.．、](?!\d)|[①-⑳])/;
/** Paragraphs that belong to a box without being a project. */
const ASIDE = /^(?:注|说明|备注|资料来源|责任单位|牵头单位|责任部门|配合单位|完成时限|资金来源|总投资)[:：]/;

/** 柴油货车治理。淘汰2000辆。: a title within the line, which may well be the project's name. */
const RUN_IN = /^[^,;:。]{2,20}。[^。]/;

/** Whether a text is a box's title: 专栏, a number, a name. */
export function isBoxTitle(text: string): boolean {
  return /^专栏(?:[\d一二三四五六七八九十:、]|$|.{2,40}$)/.test(text) && text.length <= 60 && !/[。;!?]/.test(text);
}

interface Paragraph {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
  readonly fields: readonly BoxField[];
}

/** A block quote as a box, or undefined where its first paragraph names none. */
export function readQuoteBox(block: Block, section: Section | undefined): Box | undefined {
  if (block.node.type !== 'blockquote') return undefined;
  const { source, start, end } = block;
  const [first, ...others] = block.node.children;
  if (first?.type !== 'paragraph') return undefined;
  const paragraph = offsets(first, block.base);
  const titleEnd = lineEnd(source, paragraph.start, paragraph.end);
  const title = trimmed(source, paragraph.start, titleEnd);
  if (!isBoxTitle(clean(source, title.start, title.end).text)) return undefined;
  const rest = { source, start: Math.min(titleEnd + 1, paragraph.end), end: paragraph.end };
  const paragraphs = [...projectsOf(rest), ...others.flatMap((child) => paragraphsOf(block, child))];
  return box('quote', source, { start, end }, title, paragraphs, section);
}

/** A single-column table whose head is a box's title. */
export function readTableBox(
  source: Source,
  start: number,
  end: number,
  section: Section | undefined,
): Box | undefined {
  const [head, , ...rows] = readGrid(source, start, end);
  const [title] = head?.cells ?? [];
  if (head?.cells.length !== 1 || !title || !isBoxTitle(title.value)) return undefined;
  const paragraphs = rows.flatMap((row) => row.cells.slice(0, 1).filter(({ value }) => value));
  return box(
    'table',
    source,
    { start, end },
    title.span,
    paragraphs.map(({ span }) => bare(span)),
    section,
  );
}

/** A heading or a bare paragraph that names a box, with the blocks that belong to it. */
export function readOpenBox(form: BoxForm, title: Block, content: readonly Block[], section: Section | undefined): Box {
  const paragraphs = content.flatMap((block) => paragraphsOf(block, block.node));
  const end = content.at(-1)?.end ?? title.end;
  const from =
    form === 'heading'
      ? title.start + (/^#+[ \t]*/.exec(title.source.text.slice(title.start, title.start + 20))?.[0].length ?? 0)
      : title.start;
  return box(form, title.source, { start: title.start, end }, { start: from, end: title.end }, paragraphs, section);
}

/** Whether a paragraph after a bare box title reads as one of its projects. */
export function isBoxItem(block: Block): boolean {
  if (block.node.type === 'list') return true;
  const text = block.source.text.slice(block.start, block.end);
  return block.node.type === 'paragraph' && (BOLD.test(text) || PLAIN.test(text) || NUMBERED.test(text));
}

function box(
  form: BoxForm,
  source: Source,
  range: { start: number; end: number },
  title: { start: number; end: number },
  paragraphs: readonly Paragraph[],
  section: Section | undefined,
): Box {
  const heading = clean(source, title.start, title.end);
  const parts = TITLE.exec(heading.text);
  const phrase = (from: number, to: number): Phrase => ({
    value: heading.text.slice(from, to),
    span: place(heading, from, to),
  });
  const number = parts?.[1];
  const name = parts?.[2];
  const span = { source, ...range };
  return {
    form,
    span,
    heading: phrase(0, heading.text.length),
    items: judge(paragraphs.map((paragraph) => readItem(paragraph, section))),
    ...(number && { number: phrase(2, 2 + number.length) }),
    ...(name && { name: phrase(heading.text.length - name.length, heading.text.length) }),
    ...(section && { section }),
  };
}

function bare(span: Span): Paragraph {
  return { ...span, fields: [] };
}

function paragraphsOf(block: Block, node: RootContent | BlockContent | DefinitionContent): Paragraph[] {
  const { source, base } = block;
  if (node.type === 'paragraph') return projectsOf({ source, ...offsets(node, base) });
  if (node.type === 'list') return node.children.map((item) => listed(block, item));
  if (node.type === 'blockquote') return node.children.flatMap((child) => paragraphsOf(block, child));
  return [];
}

function listed(block: Block, item: ListItem): Paragraph {
  const { source, base } = block;
  const [first] = item.children;
  const fields = item.children.flatMap((child) =>
    child.type === 'list'
      ? child.children.flatMap((field) => readField(source, offsets(field.children[0] ?? field, base)))
      : [],
  );
  const range = offsets(first?.type === 'paragraph' ? first : item, base);
  return { source, ...range, fields };
}

function readField(source: Source, range: { start: number; end: number }): BoxField[] {
  const written = clean(source, range.start, range.end);
  const divider = written.text.indexOf(':');
  if (divider <= 0 || divider > 20) return [];
  const phrase = (from: number, to: number): Phrase => ({
    value: written.text.slice(from, to),
    span: place(written, from, to),
  });
  return [{ name: phrase(0, divider), content: phrase(divider + 1, written.text.length) }];
}

/** A paragraph cut before each line that opens a project: a quote's lines often follow each other without a blank one. */
function projectsOf({ source, start, end }: { source: Source; start: number; end: number }): Paragraph[] {
  const found: { start: number; end: number }[] = [];
  for (let at = start; at < end; ) {
    const stop = lineEnd(source, at, end);
    const mark = /^[ \t]*(?:>[ \t]?)*/.exec(source.text.slice(at, stop))?.[0].length ?? 0;
    const text = source.text.slice(at + mark, stop);
    const last = found.at(-1);
    if (last && !BOLD.test(text) && !NUMBERED.test(text)) last.end = stop;
    else found.push({ start: at + mark, end: stop });
    at = stop + 1;
  }
  return found.map((part) => bare(trimmed(source, part.start, part.end)));
}

function lineEnd(source: Source, at: number, end: number): number {
  const stop = source.text.indexOf('\n', at);
  return stop < 0 || stop > end ? end : stop;
}

function readItem(paragraph: Paragraph, section: Section | undefined): BoxItem {
  const { source, start, end, fields } = paragraph;
  const text = source.text.slice(start, end);
  const bold = BOLD.exec(text);
  const plain = bold ? undefined : PLAIN.exec(text);
  const match = bold ?? plain;
  const place = section && { section };
  const common = {
    span: { source, start, end },
    fields,
    runOn: bold ? runOns(source, start, end, bold[0].length) : [],
    ...place,
  };
  const mark = match?.[1] ?? NUMBERED.exec(text)?.[0];
  const number = mark?.trim() && {
    number: { value: mark.trim(), span: trimmed(source, start, start + text.indexOf(mark) + mark.length) },
  };
  if (!match || ASIDE.test(text)) {
    const from = mark ? start + text.indexOf(mark) + mark.length : start;
    const content = phraseOf(clean(source, from, end));
    const certain = (!!mark && !RUN_IN.test(content.value)) || /^[:：]/.test(text);
    return { ...common, certain, ...number, content };
  }
  const named = match[2] ?? '';
  const at = start + match[0].indexOf(named, (match[1] ?? '').length);
  const name = phraseOf(clean(source, at, at + named.replace(/[:：]$/, '').length));
  const content = contentOf(phraseOf(clean(source, start + match[0].length, end)), fields);
  return { ...common, certain: true, ...number, ...(name.value && { name }), ...(content && { content }) };
}

function phraseOf(written: Written): Phrase {
  return { value: written.text, span: place(written, 0, written.text.length) };
}

/** A project whose fields are listed has them for its content. */
function contentOf(content: Phrase, fields: readonly BoxField[]): Phrase | undefined {
  if (content.value) return content;
  return (fields.find(({ name }) => name.value.endsWith('内容')) ?? fields.find((field) => field.content.value))
    ?.content;
}

/** Where a second bold name with a colon begins after a full stop within one project's paragraph. */
function runOns(source: Source, start: number, end: number, skip: number): Span[] {
  const text = source.text.slice(start + skip, end);
  return [...text.matchAll(/[。；;]\s*((?:[(（]\d+[)）])?\*\*[^*\n]{2,60}\*\*\s*[:：])/g)].map((match) => {
    const from = start + skip + match.index + match[0].length - (match[1]?.length ?? 0);
    return { source, start: from, end: start + skip + match.index + match[0].length };
  });
}

/** A paragraph without a name is a project that lost it only where it stands between named ones that all fill one paragraph. */
function judge(items: readonly BoxItem[]): BoxItem[] {
  const named = items.filter(({ name }) => name).length;
  return items.map((item, index) => {
    if (item.name || item.certain) return item;
    const between =
      index > 0 &&
      index < items.length - 1 &&
      items[index - 1]?.content &&
      !/[:：、]$/.test(items[index - 1]?.content?.value ?? '');
    const certain =
      !!between &&
      named >= 2 &&
      named === items.length - 1 &&
      !ASIDE.test(item.content?.value ?? '') &&
      !items.some(({ number }) => number);
    return { ...item, certain };
  });
}
