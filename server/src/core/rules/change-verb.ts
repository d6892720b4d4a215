import { baseAmount, comparable } from '../measure.ts';
import type { Change } from '../model.ts';
import type { Rule } from '../rule.ts';
import { quote } from '../say.ts';

/** 提高到 a lower value, 下降到 a higher one. */
export const changeVerb: Rule = {
  id: 'change-verb',
  category: 'consistency',
  severity: 'error',
  summary: '动词与数值矛盾：说“提高到”，数值却降低了；说“下降到”，数值却升高了。',
  *check({ changes }) {
    for (const change of changes) {
      const [pair] = change.pairs;
      if (change.by || !pair || !contradicts(change)) continue;
      const { from, to } = pair;
      const verb = change.trend === 'up' ? '提高' : '降低';
      yield {
        span: to.quantity.span,
        message: `“${quote(change.subject)}”说的是${verb}，数值却由${from.quantity.value}变为${to.quantity.value}`,
        related: [{ span: from.quantity.span, message: `原来：${from.quantity.value}` }],
      };
    }
  },
};

function contradicts({ pairs, trend }: Change): boolean {
  const [pair] = pairs;
  if (!pair) return false;
  const [from, to] = [pair.from.quantity, pair.to.quantity];
  // A unit that differs is a mistake of its own.
  if (!comparable(from, to) || (from.unit && to.unit && from.unit !== to.unit)) return false;
  const [a, b] = from.unit && to.unit ? [baseAmount(from), baseAmount(to)] : [from.amount, to.amount];
  return trend === 'up' ? b < a : b > a;
}
