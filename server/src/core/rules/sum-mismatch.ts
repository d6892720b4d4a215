import type { Breakdown } from '../model.ts';
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

function* judge({ whole, parts, complete, span }: Breakdown): Generator<Problem> {
  const sum = parts.reduce((all, { amount }) => all + amount, 0);
  const slack =
    (whole.step < 1 ? whole.step / 2 : 0) + parts.reduce((all, { step }) => all + (step < 1 ? step / 2 : 0), 0) + 1e-9;
  const rough = [whole, ...parts].some(({ bound }) => bound === '≈');
  const excess = sum - whole.amount;
  // Three parts or more that all but make the whole were meant to.
  const near = parts.length > 2 && -excess < 0.05 * whole.amount;
  const short = parts.length > 1 && (complete || near) && -excess > slack && whole.bound === '=';
  const wrong = excess > slack || short;
  if (!wrong || rough || parts.some(({ bound }) => /[≤<]/.test(bound))) return;
  const total = Number(sum.toFixed(4));
  const claim = parts.length > 1 ? `各项之和为${total}${whole.unit}` : `其中一项为${parts[0]?.value}`;
  yield {
    span,
    message: `总数写的是${whole.value}，${claim}，${excess > 0 ? '超过' : '少于'}总数`,
    related: parts.map((part) => ({ span: part.span, message: `其中：${part.value}` })),
  };
}
