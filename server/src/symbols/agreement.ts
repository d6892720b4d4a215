import { groupBy } from '../core/group.ts';
import { compare } from '../core/measure.ts';
import type { Indicator, Mention } from '../core/model.ts';
import type { Thing } from './things.ts';

/** `other`: nothing is told for the same time that it could be compared with. */
export type Verdict = 'agrees' | 'differs' | 'other';

/** How each mention of a thing stands to what a row of it states for the same time; without a row, to the others told for it. */
export function verdictsIn({ mentions, conflicts }: Thing, row?: Indicator): (mention: Mention) => Verdict {
  const odd = new Set(conflicts.map((conflict) => conflict.odd));
  const groups = groupBy(mentions, timeOf);
  const isStandard = (mention: Mention) => (row ? mention.indicator === row : !odd.has(mention));
  const standards = new Map([...groups].map(([time, group]) => [time, group.find(isStandard)]));
  return (mention) => {
    const standard = standards.get(timeOf(mention));
    const verdict = standard && compare(standard, mention);
    if (odd.has(mention) || verdict === 'values' || verdict === 'units') return 'differs';
    const alone = groups.get(timeOf(mention))?.length === 1;
    return verdict === 'agree' && !alone ? 'agrees' : 'other';
  };
}

/** What two mentions must share to be comparable: the year, and whether they tell of a value or of a change. */
function timeOf({ year, role, value }: Mention): string {
  return `${year ?? role} ${value.kind === 'relative'}`;
}
