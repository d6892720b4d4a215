import { baseAmount } from '../measure.ts';
import { swapMends, unitLost } from '../misprint.ts';
import type { Breakdown, Quantity } from '../model.ts';
import { factorOf } from '../quantity/units.ts';
import type { Problem, Rule } from '../rule.ts';

/** 共A（其中B、C、D）: parts that exceed the whole, or do not make it where they claim to. */
export const sumMismatch: Rule = {
  id: 'sum-mismatch',
  category: 'consistency',
  severity: 'error',
  summary: '“其中”各项之和超过总数，或者与总数不等。',
  *check({ breakdowns }) {
    for (const breakdown of breakdowns) yield* judge(breakdown);
  },
};

function* judge(breakdown: Breakdown): Generator<Problem> {
  const { whole, parts, span } = breakdown;
  const sum = parts.reduce((all, part) => all + baseAmount(part), 0);
  const slack = [whole, ...parts].reduce((all, each) => all + rounding(each), 1e-9 * baseAmount(whole));
  const excess = sum - baseAmount(whole);
  const wrong = excess > slack || (-excess > slack && parts.length > 1 && isShort(breakdown, -excess));
  const rough = [whole, ...parts].some(({ bound }) => bound === '≈');
  if (!wrong || rough || parts.some(({ bound }) => /[≤<]/.test(bound)) || unitLost(breakdown)) return;
  const total = Number((sum / factorOf(whole.unit)).toFixed(4));
  const claim = parts.length > 1 ? `各项之和为${total}${whole.unit}` : `其中一项为${parts[0]?.value}`;
  yield {
    span,
    message: `总数写的是${whole.value}，${claim}，${excess > 0 ? '超过' : '少于'}总数`,
    related: parts.map((part) => ({ span: part.span, message: `其中：${part.value}` })),
  };
}

/** Whole numbers are counted, not rounded. */
function rounding({ step, unit }: Quantity): number {
  const factor = factorOf(unit);
  return step < 1 ? (step / 2) * factor : 0;
}

/** Parts that leave something over although they were meant not to: they say so, or there are many and little is missing. */
function isShort(breakdown: Breakdown, gap: number): boolean {
  const { whole, parts, extent } = breakdown;
  if (whole.bound !== '=' || extent === 'some') return false;
  return extent === 'all' || (parts.length > 2 && gap < 0.05 * baseAmount(whole)) || swapMends(breakdown);
}
