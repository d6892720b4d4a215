import type { Prose } from '../../model.ts';
import { type Amount, readAmounts } from '../../quantity/scan.ts';
import { dimensionOf, factorOf, stemOf, unitAt } from '../../quantity/units.ts';
import { quantityOf } from '../../quantity/value.ts';
import type { Problem } from '../../rule.ts';
import { agrees, basedOn, before, isExact, isNear, limitsOf, print, quotient, say, widened } from './figures.ts';

/** 人均, 户均, 平均每栋: what a total is divided by, and what the text says between that and the number. */
const AVERAGE = /(?:(人|户|亩)均|平均每(?=\D))([^,。;:、\d]{0,16})$/;

/** The year's average population, by which statisticians divide, differs a little from that at its end. */
const OF_PEOPLE = /人口/;

/** 为28.4万名劳动者追发工资38.6亿元，人均1.36万元: one sentence that holds all three. */
export function* averages(prose: Prose): Generator<Problem> {
  const { text } = prose;
  if (!/[人户亩]均|平均每/.test(text)) return;
  for (const told of readAmounts(prose)) {
    const lead = AVERAGE.exec(text.slice(Math.max(0, told.from - 24), told.from));
    if (!lead || !isExact(told)) continue;
    const [, per, rest = ''] = lead;
    const unit = per ? (per === '亩' ? '亩' : per === '户' ? '户' : '人') : unitAt(rest, 0).unit;
    const earlier = before(prose, told.from - lead[0].length);
    const [count, total] = pick(earlier, unit, told);
    if (!unit || !count || !total || !isExact(count) || !isExact(total)) continue;
    // 人均资助1500元 after 发放资助资金: the total's own clause says what is divided.
    const clause = text.slice(clauseStart(text, total.start), total.to);
    const action = rest.replace(/(?:达到?|为|约)$/, '');
    if (per && action && !clause.includes(action)) continue;
    const slack = OF_PEOPLE.test(text.slice(Math.max(0, count.from - 4), count.to + 4)) ? 0.05 : 0;
    const result = widened(quotient(limitsOf(total), limitsOf(count)), slack);
    if (agrees(told, result) || !isNear(told, result)) continue;
    yield {
      span: quantityOf(prose, told).span,
      message: `${say(prose, total)}÷${say(prose, count)}，平均应为${print(told, result)}，此处写${say(prose, told)}`,
      related: basedOn(prose, [total, count]),
    };
  }
}

/** The one count and the one total of the sentence; where both are of one kind, the count comes first. */
function pick(earlier: readonly Amount[], unit: string, told: Amount): readonly Amount[] {
  const counts = earlier.filter((amount) => stemOf(amount.unit) === unit && factorOf(amount.unit) >= factorOf(unit));
  const totals = earlier.filter(({ unit: each }) => dimensionOf(each) === dimensionOf(told.unit) && each !== '');
  if (stemOf(told.unit) === unit) return counts.length === 2 ? counts : [];
  return counts.length === 1 && totals.length === 1 ? [...counts, ...totals] : [];
}

function clauseStart(text: string, at: number): number {
  return Math.max(...[',', '。', ';', ':'].map((mark) => text.lastIndexOf(mark, at - 1))) + 1;
}
