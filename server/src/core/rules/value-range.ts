import { impossible } from '../limits.ts';
import type { Indicator, Mention, Quantity } from '../model.ts';
import type { Rule } from '../rule.ts';
import { quote, sayQuantity } from '../say.ts';

/** A value that cannot be: a share over 100 %, a rate over its scale, a life expectancy of 7.8. */
export const valueRange: Rule = {
  id: 'value-range',
  category: 'target',
  severity: 'error',
  summary: '不可能的数值：比例大于100%或者小于0，人均预期寿命7.8岁。',
  *check({ mentions, knowledge, conflicts }) {
    // A unit mistyped makes an impossible value too; the conflict says it better.
    const mistyped = new Set(conflicts.flatMap(({ kind, odd }) => (kind === 'units' ? [odd] : [])));
    for (const mention of mentions) {
      if (mistyped.has(mention)) continue;
      const { subject, indicator } = mention;
      const trait = knowledge.traitOf(wholeName(indicator) ?? subject.value);
      for (const quantity of quantities(mention)) {
        const reason = impossible(trait, quantity, subject.value);
        if (!reason) continue;
        yield {
          span: mention.span,
          message: `“${quote(subject)}”的值${sayQuantity(quantity)}不可能：${reason}，请核对`,
        };
        break;
      }
    }
  },
};

/** 其中：农村 is measured as its whole is. */
function wholeName(indicator: Indicator | undefined): string | undefined {
  return indicator?.whole ? wholeName(indicator.whole) : indicator?.name.value;
}

function quantities({ value }: Mention): readonly Quantity[] {
  if (value.kind === 'amount') return [value.quantity];
  return value.kind === 'range' ? [value.low, value.high] : [];
}
