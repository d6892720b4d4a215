import type { Body } from '../body.ts';
import type { Rule } from '../rule.ts';
import { type Slip, tell } from '../slips.ts';

/** 5一8个, 2021年一2025年: the numeral, or a Japanese or drawn stroke, for the dash. */
const STROKE = /(?<=\d(?:[%‰％年月岁个万亿])?)[一ー─](?=\d)/g;
/** A number with at most a short unit, a mark, a number. Longer chains are dates, telephone and document numbers. */
const RANGE =
  /(?<![\w.\-/—–~～〜－])(\d{1,4}(?:\.\d{1,4})?)([%‰％]|[年月岁万亿个])?([-－–—―~～〜]|——)(\d{1,4}(?:\.\d{1,4})?)(?![\w.\-/—–~～〜－])([%‰％])?/g;
/** What stands before a number that names something: 表1-2, GB/T 9704-2012. */
const LABEL = /(?:[表图栏件式章节条第号款注〕\]]|[A-Za-z])[ \u00a0]?$/;
const NAMES: Readonly<Record<string, string>> = { '-': '连字符', '–': '短横', '—': '一字线', '——': '破折号' };
/** So many times as often, one mark is the draft's own and the other a slip. */
const DOMINANT = 3;
const HYPHENS: readonly string[] = ['-', '－'];

interface Range {
  readonly body: Body;
  readonly index: number;
  readonly text: string;
  readonly mark: string;
  /** Where the mark stands. */
  readonly at: number;
  readonly years: boolean;
  readonly left: string;
  readonly unit: string;
  readonly right: string;
  readonly last: string;
}

/** Marks between the ends of a range. */
export const numberDash: Rule = {
  id: 'number-dash',
  category: 'text',
  severity: 'warning',
  summary: '数字之间的连接号写错：误作汉字“一”，几种连接号混用，或者前一个数字缺百分号。',
  *check({ bodies: all }) {
    const ranges = all.flatMap(readRanges);
    const [usual = '—'] = tally(ranges).keys();
    const strokes = all.flatMap(({ source, own }) =>
      [...own.matchAll(STROKE)].map(
        ({ 0: text, index }): Slip => ({
          span: around(source, own, index),
          message: `数字之间的连接号误作“${text}”，应为“${usual}”`,
          edits: [{ span: { source, start: index, end: index + 1 }, newText: usual }],
        }),
      ),
    );
    yield* tell(strokes, `改为“${usual}”`, (count) => `数字之间的连接号误作汉字“一”，共${count}处，不逐一列出`);
    yield* tell(
      ranges.flatMap(withoutSign),
      '补上百分号',
      (count) => `百分数的范围前一个数字缺百分号，共${count}处：应写作“2%—5%”`,
    );
    yield* mixed(ranges);
  },
};

function readRanges(body: Body): Range[] {
  const found: Range[] = [];
  for (const match of body.own.matchAll(RANGE)) {
    const { 0: text, 1: left = '', 2: unit = '', 3: mark = '', 4: right = '', 5: last = '', index } = match;
    if (LABEL.test(body.own.slice(Math.max(0, index - 3), index))) continue;
    // 2021-07 is a month, 028-86 the start of a telephone number.
    if (/^\d{4}$/.test(left) && /^0\d$/.test(right)) continue;
    if (/^0\d/.test(left)) continue;
    const years = /^(?:19|20)\d\d$/.test(left) && /^(?:19|20)?\d\d$/.test(right);
    found.push({ body, index, text, mark, at: index + left.length + unit.length, years, left, unit, right, last });
  }
  return found;
}

/** 2—5% says neither 2% nor 2: the sign belongs to both. */
function withoutSign({ body, index, left, unit, mark, right, last }: Range): Slip[] {
  if (unit || !last) return [];
  const span = { source: body.source, start: index, end: index + left.length + mark.length + right.length + 1 };
  return [
    {
      span,
      message: `“${left}${mark}${right}${last}”前一个数字缺百分号，应写作“${left}${last}${mark}${right}${last}”`,
      edits: [{ span: { ...span, end: index + left.length }, newText: left + last }],
    },
  ];
}

/** The marks in use, the most frequent first. */
function tally(ranges: readonly Range[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { mark } of ranges) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  return new Map([...counts].sort((a, b) => b[1] - a[1]));
}

/**
 * The rarer marks, where one mark clearly is the draft's own. Years and quantities may each have their mark; a hyphen beside
 * dashes is a slip in both.
 */
function* mixed(ranges: readonly Range[]) {
  const all = tally(ranges);
  const [overall = '', times = 0] = [...all][0] ?? [];
  const hyphens = HYPHENS.reduce((sum, mark) => sum + (all.get(mark) ?? 0), 0);
  const kinds = [true, false].map((years) => tally(ranges.filter((range) => range.years === years)));
  const slips = ranges.flatMap((range) => {
    const kind = kinds[range.years ? 0 : 1];
    const [usual = '', count = 0] = [...(kind ?? [])][0] ?? [];
    if (range.mark !== usual && count >= DOMINANT * (kind?.get(range.mark) ?? 0)) return [slip(range, usual, count)];
    const outnumbered = !HYPHENS.includes(overall) && times >= DOMINANT * hyphens;
    return outnumbered && HYPHENS.includes(range.mark) ? [slip(range, overall, times)] : [];
  });
  yield* tell(slips, '统一连接号', (count) => `数字之间的连接号前后不一，与多数写法不同的共${count}处，不逐一列出`);
}

function slip({ body: { source }, index, text, mark, at, last }: Range, usual: string, count: number): Slip {
  return {
    span: { source, start: index, end: index + text.length - last.length },
    message: `连接号“${mark}”${NAMES[mark] ? `（${NAMES[mark]}）` : ''}与别处不一致：其他${count}处用“${usual}”`,
    edits: [{ span: { source, start: at, end: at + mark.length }, newText: usual }],
  };
}

/** The mark with the numbers beside it. */
function around(source: Body['source'], text: string, index: number) {
  let [start, end] = [index, index + 1];
  while (start > index - 8 && /[\d.%‰％年月岁个万亿]/.test(text[start - 1] ?? '')) start--;
  while (end < index + 8 && /[\d.]/.test(text[end] ?? '')) end++;
  return { source, start, end };
}
