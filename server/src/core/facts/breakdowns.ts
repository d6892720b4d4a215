import type { Breakdown, Prose, Quantity } from '../model.ts';
import { type Amount, scanAmounts } from '../quantity/scan.ts';
import { dimensionOf } from '../quantity/units.ts';
import { quantityOf } from '../quantity/value.ts';

/** What opens a list of parts right behind a whole: （其中, ，其中：, （包括. */
const OPENING = /^[^,。;:()、]{0,12}?(?:\((其中|包括|含|分别为)?:?|[,:](其中|包括|分别为|分别是):?,?)/;
/** Kinds of amounts that can be added up; shares and ages cannot. */
const ADDS = /^(?:count|person|visit|money|area|volume|mass|length|power|electricity)$/;

/** What may stand between two parts of one list: a name, and no full stop. */
const BETWEEN = /^[^。;,()]{0,40}$/;

/** The wholes of a run of text that are told with their parts: 共427人（其中公开招聘318人、考核招聘109人）. */
export function* readBreakdowns(prose: Prose): Generator<Breakdown> {
  const { text } = prose;
  if (!/其中|包括|\(含|分别/.test(text)) return;
  const amounts = scanAmounts(text).filter(({ high, unit }) => !high && ADDS.test(dimensionOf(unit)));
  for (const [index, whole] of amounts.entries()) {
    const behind = text.slice(whole.to, whole.to + 40);
    const opening = OPENING.exec(behind);
    const word = opening?.[1] ?? opening?.[2];
    // 年均150名，其中…: the parts are those of the number before.
    if (
      !opening ||
      !word ||
      /(?:年均|每年|平均|新增|净增|增加)$/.test(text.slice(Math.max(0, whole.from - 4), whole.from))
    )
      continue;
    const parts = partsOf(
      text,
      whole,
      whole.to + opening[0].length,
      amounts.slice(index + 1),
      opening[0].includes('('),
    );
    if (!parts.length) continue;
    const quantities = parts.map((part): Quantity => quantityOf(prose, part));
    yield {
      whole: quantityOf(prose, whole),
      parts: quantities,
      complete: (word !== '其中' && word !== '含') || namesTheRest(text, whole.to, parts),
      span: quantityOf(prose, whole).span,
      ...(prose.section && { section: prose.section }),
    };
  }
}

/** 其他机构5个 as the last part: with it the parts are all there is. */
function namesTheRest(text: string, from: number, parts: readonly Amount[]): boolean {
  const last = parts.at(-1);
  const before = parts.at(-2);
  return !!last && /^[、和及与]?其[他它余]/.test(text.slice(before?.to ?? from, last.from));
}

/** The amounts of the whole's own unit that follow each other as one list. */
function partsOf(text: string, whole: Amount, from: number, amounts: readonly Amount[], bracketed: boolean): Amount[] {
  const parts: Amount[] = [];
  let last = from;
  for (const amount of amounts) {
    // 执业（助理）医师: what a bracket adds to a name or to the part before divides nothing.
    const between = text.slice(last, amount.from).replace(/\([^()]*\)/g, '');
    // 23所（含一贯制学校9所）: what stands in a bracket is a part of the part before.
    if (!bracketed && inBracket(text, from, amount.start)) continue;
    const divided = parts.length === 0 || /^[、和及与]/.test(between) || (bracketed && /^,/.test(between));
    const name = between.replace(/^[、,和及与]/, '');
    if (!divided || !BETWEEN.test(name) || amount.unit !== whole.unit || !whole.unit) break;
    if (/[比较占增减升降高低多少]$/.test(name) || name === '') break;
    parts.push(amount);
    last = amount.to;
    if (!(bracketed ? /[、,和及与]/ : /[、和及与]/).test(text.slice(last).replace(/^\([^()]*\)/, '')[0] ?? '')) break;
  }
  return parts;
}

function inBracket(text: string, from: number, at: number): boolean {
  return text.lastIndexOf('(', at) > Math.max(from - 1, text.lastIndexOf(')', at));
}
