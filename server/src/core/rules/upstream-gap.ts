import type { Direction, Knowledge } from '../lexicon.ts';
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
    const above = aims(upstream);
    for (const [key, mention] of aims(mentions)) {
      const demanded = above.get(key);
      const [own, asked] = [amountOf(mention), demanded && amountOf(demanded)];
      const direction = directionOf(mention, knowledge);
      if (!demanded || !own || !asked || direction === 'neutral' || !comparable(own, asked)) continue;
      const gap = baseAmount(own) - baseAmount(asked);
      if (direction === 'higher' ? gap >= -1e-9 : gap <= 1e-9) continue;
      yield {
        span: mention.span,
        message: `“${nameOf(mention)}”的目标是${sayQuantity(own)}，没有达到上位规划的${sayQuantity(asked)}`,
        related: [{ span: demanded.span, message: `上位规划：${sayQuantity(asked)}` }],
      };
    }
  },
};

/** The targets of a plan, one for each thing: the table's, else the text's first. */
function aims(mentions: readonly Mention[]): Map<string, Mention> {
  const found = new Map<string, Mention>();
  for (const mention of mentions) {
    const key = `${mention.key}\n${mention.scope}\n${mention.year}`;
    if (isAim(mention) && (!found.has(key) || (mention.indicator && !found.get(key)?.indicator)))
      found.set(key, mention);
  }
  return found;
}

/** Only figures that do not grow with the place: shares, ages, figures per head. */
function isAim({ role, key, year, value }: Mention): boolean {
  if (role !== 'target' || year === undefined || key.includes('|') || value.kind !== 'amount') return false;
  return /^(?:share|age|concentration)$/.test(dimensionOf(value.quantity.unit)) || key.startsWith('每');
}

/** A 其中 row means what its whole does. */
function directionOf({ indicator, subject }: Mention, { traitOf }: Knowledge): Direction {
  const names = [subject, ...(indicator?.whole ? [indicator.whole.name] : [])];
  const sure = names.map(({ value }) => traitOf(value)).find((trait) => trait.confidence >= 0.8);
  return sure?.direction ?? 'neutral';
}

function nameOf({ indicator, subject }: Mention): string {
  return indicator?.whole ? `${quote(indicator.whole.name)}（${quote(indicator.name)}）` : quote(subject);
}

function amountOf({ value }: Mention): Quantity | undefined {
  return value.kind === 'amount' ? value.quantity : undefined;
}
