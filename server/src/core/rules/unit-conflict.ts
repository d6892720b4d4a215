import { conflicts } from '../conflicts.ts';
import type { Mention } from '../model.ts';
import type { Fix, Rule } from '../rule.ts';
import { relate, sayPlace, sayValue } from '../say.ts';

/** The same indicator in different units: ‰ here, % there. */
export const unitConflict: Rule = {
  id: 'unit-conflict',
  category: 'consistency',
  severity: 'error',
  summary: '同一指标前后用了不同的单位。',
  *check({ mentions, knowledge }) {
    for (const { kind, odd, others } of conflicts(mentions, knowledge)) {
      const [other] = others;
      if (kind !== 'units' || !other) continue;
      const when = odd.year === undefined ? '' : `${odd.year}年`;
      const message = `“${odd.subject.value}”${when}的单位前后不一：此处为${sayValue(odd)}，${sayPlace(other)}为${sayValue(other)}`;
      const fix = correction(odd, other);
      yield { span: odd.span, message, related: relate(others), ...(fix && { fix }) };
    }
  },
};

/** Where the numbers are the same to the letter, the unit alone was mistyped. */
function correction({ value: odd }: Mention, { value: other }: Mention): Fix | undefined {
  if (odd.kind !== 'amount' || other.kind !== 'amount' || odd.quantity.amount !== other.quantity.amount)
    return undefined;
  const { core, unit } = odd.quantity;
  const written = core.source.text.slice(core.start, core.end);
  if (!unit || !other.quantity.unit || !written.endsWith(unit)) return undefined;
  const span = { ...core, start: core.end - unit.length };
  return { title: `单位改为${other.quantity.unit}`, safe: false, edits: [{ span, newText: other.quantity.unit }] };
}
