import { edited } from '../edit.ts';
import { restate } from '../restate.ts';
import type { Conflict, Fix, Rule, View } from '../rule.ts';
import { quote, relate, sayPlace, sayValue } from '../say.ts';

/** The same indicator, scope and year with different values or bounds in two places. */
export const valueConflict: Rule = {
  id: 'value-conflict',
  category: 'consistency',
  severity: 'error',
  summary: '同一指标、同一年份，前后写的数值不一致。',
  *check(view) {
    for (const conflict of view.conflicts) {
      if (conflict.kind !== 'values') continue;
      const fix = agreement(conflict, view);
      const { odd, others } = conflict;
      yield { span: odd.span, message: say(conflict), related: relate(others), ...(fix && { fix }) };
    }
  },
};

/** What is told first of the others, in the words of this place; which of the two is right nobody here knows. */
function agreement({ odd, others }: Conflict, view: View): Fix | undefined {
  const [other] = others;
  const edits = other && restate(odd, other, view);
  if (!edits || typeof edits === 'string') return undefined;
  return { title: `改为${edited(odd.span, edits)}`, safe: false, edits };
}

function say({ odd, others }: Conflict): string {
  const { year, subject } = odd;
  const [other] = others;
  const when = year === undefined ? '' : `${year}年`;
  return `“${quote(subject)}”${when}的数值前后不一：此处为${sayValue(odd)}${other ? `，${sayPlace(other)}为${sayValue(other)}` : ''}`;
}
