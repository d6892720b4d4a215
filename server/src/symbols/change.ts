import { directionOfRow } from '../core/direction.ts';
import { unitOf } from '../core/facts/tables.ts';
import type { Direction, Knowledge } from '../core/lexicon.ts';
import { digitsOf } from '../core/measure.ts';
import type { Bound, Indicator, Plan, Quantity, Trend, Value } from '../core/model.ts';
import { dimensionOf, factorOf } from '../core/quantity/units.ts';

/** A value as a cell or a sentence states it, and the year that it is told for. */
export interface Stated {
  readonly read: Value;
  readonly year?: number;
}

/** How far a target is from its baseline. */
export interface Movement {
  /** The two values, in one unit. */
  readonly from: number;
  readonly to: number;
  readonly trend: Trend | 'flat';
  /** Never negative, in `unit`, rounded to what the values are told to. */
  readonly by: number;
  /** The values' own; 个百分点 between percentages. '' where they have none. */
  readonly unit: string;
  /** The target's: 95以上 rises by so much or more. `≈` where one of the values is a rough one. */
  readonly bound: Bound;
  readonly years?: number;
  /** `by` for each of the years. */
  readonly yearly?: number;
  /** Compound, in % a year, negative where it falls; only of what is counted, as no share is. */
  readonly growth?: number;
}

/** What one value is to another as its target; undefined where that cannot be said in one number. `unit` is that of values without one. */
export function movementBetween(baseline: Stated, target: Stated, unit = ''): Movement | undefined {
  if (baseline.read.kind !== 'amount') return undefined;
  const from = { ...baseline.read.quantity, unit: baseline.read.quantity.unit || unit };
  if (from.bound !== '=' && from.bound !== '≈') return undefined;
  const years = yearsBetween(baseline.year, target.year);
  const to = reached(from, target.read, unit, years);
  if (!to) return undefined;
  const scale = from.unit && to.unit ? factorOf(from.unit) / factorOf(to.unit) : 1;
  const start = from.amount * scale;
  const digits = digitsOf(from.step * scale, to.step);
  const by = rounded(Math.abs(to.amount - start), digits);
  const rough = from.bound === '≈' && to.bound === '=' ? '≈' : to.bound;
  const flat = by === 0 || (rough === '≈' && by <= ROUGH * Math.abs(start));
  const grows = COUNTED.has(dimensionOf(to.unit)) && start > 0 && to.amount > 0;
  return {
    from: rounded(start, digits),
    to: rounded(to.amount, digits),
    trend: flat ? 'flat' : to.amount > start ? 'up' : 'down',
    by,
    unit: pointsOf(to.unit),
    bound: rough,
    ...(years && { years, yearly: rounded(by / years, digits + 1) }),
    ...(years && years > 1 && grows && { growth: rounded(100 * ((to.amount / start) ** (1 / years) - 1), 1) }),
  };
}

/** What a row of an indicator table sets out to change. */
export function movementOfRow(row: Indicator, { base, target }: Plan['years']): Movement | undefined {
  if (!row.baseline || !row.target) return undefined;
  return movementBetween(withYear(row.baseline, base), withYear(row.target, target), unitOf(row));
}

/** Whether a movement goes the way that is wanted; undefined where no way is. A bound on the baseline's far side lets it get worse. */
export function wayOf(movement: Movement, direction: Direction): 'right' | 'wrong' | 'flat' | undefined {
  if (direction === 'neutral') return undefined;
  if (movement.trend === 'flat') return 'flat';
  return !isLimit(movement) && (movement.trend === 'up') === (direction === 'higher') ? 'right' : 'wrong';
}

export function wayOfRow(row: Indicator, knowledge: Knowledge, years: Plan['years']): ReturnType<typeof wayOf> {
  const movement = movementOfRow(row, years);
  return movement && wayOf(movement, directionOfRow(knowledge, row));
}

/** 提高1.8个百分点以上; 与基期持平; 上限比基期高3.3/10万. */
export function sayMovement(movement: Movement): string {
  const { trend, by, unit, bound } = movement;
  if (trend === 'flat') return FLAT[bound];
  if (isLimit(movement)) return trend === 'up' ? `上限比基期高${by}${unit}` : `下限比基期低${by}${unit}`;
  return `${verbOf(movement)}${sized(by, unit, bound)}`;
}

/** 年均提高0.36个百分点以上; undefined where the years are not known, or are one. */
export function sayYearly(movement: Movement): string | undefined {
  const { trend, yearly, years = 0, unit, bound } = movement;
  if (trend === 'flat' || !yearly || years < 2 || isLimit(movement)) return undefined;
  return `年均${verbOf(movement)}${sized(yearly, unit, bound)}`;
}

/** 年均增长3.2%; undefined of what does not grow by a rate. */
export function sayGrowth(movement: Movement): string | undefined {
  const { trend, growth, bound } = movement;
  if (trend === 'flat' || !growth || isLimit(movement)) return undefined;
  return `年均${growth > 0 ? '增长' : '下降'}${sized(Math.abs(growth), '%', bound)}`;
}

/** A rough target that misses its baseline by less has not moved. */
const ROUGH = 0.02;
const COUNTED = new Set(
  'person visit number count area volume length mass coal power electricity money dollar container work batch'.split(
    ' ',
  ),
);
const FLAT: Readonly<Record<Bound, string>> = {
  '=': '与基期持平',
  '≈': '与基期基本持平',
  '≥': '不低于基期',
  '>': '高于基期',
  '≤': '不高于基期',
  '<': '低于基期',
};

/** Where a target ends up: its own amount, or that of a relative one, with what the last digit of it is worth. */
function reached(from: Quantity, read: Value, unit: string, years: number | undefined): Quantity | undefined {
  if (read.kind === 'amount') {
    const to = { ...read.quantity, unit: read.quantity.unit || unit };
    return from.unit && to.unit && !together(from.unit, to.unit) ? undefined : to;
  }
  if (read.kind !== 'relative' || !read.by || (read.yearly && !years)) return undefined;
  const { by, trend } = read;
  const sign = trend === 'up' ? 1 : -1;
  const times = read.yearly ? (years ?? 1) : 1;
  const end = { ...from, bound: relativeBound(by.bound, trend), step: Math.min(from.step, by.step) };
  const shares = dimensionOf(from.unit) === 'share';
  if (by.unit === '%') {
    // Of a share, 降低5% may mean points as well.
    if (shares) return undefined;
    const rate = (sign * by.amount) / 100;
    return { ...end, step: from.step, amount: from.amount * (read.yearly ? (1 + rate) ** times : 1 + rate) };
  }
  if (by.unit === '个百分点' ? from.unit !== '%' : !by.unit || by.unit !== from.unit) return undefined;
  return { ...end, amount: from.amount + sign * by.amount * times };
}

/** 降低0.5以上 ends at so much or less. */
function relativeBound(bound: Bound, trend: Trend): Bound {
  const turned: Readonly<Record<Bound, Bound>> = { '=': '=', '≈': '≈', '≥': '≤', '≤': '≥', '>': '<', '<': '>' };
  return trend === 'up' ? bound : turned[bound];
}

/** Whether two units measure one thing on scales that nobody mixes up: a % beside a ‰ is a mistake of its own. */
function together(a: string, b: string): boolean {
  return a === b || (dimensionOf(a) !== '' && dimensionOf(a) !== 'share' && dimensionOf(a) === dimensionOf(b));
}

function withYear({ read, year }: Stated, usual: number | undefined): Stated {
  const told = year ?? usual;
  return told === undefined ? { read } : { read, year: told };
}

function yearsBetween(from: number | undefined, to: number | undefined): number | undefined {
  return from !== undefined && to !== undefined && to > from ? to - from : undefined;
}

/** Whether the target only bounds how far things may get worse: ≥95 from 98.2. */
export function isLimit({ trend, bound }: Movement): boolean {
  return trend === 'up' ? bound === '≤' || bound === '<' : bound === '≥' || bound === '>';
}

function verbOf({ trend, unit }: Movement): string {
  const counted = COUNTED.has(dimensionOf(unit));
  if (trend === 'up') return counted ? '增加' : '提高';
  return counted ? '减少' : '降低';
}

function sized(amount: number, unit: string, bound: Bound): string {
  return `${bound === '≈' ? '约' : ''}${amount}${unit}${bound === '=' || bound === '≈' ? '' : '以上'}`;
}

function pointsOf(unit: string): string {
  return unit === '%' ? '个百分点' : unit === '‰' ? '个千分点' : unit;
}

function rounded(amount: number, digits: number): number {
  return Number(amount.toFixed(Math.min(digits, 10)));
}
