import { labelOf } from '../captions.ts';
import type { Phrase, Plan } from '../model.ts';
import { chineseNumeral } from '../numbering.ts';
import type { Problem, Rule } from '../rule.ts';
import {
  annexesByLabel,
  around,
  captionKindOf,
  captionsByLabel,
  footnotesByLabel,
  isForeign,
  opensLine,
  placeFor,
  readChapters,
} from '../targets.ts';

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

/** 代表3名, 附件一式两份, 图一乐 hold no reference: one is announced, or its number is in digits and stands free. */
const ANNOUNCED = /(?:见|参见|参阅|如|按照?|依据|根据|[（(、和及与或至到—~-]|附)\s*$/;

function* numbered(plan: Plan): Generator<Problem> {
  const captions = captionsByLabel(plan);
  for (const reference of plan.references) {
    const kind = captionKindOf(reference);
    const same = kind && captions.get(kind);
    if (!same || opensLine(reference) || isForeign(reference)) continue;
    if (kind !== '专栏' && !ANNOUNCED.test(around(reference, 6).before)) continue;
    if (same.has(labelOf(reference.label))) continue;
    const labels = new Set([...same.values()].map(({ label }) => label));
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

function* annexes(plan: Plan): Generator<Problem> {
  const there = annexesByLabel(plan);
  const listed = plan.prose.some(({ text }) => /^附件:/.test(text));
  // Annexes that are sent along, or one without a number, cannot be told from those that are missing.
  if (!there.size || there.has('') || listed) return;
  for (const reference of plan.references) {
    const { after } = around(reference, 2);
    if (reference.kind !== 'annex' || opensLine(reference) || isForeign(reference) || /^[式并起览次同样致]/.test(after))
      continue;
    if (there.has(labelOf(reference.label))) continue;
    yield {
      span: reference.span,
      message: `没有“附件${reference.label}”：本规划的附件是附件${range([...there.keys()])}`,
    };
  }
}

/** 见第三章第二节, 本规划第三部分（二） */
function* chapters(plan: Plan): Generator<Problem> {
  const all = readChapters(plan);
  if (all.bySection.size < 2) return;
  for (const reference of plan.references) {
    if (reference.kind !== 'section' || isForeign(reference)) continue;
    const { asked, chapter, part } = placeFor(reference, all);
    const { nameOf } = all.scheme;
    if (asked.chapter && !chapter)
      yield {
        span: reference.span,
        message: `没有${nameOf.chapter(asked.chapter)}：全文到${nameOf.chapter(chineseNumeral(Math.max(...all.byNumber.keys())))}为止`,
      };
    else if (chapter?.parts.size && asked.part && !part) {
      const home = nameOf.chapter(chineseNumeral(chapter.heading.number?.value ?? 0));
      yield {
        span: reference.span,
        message: `${home}没有${nameOf.part(asked.part)}：其中到${nameOf.part(chineseNumeral(Math.max(...chapter.parts.keys())))}为止`,
        related: [{ span: chapter.heading.section.title.span, message: home }],
      };
    }
  }
}

function* footnotes(plan: Plan): Generator<Problem> {
  const calls = plan.references.filter(({ kind }) => kind === 'footnote');
  const defined = footnotesByLabel(plan);
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
