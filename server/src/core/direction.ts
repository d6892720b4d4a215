import type { Direction, Knowledge } from './lexicon.ts';
import type { Indicator } from './model.ts';

/** Below it, a guess from a name's ending is no ground for an accusation. */
const SURE = 0.8;

/** Whether an indicator is better high or low: as the first of these names tells of which that is sure. */
export function directionOf({ traitOf }: Knowledge, names: readonly string[]): Direction {
  const trait = names.map(traitOf).find(({ direction, confidence }) => direction !== 'neutral' && confidence >= SURE);
  return trait?.direction ?? 'neutral';
}

/** A 其中 row goes the way of its own name, else of its whole's. */
export function directionOfRow(knowledge: Knowledge, { name, whole }: Indicator): Direction {
  return directionOf(knowledge, whole ? [name.value, whole.name.value] : [name.value]);
}
