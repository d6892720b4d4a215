import { baseAmount, comparable } from '../measure.ts';
import type { Mention, Quantity } from '../model.ts';
import { dimensionOf } from '../quantity/units.ts';
import type { Rule } from '../rule.ts';
import { quote, sayQuantity } from '../say.ts';

/** A target short of the one that the plan above sets for the same indicator. */
export const upstreamGap: Rule = {
  id: 'upstream-gap',
  category: 'consistency',
  severity: 'warning',
  summary: '目标低于上位规划对同一指标的要求。',
  *check({ mentions, upstream, knowledge }) {
    const above = new Map(
      upstream.flatMap((mention) => (aims(mention) ? [[`${mention.key}\n${mention.year}`, mention] as const] : [])),
    );
    for (const mention of mentions) {
      const demanded = aims(mention) ? above.get(`${mention.key}\n${mention.year}`) : undefined;
      const { direction, confidence } = knowledge.traitOf(mention.subject.value);
      const [own, asked] = [amountOf(mention), demanded && amountOf(demanded)];
      if (!demanded || !own || !asked || direction === 'neutral' || confidence < 0.8 || !comparable(own, asked))
        continue;
      const gap = baseAmount(own) - baseAmount(asked);
      if (direction === 'higher' ? gap >= -1e-9 : gap <= 1e-9) continue;
      yield {
        span: mention.span,
        message: `“${quote(mention.subject)}”的目标${sayQuantity(own)}，没有达到上位规划的${sayQuantity(asked)}`,
        related: [{ span: demanded.span, message: `上位规划：${sayQuantity(asked)}` }],
      };
    }
  },
};

/** Only figures that do not grow with the place: shares, ages, figures per head. */
function aims({ indicator, role, key, value }: Mention): boolean {
  if (!indicator || role !== 'target' || value.kind !== 'amount') return false;
  return /^(?:share|age|concentration)$/.test(dimensionOf(value.quantity.unit)) || /^(?:每|人均)/.test(key);
}

function amountOf({ value }: Mention): Quantity | undefined {
  return value.kind === 'amount' ? value.quantity : undefined;
}
