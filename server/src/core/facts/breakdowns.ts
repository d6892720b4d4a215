import type { Breakdown, Prose, Quantity } from '../model.ts';
import { type Amount, scanAmounts } from '../quantity/scan.ts';
import { quantityOf } from '../quantity/value.ts';

/** What opens a list of parts right behind a whole: （其中, ，其中：, （包括. */
const OPENING = /^[^,。;:()、]{0,12}?(?:\((其中|包括|含|分别为)?:?|[,:](其中|包括|分别为|分别是):?,?)/;
/** What may stand between two parts of one list: a name, and no full stop. */
const BETWEEN = /^[^。;,()]{0,40}$/;

/** The wholes of a run of text that are told with their parts: 共427人（其中公开招聘318人、考核招聘109人）. */
export function* readBreakdowns(prose: Prose): Generator<Breakdown> {
  const { text } = prose;
  if (!/其中|包括|\(含|分别/.test(text)) return;
  const amounts = scanAmounts(text).filter(({ high }) => !high);
  for (const [index, whole] of amounts.entries()) {
    const behind = text.slice(whole.to, whole.to + 40);
    const opening = OPENING.exec(behind);
    const word = opening?.[1] ?? opening?.[2];
    if (!opening || !word) continue;
    const parts = partsOf(text, whole, whole.to + opening[0].length, amounts.slice(index + 1), behind.includes('('));
    if (!parts.length) continue;
    const quantities = parts.map((part): Quantity => quantityOf(prose, part));
    yield {
      whole: quantityOf(prose, whole),
      parts: quantities,
      complete: word !== '其中' && word !== '含',
      span: quantityOf(prose, whole).span,
      ...(prose.section && { section: prose.section }),
    };
  }
}

/** The amounts of the whole's own unit that follow each other as one list. */
function partsOf(text: string, whole: Amount, from: number, amounts: readonly Amount[], bracketed: boolean): Amount[] {
  const parts: Amount[] = [];
  let last = from;
  for (const amount of amounts) {
    const between = text.slice(last, amount.from);
    const divided = parts.length === 0 || /^[、和及与]|^,/.test(between) || bracketed;
    const name = between.replace(/^[、,和及与]/, '');
    if (!divided || !BETWEEN.test(name) || amount.unit !== whole.unit || !whole.unit) break;
    if (/[比较占增减升降高低多少]$/.test(name) || name === '') break;
    parts.push(amount);
    last = amount.to;
    if (!/^[、,和及与]/.test(text.slice(last, last + 1))) break;
  }
  return parts;
}
