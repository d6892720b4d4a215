import type { Prose } from '../../model.ts';
import { chineseNumber } from '../../quantity/numerals.ts';
import { type Amount, readAmounts } from '../../quantity/scan.ts';
import { stemOf } from '../../quantity/units.ts';
import { quantityOf } from '../../quantity/value.ts';
import type { Problem } from '../../rule.ts';
import { agrees, basedOn, before, isExact, isNear, type Limits, limitsOf, print, say, widened } from './figures.ts';

/** 五年累计, “十三五”期间共: over how many years, and what is said between that and the number. */
const OVER =
  /(?:([三四五])年|[“"]?十[一二三四五六]五[”"]?(?:时期|期间)?|((?:19|20)\d\d)年?[-—~至]((?:19|20)\d\d)年)([^,。;:、\d]{0,20})$/;
const EACH = /(?:每年|年均|平均每年)([^,。;:、\d]{0,14})$/;
const MOVES = /增长|提高|递增|下降|降低|增速|增幅|上升|减少|递减/;
/** What names nothing that is counted. */
const PLAIN = /累计|总共|合计|共计|[共计]|完成|实现|开展|力争|将|全[省市县区]|约|达到?|为|以上|不少于|不低于|超过/g;

interface Told {
  readonly amount: Amount;
  /** What is counted, as far as it is said before the number, and all of its clause. */
  readonly what: string;
  readonly clause: string;
}

/** 每年培训1.2万人次，五年累计6万人次: so many years make the sum. */
export function* yearly(prose: Prose): Generator<Problem> {
  const { text } = prose;
  if (!/每年|年均/.test(text)) return;
  for (const amount of readAmounts(prose)) {
    const [one, other] = [...before(prose, amount.to)]
      .reverse()
      .filter(({ unit }) => stemOf(unit) === stemOf(amount.unit));
    if (!one || !other) continue;
    const found = ordered(text, one, other) ?? ordered(text, other, one);
    if (!found || !matches(found.sum, found.each)) continue;
    const [sum, each] = [found.sum.amount, found.each.amount];
    const result = times(limitsOf(each), found.years);
    if (holds(sum, each, result) || !isNear(sum, result)) continue;
    yield {
      span: quantityOf(prose, amount).span,
      severity: 'warning',
      message: `每年${say(prose, each)}，${found.years}年应为${print(sum, result)}，与${say(prose, sum)}不符`,
      related: basedOn(prose, [amount === sum ? each : sum]),
    };
  }
}

function ordered(text: string, each: Amount, sum: Amount): { each: Told; sum: Told; years: number } | undefined {
  const lead = EACH.exec(text.slice(Math.max(0, each.from - 24), each.from));
  const over = OVER.exec(text.slice(Math.max(0, sum.from - 36), sum.from));
  if (!lead || !over || MOVES.test(lead[1] ?? '') || EACH.test(over[0])) return undefined;
  // 比“十三五”时期的496亿元增长38%: another period's sum.
  if (/[比较]$/.test(text.slice(0, sum.from - over[0].length))) return undefined;
  const [, count, from, to, rest = ''] = over;
  const years = count ? chineseNumber(count) : from ? Number(to) - Number(from) + 1 : 5;
  if (!years || MOVES.test(rest)) return undefined;
  const told = (amount: Amount, what: string): Told => ({
    amount,
    what: what.replace(PLAIN, ''),
    clause: /[^,。;:]*$/.exec(text.slice(Math.max(0, amount.from - 60), amount.to))?.[0] ?? '',
  });
  return { each: told(each, lead[1] ?? ''), sum: told(sum, rest), years };
}

/** Whether both count the same: one names nothing of its own, or what the other's clause names. */
function matches(a: Told, b: Told): boolean {
  return b.clause.includes(a.what) || a.clause.includes(b.what);
}

function times({ exact, low, high }: Limits, years: number): Limits {
  return { exact: exact * years, low: low * years, high: high * years };
}

/** A floor for each year is one for the sum; the sum may be rounded a little. */
function holds(sum: Amount, each: Amount, result: Limits): boolean {
  const floor = /[≥>≈]/.test(each.bound);
  const wide = { ...widened(result, 0.01), ...(floor && { high: Number.POSITIVE_INFINITY }) };
  if (!isExact(sum) && /[≥>≈]/.test(sum.bound)) return limitsOf(sum).low <= wide.high;
  return /[≤<]/.test(each.bound + sum.bound) || agrees(sum, wide);
}
