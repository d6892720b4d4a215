import type { Conflict, Rule } from '../rule.ts';
import { quote, relate, sayPlace, sayValue } from '../say.ts';

/** The same indicator, scope and year with different values or bounds in two places. */
export const valueConflict: Rule = {
  id: 'value-conflict',
  category: 'consistency',
  severity: 'error',
  summary: '同一指标、同一年份，前后写的数值不一致。',
  *check({ conflicts }) {
    for (const conflict of conflicts)
      if (conflict.kind === 'values')
        yield { span: conflict.odd.span, message: say(conflict), related: relate(conflict.others) };
  },
};

function say({ odd, others }: Conflict): string {
  const { year, subject } = odd;
  const [other] = others;
  const when = year === undefined ? '' : `${year}年`;
  return `“${quote(subject)}”${when}的数值前后不一：此处为${sayValue(odd)}${other ? `，${sayPlace(other)}为${sayValue(other)}` : ''}`;
}
