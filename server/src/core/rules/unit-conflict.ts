import type { Change, Mention } from '../model.ts';
import { dimensionOf } from '../quantity/units.ts';
import type { Fix, Note, Problem, Rule } from '../rule.ts';
import { quote, relate, sayPlace, sayValue } from '../say.ts';
import { overlap, sameSpan } from '../span.ts';
import { inBreakdowns, inFigures } from './unit/lost.ts';

/** The same indicator in different units: ‰ here, % there. */
export const unitConflict: Rule = {
  id: 'unit-conflict',
  category: 'consistency',
  severity: 'error',
  summary: '同一指标前后用了不同的单位。',
  *check({ plan, mentions, changes, breakdowns, conflicts }) {
    const starts = [...startingPoints(mentions)];
    yield* starts;
    const lost = [...inBreakdowns(breakdowns)];
    yield* lost;
    yield* pairs(changes, starts);
    const told = [...lost];
    for (const { kind, odd, others } of conflicts) {
      const [other] = others;
      if (kind !== 'units' || !other || lost.some(({ span }) => sameSpan(span, odd.span))) continue;
      const when = odd.year === undefined ? '' : `${odd.year}年`;
      const message = `“${quote(odd.subject)}”${when}的单位前后不一：此处为${sayValue(odd)}，${sayPlace(other)}为${sayValue(other)}`;
      const fix = correction(odd, other);
      const problem = {
        span: odd.span,
        message,
        related: [...relate(others), ...unitNotes([odd, ...others])],
        ...(fix && { fix }),
      };
      told.push(problem);
      yield problem;
    }
    for (const problem of inFigures(plan)) if (!told.some(({ span }) => overlap(span, problem.span))) yield problem;
  },
};

/** A row's figures take their unit from its name or the 单位 column: that is the place to mend. */
function unitNotes(mentions: readonly Mention[]): Note[] {
  return mentions.flatMap(
    ({ indicator }) => indicator?.units.map(({ span, value }) => ({ span, message: `单位：${value}` })) ?? [],
  );
}

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

/** The first value of 从15.2‰降低到9.6/10万: of no year that others speak of, but of one unit with them. */
function* startingPoints(mentions: readonly Mention[]): Generator<Problem> {
  const opened = mentions.filter(({ before }) => before && dimensionOf(before.unit) === 'share');
  const keys = new Set(opened.map(({ key }) => key));
  const byKey = new Map<string, Mention[]>();
  for (const mention of mentions)
    if (
      keys.has(mention.key) &&
      mention.value.kind === 'amount' &&
      dimensionOf(mention.value.quantity.unit) === 'share'
    )
      byKey.set(mention.key, [...(byKey.get(mention.key) ?? []).slice(0, 20), mention]);
  for (const { key, before, subject } of opened) {
    const others = byKey.get(key) ?? [];
    const units = others.map(({ value }) => (value.kind === 'amount' ? value.quantity.unit : ''));
    if (!before || !units.length || units.includes(before.unit)) continue;
    const message = `“${quote(subject)}”的单位前后不一：此处为${before.value}，别处用“${units[0]}”`;
    yield { span: before.span, message, related: relate(others) };
  }
}

/** 从30%提高到40‰ */
function* pairs(changes: readonly Change[], told: readonly Problem[]): Generator<Problem> {
  for (const { pairs, by, subject } of changes) {
    const [pair] = by ? [] : pairs;
    if (!pair) continue;
    const [from, to] = [pair.from.quantity, pair.to.quantity];
    const shares = [from, to].every(({ unit }) => dimensionOf(unit) === 'share');
    if (!shares || from.unit === to.unit || told.some(({ span }) => sameSpan(span, from.span))) continue;
    const message = `“${quote(subject)}”的单位前后不一：由${from.value}变为${to.value}`;
    yield { span: to.span, message, related: [{ span: from.span, message: `原来：${from.value}` }] };
  }
}
