import { fold } from './fold.ts';
import type { Plan, Section, Span } from './model.ts';
import { chineseNumber } from './quantity/numerals.ts';

export type CaptionKind = '专栏' | '表' | '图' | '附表' | '附图';

/** A title of a box, a table or a figure, numbered or not. */
export interface Caption {
  readonly kind: CaptionKind;
  /** 3, 2-1; '' where there is none. */
  readonly label: string;
  /** The numeral that runs: in 2-1 the 1. */
  readonly numeral?: Span;
  /** What stands before the running numeral: 2- in 2-1. */
  readonly prefix: string;
  readonly value?: number;
  readonly span: Span;
  readonly section?: Section | undefined;
}

const TITLED =
  /^[\s>*]*(?:!\[)?(附?[表图])(?:(\s*\d{1,3}(?:[-—.]\d{1,3})?)(?![\d.%年月日个项张])|([一二三四五六七八九十]{1,3})(?=[\s:、*]))(?!\s*(?:所示|所列|显示|列出|中|和|及|至|、|续|\(续))/;
/** A title is no sentence. */
const SENTENCE = /[。;,!?]/;
const LONGEST = 60;

/** A label in one spelling: 三 is 3, 2—1 and 2.1 are 2-1. */
export function labelOf(text: string): string {
  const value = chineseNumber(text);
  return value === undefined ? fold(text).replace(/\s/g, '').replace(/[—.]/g, '-') : String(value);
}

/** Every title of a box, a table or a figure, in the order of the text. */
export function readCaptions(plan: Plan): Caption[] {
  const found = plan.boxes.map(({ heading, number, section }) => caption('专栏', heading.span, number?.span, section));
  const boxed = new Set(plan.boxes.map(({ heading }) => heading.span.start));
  const titled = (span: Span, section: Section | undefined) => {
    const raw = fold(span.source.text.slice(span.start, Math.min(span.end, span.start + LONGEST + 40)));
    if (span.end - span.start > LONGEST + 40 || !/[表图]/.test(raw.slice(0, 12))) return;
    const match = TITLED.exec(raw);
    const numeral = match?.[2] ?? match?.[3];
    const name = raw.replace(/\]\([^)]*\)\s*$/, '');
    if (!match || numeral === undefined || name.length > LONGEST || SENTENCE.test(name)) return;
    const end = span.start + match[0].length;
    const start = end - numeral.trimStart().length;
    found.push(caption(match[1] as CaptionKind, span, { ...span, start, end }, section));
  };
  for (const { kind, span, section } of plan.prose) if (kind === 'paragraph') titled(span, section);
  for (const { title, parent } of plan.sections) if (!boxed.has(title.span.start)) titled(title.span, parent);
  const order = new Map(plan.sources.map((source, index) => [source, index]));
  const place = ({ source, start }: Span) => (order.get(source) ?? 0) * 1e9 + start;
  return found.sort((a, b) => place(a.span) - place(b.span));
}

function caption(kind: CaptionKind, span: Span, number: Span | undefined, section: Section | undefined): Caption {
  const context = section && { section };
  if (!number) return { kind, label: '', prefix: '', span, ...context };
  const written = number.source.text.slice(number.start, number.end);
  const label = labelOf(written);
  const [, running = '', value = ''] = /^(\d+-)?(\d+)$/.exec(label) ?? [];
  const tail = /[^-—.－．]*$/.exec(written)?.[0] ?? '';
  const numeral = { ...number, start: number.end - tail.length };
  return { kind, label, prefix: running, span, ...(value && { value: Number(value), numeral }), ...context };
}
