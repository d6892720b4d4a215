import { baseAmount, comparable } from './measure.ts';
import type { Change, Pair, Plan, Quantity } from './model.ts';
import { dimensionOf } from './quantity/units.ts';

/** What one way to count a change gives, with the rounding of what is printed: `low` to `high`, in the unit that the change is told in. */
export interface Result {
  readonly way: 'growth' | 'average' | 'difference' | 'multiple';
  readonly low: number;
  readonly high: number;
}

type Years = Plan['years'];

/** All that a change from one value to another may come to, told in the unit of `by`; none where they cannot be compared. */
export function resultsOf(change: Change, by: Quantity, { from, to }: Pair, plan: Years): Result[] {
  const [a, b] = [from.quantity, to.quantity];
  const exact = [a, b, by].every(({ bound }) => bound === '=');
  if (!exact || !comparable(a, b) || (a.unit !== b.unit && a.unit && b.unit)) return [];
  const sign = change.trend === 'up' ? 1 : -1;
  const [start, end] = [ends(a), ends(b)];
  const difference = order('difference', sign * (end.low - start.high), sign * (end.high - start.low));
  const spans = change.yearly ? yearsOf(change, from.year, to.year, plan) : [1];
  const shares = dimensionOf(a.unit) === 'share';
  return spans.flatMap((years): Result[] => {
    const growth = order(
      'growth',
      sign * ((end.low / start.high) ** (1 / years) - 1),
      sign * ((end.high / start.low) ** (1 / years) - 1),
    );
    const points = shares ? [scaled(difference, 100 / years)] : [];
    if (by.unit === '个百分点') return points;
    if (by.unit === '%') {
      const average = order(
        'average',
        (sign * (end.low / start.high - 1)) / years,
        (sign * (end.high / start.low - 1)) / years,
      );
      return [scaled(growth, 100), scaled(average, 100), ...points];
    }
    if (by.unit === '倍') return [growth, { way: 'multiple', low: growth.low + 1, high: growth.high + 1 }];
    if (a.unit !== by.unit && dimensionOf(a.unit) !== dimensionOf(by.unit)) return [];
    const one = a.unit && by.unit ? baseAmount({ ...by, amount: 1 }) : 1;
    return [scaled(difference, 1 / (years * one))];
  });
}

function ends(quantity: Quantity): { low: number; high: number } {
  const { amount, step } = quantity;
  return {
    low: baseAmount({ ...quantity, amount: amount - step / 2 }),
    high: baseAmount({ ...quantity, amount: amount + step / 2 }),
  };
}

function order(way: Result['way'], one: number, other: number): Result {
  return { way, low: Math.min(one, other), high: Math.max(one, other) };
}

function scaled({ way, low, high }: Result, factor: number): Result {
  return { way, low: low * factor, high: high * factor };
}

/**
 * Between how many years a yearly change may be counted. Drafters count 2016 to 2020 as four years or as five; where the first
 * year is not told it may also be the one before the period.
 */
function yearsOf({ over }: Change, from: number | undefined, to: number | undefined, plan: Years): number[] {
  const years = from !== undefined && to !== undefined ? to - from : (over ?? periodTo(to, plan));
  if (years === undefined || years <= 0) return [];
  return from !== undefined || years < 3 ? [years, years + 1] : [years, years - 1, years + 1];
}

/** What a target comes from is the baseline, what the baseline comes from is the period before. */
function periodTo(to: number | undefined, { base, target }: Years): number | undefined {
  if (base === undefined || to === undefined) return undefined;
  return to === target ? target - base : to === base ? 5 : undefined;
}

/** What statistics tell without the rise of prices, beside values that have it. */
const REAL = /生产总值|增加值|总产值|GDP/;
/** How far prices may rise and fall, in points a year. */
const INFLATION = { rise: 4, fall: 1 };

/** Whether a growth may be right at constant prices, though it is not what the printed values give. */
export function mayBeReal({ subject, yearly }: Change, by: Quantity, results: readonly Result[]): boolean {
  if (by.unit !== '%' || !REAL.test(subject.value)) return false;
  const years = yearly ? 1 : 5;
  return results.some(
    ({ way, low, high }) =>
      way === 'growth' && by.amount >= low - INFLATION.rise * years && by.amount <= high + INFLATION.fall * years,
  );
}
