/** What a reference can point at: what the rule on dangling references and the editor both ask. */
import { type Caption, type CaptionKind, labelOf, readCaptions } from './captions.ts';
import type { Phrase, Plan, Reference, Section } from './model.ts';
import type { Form } from './numbering.ts';
import { type Heading, readOutline } from './outline.ts';
import { chineseNumber } from './quantity/numerals.ts';

/** The text around a reference, on its line. */
export function around({ span }: Reference, length: number): { before: string; after: string } {
  const { text } = span.source;
  const line = text.lastIndexOf('\n', span.start - 1) + 1;
  return {
    before: text.slice(Math.max(line, span.start - length), span.start),
    after: text.slice(span.end, span.end + length).split('\n')[0] ?? '',
  };
}

/** A title, not a reference: it opens its line. */
export function opensLine(reference: Reference): boolean {
  return /^[\s>*#|!-]*\[?$/.test(around(reference, 20).before);
}

/** 《…规划》表2 is another document's. */
export function isForeign(reference: Reference): boolean {
  const { before, after } = around(reference, 12);
  return (
    /》[^，。；,;]{0,8}$|(?:国家|省|上级|原)[^，。；,;]{0,4}规划[^，。；,;]{0,4}$|(?:[^办]法|法典|条例|章程|规定|标准|导则)$/.test(
      before,
    ) || /^[^，。；《]{0,20}》/.test(after)
  );
}

/** 专栏, 表, 附表 …: as a reference writes it; undefined for a chapter, an annex, a footnote. */
export function captionKindOf({ span }: Reference): CaptionKind | undefined {
  const written = span.source.text.slice(span.start, span.end).replace(/\s/g, '');
  return /^附?[表图]|^专栏/.exec(written)?.[0] as CaptionKind | undefined;
}

/** The captions of each kind by their labels. 2 is the first of 2-1, 2-2 where none is 2 itself. */
export type Captions = ReadonlyMap<CaptionKind, ReadonlyMap<string, Caption>>;

export function captionsByLabel(plan: Plan): Captions {
  const found = new Map<CaptionKind, Map<string, Caption>>();
  const captions = readCaptions(plan).filter(({ label }) => label);
  const add = (label: string, caption: Caption) => {
    const same = found.get(caption.kind) ?? new Map();
    found.set(caption.kind, same);
    if (!same.has(label)) same.set(label, caption);
  };
  for (const caption of captions) add(caption.label, caption);
  for (const caption of captions) if (caption.prefix) add(caption.prefix.slice(0, -1), caption);
  return found;
}

const ANNEX = /^[\s>*#]*附件\s*([\d一二三四五六七八九十]{0,3})/;

/** The titles of the plan's annexes by their labels; under '' one that has none. */
export function annexesByLabel({ sections, prose }: Plan): ReadonlyMap<string, Phrase> {
  const found = new Map<string, Phrase>();
  const add = (title: string, span: Phrase['span']) => {
    const label = ANNEX.exec(title)?.[1];
    if (label === undefined || found.has(label && labelOf(label))) return;
    found.set(label && labelOf(label), { value: title, span });
  };
  for (const { title } of sections) add(title.value, title.span);
  for (const { text, span } of prose) add(text.slice(0, 30), span);
  return found;
}

/** A chapter with a number, and its parts by theirs. */
export interface Chapter {
  readonly heading: Heading;
  readonly parts: ReadonlyMap<number, Heading>;
}

/** How chapters and what is in them are numbered, and how references name them. */
interface Scheme {
  readonly chapter: Form;
  readonly part: Form;
  readonly label: RegExp;
  /** 章 and 节 as a message names them. */
  readonly nameOf: { readonly chapter: (numeral: string) => string; readonly part: (numeral: string) => string };
}

const SCHEMES: readonly [Scheme, ...Scheme[]] = [
  {
    chapter: '第一章',
    part: '第一节',
    label: /^(?:第(.+?)章)?(?:第(.+?)节)?$/,
    nameOf: { chapter: (numeral) => `第${numeral}章`, part: (numeral) => `第${numeral}节` },
  },
  {
    chapter: '一、',
    part: '（一）',
    label: /^第(.+?)部分(?:第?\((.+?)\))?$/,
    nameOf: { chapter: (numeral) => `第${numeral}部分`, part: (numeral) => `（${numeral}）` },
  },
];

export interface Chapters {
  readonly scheme: Scheme;
  /** By their numbers; the first of those that bear the same one. */
  readonly byNumber: ReadonlyMap<number, Chapter>;
  readonly bySection: ReadonlyMap<Section, Chapter>;
}

/** The chapters 第一章 … and their parts 第一节 …; in a plan that has none, 一、 and （一）. */
export function readChapters(plan: Plan): Chapters {
  const outline = readOutline(plan);
  const scheme = SCHEMES.find(({ chapter }) => outline.some(({ number }) => number?.form === chapter)) ?? SCHEMES[0];
  const byNumber = new Map<number, Chapter>();
  const bySection = new Map<Section, Chapter & { readonly parts: Map<number, Heading> }>();
  for (const heading of outline) {
    const { section, number, parent, level } = heading;
    if (number?.form === scheme.chapter && level === 2) {
      const chapter = { heading, parts: new Map<number, Heading>() };
      bySection.set(section, chapter);
      if (!byNumber.has(number.value)) byNumber.set(number.value, chapter);
    }
    const parts = number?.form === scheme.part && parent && bySection.get(parent.section)?.parts;
    if (parts && !parts.has(number.value)) parts.set(number.value, heading);
  }
  return { scheme, byNumber, bySection };
}

/** 第三章第二节 as a reference asks for it, and what there is of it. */
export interface Place {
  readonly asked: { readonly chapter?: string; readonly part?: string };
  /** The chapter asked for; of a bare 第二节 the one that it stands in. */
  readonly chapter?: Chapter;
  readonly part?: Heading;
}

/** Where a reference to a chapter leads. */
export function placeFor({ label, section }: Reference, { scheme, byNumber, bySection }: Chapters): Place {
  const [, asked, part] = scheme.label.exec(label) ?? [];
  const chapter = asked ? byNumber.get(numberOf(asked)) : home(section, bySection);
  const found = part && chapter?.parts.get(numberOf(part));
  return {
    asked: { ...(asked && { chapter: asked }), ...(part && { part }) },
    ...(chapter && { chapter }),
    ...(found && { part: found }),
  };
}

function numberOf(text: string): number {
  return chineseNumber(text) ?? Number(text);
}

function home(section: Section | undefined, bySection: Chapters['bySection']): Chapter | undefined {
  for (let at = section; at; at = at.parent) {
    const chapter = bySection.get(at);
    if (chapter) return chapter;
  }
  return undefined;
}

/** The definitions of footnotes by their labels in lower case, as Markdown compares them. */
export function footnotesByLabel({ footnotes }: Plan): ReadonlyMap<string, Phrase> {
  return new Map(footnotes.map((footnote) => [footnote.value.toLowerCase(), footnote]));
}
