import { matterOf } from './conflicts.ts';
import { groupBy } from './group.ts';
import type { Knowledge } from './lexicon.ts';
import { misworded } from './measure.ts';
import type { Change, Mention, Pair, Span } from './model.ts';
import { type Reason, rewriteQuantity, rewriteRange } from './rewrite.ts';
import type { Edit } from './rule.ts';
import { sameSpan } from './span.ts';

/** Everything that a plan states: an edit of one place must not spoil what another statement says by the same number. */
export interface Told {
  readonly mentions: readonly Mention[];
  readonly changes: readonly Change[];
  readonly knowledge: Knowledge;
}

/** The edits that make a place state the value of another mention of the same matter, in its own wording. */
export function restate(place: Mention, model: Mention, told: Told): readonly Edit[] | Reason {
  return sharedWith(place, told) ?? turned(place, model, told) ?? rewrite(place, model);
}

function rewrite({ value: place }: Mention, { value: model }: Mention): readonly Edit[] | Reason {
  if (place.kind === 'amount' && model.kind === 'amount') return rewriteQuantity(place.quantity, model.quantity);
  if (place.kind === 'relative' && model.kind === 'relative' && place.by && model.by)
    return place.trend === model.trend ? rewriteQuantity(place.by, model.by) : '两处说的变化方向相反';
  if (place.kind === 'range' && model.kind === 'range') return rewriteRange(place, model);
  return '一处是区间，一处是单个数';
}

const placeOf = ({ source, start }: Span) => `${source.uri}\n${start}`;
const byPlace = new WeakMap<readonly Mention[], ReadonlyMap<string, readonly Mention[]>>();
const byNumber = new WeakMap<readonly Change[], ReadonlyMap<string, readonly (Pick<Change, 'trend'> & Pair)[]>>();

/** A和B均达到95%: the number is another thing's too. */
function sharedWith(place: Mention, { mentions, knowledge }: Told): Reason | undefined {
  const known = byPlace.get(mentions) ?? groupBy(mentions, ({ span }) => placeOf(span));
  byPlace.set(mentions, known);
  const matter = matterOf(place, knowledge);
  const other = known
    .get(placeOf(place.span))
    ?.find((mention) => sameSpan(mention.span, place.span) && matterOf(mention, knowledge) !== matter);
  return other && `此处的数同时说的是“${other.subject.value}”`;
}

/** 从A提高到B: a number that would turn the sense of the verb. */
function turned(place: Mention, model: Mention, { changes }: Told): Reason | undefined {
  if (place.value.kind !== 'amount' || model.value.kind !== 'amount') return undefined;
  const [old, quantity] = [place.value.quantity, model.value.quantity];
  const known = byNumber.get(changes) ?? groupPairs(changes);
  byNumber.set(changes, known);
  const spoilt = known.get(placeOf(old.core))?.some(({ trend, from, to }) => {
    const after = sameSpan(from.quantity.core, old.core)
      ? { from: { ...from, quantity }, to }
      : { from, to: { ...to, quantity } };
    return misworded({ trend, pairs: [after] }) && !misworded({ trend, pairs: [{ from, to }] });
  });
  return spoilt ? '改后与“提高”“下降”等词不合' : undefined;
}

function groupPairs(changes: readonly Change[]) {
  const ends = changes.flatMap(({ trend, pairs }) =>
    pairs.flatMap((pair) => [pair.from, pair.to].map(({ quantity }) => ({ at: quantity.core, trend, ...pair }))),
  );
  return groupBy(ends, ({ at }) => placeOf(at));
}
