import type { Bound, Change, Mention, Quantity } from './model.ts';
import { dimensionOf, factorOf } from './quantity/units.ts';

/** How two statements of one thing stand to each other; `apart` where they cannot be compared. */
export type Verdict = 'agree' | 'values' | 'units' | 'apart';

const UPPER = new Set<Bound>(['≤', '<']);
const LOWER = new Set<Bound>(['≥', '>']);

/** Whether two amounts of one unit are one: the shorter is the longer rounded; a rough one may miss by a whole step. */
function same(a: Quantity, b: Quantity, scaleA: number, scaleB: number): boolean {
  const [x, y] = [a.amount * scaleA, b.amount * scaleB];
  const [stepX, stepY] = [a.step * scaleA, b.step * scaleB];
  const coarse = Math.max(stepX, stepY);
  const distance = Math.abs(x - y);
  const slack = coarse * 1e-6;
  if (distance <= slack) return true;
  if (a.bound === '≈' || b.bound === '≈')
    return distance <= Math.max(coarse, 0.05 * Math.max(Math.abs(x), Math.abs(y))) + slack;
  // 0.5 rounds to 1, yet nobody would write 1 for it: rounding is small beside what is rounded.
  if (Math.abs(stepX - stepY) <= slack || distance > 0.08 * Math.max(Math.abs(x), Math.abs(y))) return false;
  const [rough, exact] = stepX > stepY ? [x, y] : [y, x];
  return distance < coarse / 2 - slack || (Math.abs(distance - coarse / 2) <= slack && rough > exact);
}

/** Whether a measured amount keeps the bound that another place gives it: 94.1 keeps 90以上. */
function keeps(measured: Quantity, bound: Quantity, scaleMeasured: number, scaleBound: number): boolean {
  if (measured.bound !== '=' || bound.bound === '=') return false;
  const [x, y] = [measured.amount * scaleMeasured, bound.amount * scaleBound];
  return LOWER.has(bound.bound) ? x >= y : UPPER.has(bound.bound) ? x <= y : false;
}

const APART = 500;

/** Compares two quantities. `measured`: values of the past, which may be told exactly in one place and by a bound in another. */
export function compareQuantities(a: Quantity, b: Quantity, measured: boolean): Verdict {
  const [dimensionA, dimensionB] = [dimensionOf(a.unit), dimensionOf(b.unit)];
  const open = !a.unit || !b.unit;
  if (!open && dimensionA !== dimensionB) return 'apart';
  const scaleA = open ? 1 : factorOf(a.unit);
  const scaleB = open ? 1 : factorOf(b.unit);
  if (same(a, b, scaleA, scaleB))
    return (UPPER.has(a.bound) && LOWER.has(b.bound)) || (LOWER.has(a.bound) && UPPER.has(b.bound))
      ? 'values'
      : 'agree';
  if (a.amount === 0 && b.amount === 0) return 'agree';
  // No slip of the pen is that large: a total and a figure per head, told without their heads.
  if (
    Math.min(a.amount, b.amount) > 0 &&
    Math.max(a.amount * scaleA, b.amount * scaleB) > APART * Math.min(a.amount * scaleA, b.amount * scaleB) &&
    scaleA === scaleB
  )
    return 'apart';
  if (measured && (keeps(a, b, scaleA, scaleB) || keeps(b, a, scaleB, scaleA))) return 'agree';
  return scaleA !== scaleB && (dimensionA === 'share' || same(a, b, 1, 1)) ? 'units' : 'values';
}

/** Compares what two mentions of one thing in one year state. */
export function compare(a: Mention, b: Mention): Verdict {
  const measured = a.role === 'baseline' || a.role === 'history';
  const [x, y] = [a.value, b.value];
  if (a.total !== b.total && severalTimes(a, b)) return 'apart';
  if (x.kind === 'relative' || y.kind === 'relative') {
    if (x.kind !== 'relative' || y.kind !== 'relative' || !x.by || !y.by || x.yearly !== y.yearly) return 'apart';
    // Of two ways one is wrong for what the indicator means; that is said at the one.
    if (x.trend !== y.trend) return 'apart';
    return compareQuantities({ ...x.by, bound: '=' }, { ...y.by, bound: '=' }, false);
  }
  if (x.kind === 'range' && y.kind === 'range') {
    const low = compareQuantities(x.low, y.low, false);
    return low === 'agree' ? compareQuantities(x.high, y.high, false) : low;
  }
  if (x.kind === 'range') return y.kind === 'amount' ? inRange(y.quantity, x.low, x.high) : 'apart';
  if (y.kind === 'range') return inRange(x.quantity, y.low, y.high);
  return compareQuantities(x.quantity, y.quantity, measured);
}

/** Whether one is so much more than the other that it may be the sum of several years. */
function severalTimes({ value: x }: Mention, { value: y }: Mention): boolean {
  if (x.kind !== 'amount' || y.kind !== 'amount') return false;
  const [a, b] = [baseAmount(x.quantity), baseAmount(y.quantity)];
  return Math.max(a, b) >= 1.8 * Math.min(a, b);
}

function inRange(amount: Quantity, low: Quantity, high: Quantity): Verdict {
  if (amount.unit && low.unit && dimensionOf(amount.unit) !== dimensionOf(low.unit)) return 'apart';
  const scale = amount.unit && low.unit ? factorOf(amount.unit) / factorOf(low.unit) : 1;
  const x = amount.amount * scale;
  return x >= low.amount && x <= high.amount ? 'agree' : 'values';
}

/** The first exact amount that is told of each name and year, under `name\\nyear`. */
export function firstExact(mentions: readonly Mention[]): ReadonlyMap<string, Mention> {
  const first = new Map<string, Mention>();
  for (const mention of mentions) {
    const { key, year, value } = mention;
    const id = `${key}\n${year}`;
    if (year !== undefined && value.kind === 'amount' && value.quantity.bound === '=' && !first.has(id))
      first.set(id, mention);
  }
  return first;
}

/** An amount in the base of its unit's dimension, for comparing within one. */
export function baseAmount({ amount, unit }: Quantity): number {
  return amount * factorOf(unit);
}

/** How many decimals the finest of these steps has: 2 for 0.01, 0 for 1 and 100. */
export function digitsOf(...steps: readonly number[]): number {
  return Math.max(0, Math.round(-Math.log10(Math.min(...steps))));
}

/** Whether two quantities can be set side by side: of one dimension, or one of them without a unit. */
export function comparable(a: Quantity, b: Quantity): boolean {
  return !a.unit || !b.unit || dimensionOf(a.unit) === dimensionOf(b.unit);
}

/** Whether a change is told the wrong way round: 提高到 a lower value, 下降到 a higher one. What cannot be compared is not. */
export function misworded({ by, pairs, trend }: Pick<Change, 'by' | 'pairs' | 'trend'>): boolean {
  const [pair] = pairs;
  if (by || !pair) return false;
  const [from, to] = [pair.from.quantity, pair.to.quantity];
  // A unit that differs is a mistake of its own.
  if (!comparable(from, to) || (from.unit && to.unit && from.unit !== to.unit)) return false;
  const [a, b] = from.unit && to.unit ? [baseAmount(from), baseAmount(to)] : [from.amount, to.amount];
  return trend === 'up' ? b < a : b > a;
}
