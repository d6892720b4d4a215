import { breaks, tellBreak } from '../columns.ts';
import { mayBeReal, type Result, resultsOf } from '../growth.ts';
import { digitsOf, firstExact, misworded } from '../measure.ts';
import type { Change, End, Mention, Pair, Plan, Quantity } from '../model.ts';
import type { Rule } from '../rule.ts';
import { quote, sayQuantity } from '../say.ts';

/** 从A提高到B，提高C; 年均增长C%: a change that its own ends contradict. */
export const changeMismatch: Rule = {
  id: 'change-mismatch',
  category: 'consistency',
  severity: 'error',
  summary: '变化的幅度与前后两个数值算不拢。',
  *check(view) {
    for (const table of view.plan.tables) for (const broken of breaks(table, ['growth'])) yield tellBreak(broken);
    // Whose verb contradicts their order: said by change-verb.
    const slips = new Set(view.changes.flatMap((change) => (misworded(change) ? change.pairs : [])));
    const stated = firstExact(view.mentions.filter(({ indicator }) => indicator));
    for (const change of view.changes) {
      const { by } = change;
      const pairs = by ? pairsOf(stated, view.plan, change).filter((pair) => !slips.has(pair)) : [];
      if (!by || !pairs.length || pairs.some((pair) => fits(change, by, pair, view.plan.years))) continue;
      const told = pairs.filter((pair) => resultsOf(change, by, pair, view.plan.years).length);
      const alike = told.find(({ from }) => from.quantity.unit === by.unit && by.unit !== '%');
      const pair = alike ?? told.find(({ from }) => from.quantity.unit !== '%') ?? told[0];
      const [result] = pair ? resultsOf(change, by, pair, view.plan.years) : [];
      if (!pair || !result) continue;
      const [from, to] = [pair.from.quantity, pair.to.quantity];
      yield {
        span: by.span,
        message: `“${quote(change.subject)}”由${sayQuantity(from)}到${sayQuantity(to)}，${say(change, result, by, pair)}`,
        related: [from, to].map((end) => ({ span: end.span, message: `据此计算：${sayQuantity(end)}` })),
      };
    }
  },
};

/** The pairs told with the change; else the value reached and what the tables state for the years that it is counted between. */
function pairsOf(
  stated: ReadonlyMap<string, Mention>,
  plan: Plan,
  { pairs, to, since, year, key }: Change,
): readonly Pair[] {
  if (pairs.length || since === undefined) return pairs;
  const endOf = (at: number | undefined): End | undefined => {
    const value = stated.get(`${key}\n${at}`)?.value;
    return value?.kind === 'amount' && at !== undefined ? { quantity: value.quantity, year: at } : undefined;
  };
  const start = endOf(since);
  const end = to ?? endOf(year ?? plan.years.target);
  return start && end ? [{ from: start, to: exact(start, end) }] : [];
}

/** A target is set, not measured: 40 is 40.0. */
function exact({ quantity: { step } }: End, end: End): End {
  return { ...end, quantity: { ...end.quantity, step: Math.min(step, end.quantity.step) } };
}

function fits(change: Change, by: Quantity, pair: Pair, plan: Plan['years']): boolean {
  const slack = by.step / 2 + 1e-9;
  const results = resultsOf(change, by, pair, plan);
  return (
    results.some(({ low, high }) => by.amount + slack >= low && by.amount - slack <= high) ||
    mayBeReal(change, by, results)
  );
}

function say({ trend, yearly }: Change, { low, high }: Result, by: Quantity, { from, to }: Pair): string {
  const middle = (low + high) / 2;
  if (middle < 0) {
    const [seen, said] = trend === 'up' ? ['降低', '提高'] : ['升高', '降低'];
    return `数值${seen}了，此处却说${said}${by.value}`;
  }
  if (by.unit === '倍') {
    const [growth, multiple] = [middle, middle + 1].map((times) => times.toFixed(digitsOf(by.step)));
    return `后数是前数的${multiple}倍，增长${growth}倍，此处写${by.value}`;
  }
  const amount = sayAmount(middle, by, from.quantity, to.quantity);
  return `${yearly ? '年均' : ''}${trend === 'up' ? '增幅' : '降幅'}应为${amount}，此处写${by.value}`;
}

/** A growth to as many digits as the text gives it, a difference to as many as its ends have. */
function sayAmount(amount: number, by: Quantity, from: Quantity, to: Quantity): string {
  if (by.unit === '%') return `${amount.toFixed(digitsOf(by.step))}${by.unit}`;
  // Points are of a hundred: what is counted in ‰ or per 100000 does not move by them.
  if (by.unit === '个百分点' && from.unit !== '%') {
    const difference = Math.abs(to.amount - from.amount).toFixed(digitsOf(from.step, to.step));
    return `${difference}${from.unit === '‰' ? '个千分点' : from.unit}`;
  }
  const scale = from.unit === by.unit || by.unit === '个百分点' ? 1 : Number.POSITIVE_INFINITY;
  return `${amount.toFixed(digitsOf(by.step, from.step * scale, to.step * scale))}${by.unit}`;
}
