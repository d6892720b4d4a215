import { type CaptionKind, labelOf, readCaptions } from '../captions.ts';
import type { Phrase, Plan, Reference, Section } from '../model.ts';
import { chineseNumeral, type Form } from '../numbering.ts';
import { type Heading, readOutline } from '../outline.ts';
import { chineseNumber } from '../quantity/numerals.ts';
import type { Problem, Rule } from '../rule.ts';

/** A reference to what is not there; a footnote never used. */
export const danglingReference: Rule = {
  id: 'dangling-reference',
  category: 'structure',
  severity: 'error',
  summary: '文中提到的专栏、表、图、附件、章节、脚注不存在，或者脚注没有被引用。',
  *check({ plan }) {
    const { references } = plan;
    if (references.some(({ kind }) => kind === 'box' || kind === 'table' || kind === 'figure')) yield* numbered(plan);
    if (references.some(({ kind }) => kind === 'annex')) yield* annexes(plan);
    if (references.some(({ kind }) => kind === 'section')) yield* chapters(plan);
    yield* footnotes(plan);
  },
};

const textOf = ({ span }: { span: Reference['span'] }) => span.source.text.slice(span.start, span.end);

/** The text around a reference, on its line. */
function around({ span }: Reference, length: number): { before: string; after: string } {
  const { text } = span.source;
  const line = text.lastIndexOf('\n', span.start - 1) + 1;
  return {
    before: text.slice(Math.max(line, span.start - length), span.start),
    after: text.slice(span.end, span.end + length).split('\n')[0] ?? '',
  };
}

/** A title, not a reference: it opens its line. */
function opens(reference: Reference): boolean {
  return /^[\s>*#|!-]*\[?$/.test(around(reference, 20).before);
}

/** 《…规划》表2 is another document's. */
function foreign(reference: Reference): boolean {
  const { before, after } = around(reference, 12);
  return (
    /》[^，。；,;]{0,8}$|(?:国家|省|上级|原)[^，。；,;]{0,4}规划[^，。；,;]{0,4}$/.test(before) ||
    /^[^，。；《]{0,20}》/.test(after)
  );
}

/** 代表3名, 附件一式两份, 图一乐 hold no reference: one is announced, or its number is in digits and stands free. */
const ANNOUNCED = /(?:见|参见|参阅|如|按照?|依据|根据|[（(、和及与或至到—~-]|附)\s*$/;

function* numbered(plan: Plan): Generator<Problem> {
  const captions = readCaptions(plan);
  const there = new Map<CaptionKind, Set<string>>();
  for (const { kind, label } of captions) if (label) there.set(kind, (there.get(kind) ?? new Set()).add(label));
  for (const reference of plan.references) {
    const kind = /^附?[表图]|^专栏/.exec(textOf(reference).replace(/\s/g, ''))?.[0] as CaptionKind | undefined;
    const labels = kind && there.get(kind);
    if (!labels || opens(reference) || foreign(reference)) continue;
    if (kind !== '专栏' && !ANNOUNCED.test(around(reference, 6).before)) continue;
    const label = labelOf(reference.label);
    if (labels.has(label) || [...labels].some((each) => each.startsWith(`${label}-`))) continue;
    yield {
      span: reference.span,
      message: `没有“${kind}${reference.label}”：本规划的${kind}编号是${range([...labels])}`,
    };
  }
}

function range(labels: readonly string[]): string {
  const [first = '', last = first] = [labels[0], labels.at(-1)];
  return labels.length > 3 ? `${first}—${last}` : labels.join('、');
}

const ANNEX = /^[\s>*#]*附件\s*([\d一二三四五六七八九十]{0,3})/;

function* annexes(plan: Plan): Generator<Problem> {
  const titles = [...plan.sections.map(({ title }) => title.value), ...plan.prose.map(({ text }) => text.slice(0, 30))];
  const there = titles.flatMap((title) => ANNEX.exec(title)?.[1] ?? []);
  const listed = plan.prose.some(({ text }) => /^附件:/.test(text));
  // Annexes that are sent along, or one without a number, cannot be told from those that are missing.
  if (!there.length || there.includes('') || listed) return;
  const labels = new Set(there.map(labelOf));
  for (const reference of plan.references) {
    const { after } = around(reference, 2);
    if (reference.kind !== 'annex' || opens(reference) || foreign(reference) || /^[式并起览次同样致]/.test(after))
      continue;
    if (labels.has(labelOf(reference.label))) continue;
    yield { span: reference.span, message: `没有“附件${reference.label}”：本规划的附件是附件${range([...labels])}` };
  }
}

/** 见第三章第二节 */
function* chapters(plan: Plan): Generator<Problem> {
  const headings = readOutline(plan).filter(({ number }) => number);
  const all = headings.filter(({ number }) => number?.form === '第一章');
  if (all.length < 2) return;
  for (const reference of plan.references) {
    if (reference.kind !== 'section' || foreign(reference)) continue;
    const [, chapter, part] = /^(?:第(.+?)章)?(?:第(.+?)节)?$/.exec(reference.label) ?? [];
    const home = chapter
      ? find(all, '第一章', numberOf(chapter))
      : all.find((heading) => holds(heading, reference.section));
    if (chapter && !home) yield { span: reference.span, message: `没有第${chapter}章：全文共${all.length}章` };
    else if (home && part) {
      const parts = headings.filter(({ parent, number }) => parent === home && number?.form === '第一节');
      if (parts.length && !find(parts, '第一节', numberOf(part)))
        yield {
          span: reference.span,
          message: `第${chineseNumeral(home.number?.value ?? 0)}章没有第${part}节：该章共${parts.length}节`,
          related: [{ span: home.section.title.span, message: '该章' }],
        };
    }
  }
}

function numberOf(text: string): number {
  return chineseNumber(text) ?? Number(text);
}

function find(headings: readonly Heading[], form: Form, value: number): Heading | undefined {
  return headings.find(({ number }) => number?.form === form && number.value === value);
}

function holds({ section }: Heading, inner: Section | undefined): boolean {
  for (let at = inner; at; at = at.parent) if (at === section) return true;
  return false;
}

function* footnotes(plan: Plan): Generator<Problem> {
  const calls = plan.references.filter(({ kind }) => kind === 'footnote');
  const defined = new Set(plan.footnotes.map(({ value }) => value.toLowerCase()));
  for (const call of calls)
    if (!defined.has(call.label.toLowerCase()))
      yield { span: call.span, message: `脚注“[^${call.label}]”没有注文：补写“[^${call.label}]：…”，或者删去` };
  if (!plan.footnotes.length) return;
  const used = new Set(calls.map(({ label }) => label.toLowerCase()));
  for (const footnote of plan.footnotes)
    if (!used.has(footnote.value.toLowerCase()) && !called(footnote, plan))
      yield { span: { ...footnote.span, end: head(footnote) }, message: `脚注“[^${footnote.value}]”没有被引用` };
}

/** Where the mark that opens a footnote ends. */
function head({ span }: Phrase): number {
  const colon = span.source.text.indexOf(']:', span.start);
  return colon < 0 || colon > span.end ? span.end : colon + 2;
}

/** Headings, tables and box titles call footnotes too. */
function called({ value }: Phrase, { sources }: Plan): boolean {
  const mark = `[^${value}]`;
  return sources.some(({ text }) => {
    for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.length))
      if (text[at + mark.length] !== ':' || !/^[ \t]{0,3}$/.test(text.slice(text.lastIndexOf('\n', at - 1) + 1, at)))
        return true;
    return false;
  });
}
