import { digitsOf } from '../../measure.ts';
import type { Prose } from '../../model.ts';
import { type Amount, readAmounts } from '../../quantity/scan.ts';
import { factorOf } from '../../quantity/units.ts';
import { quantityOf } from '../../quantity/value.ts';
import type { Note } from '../../rule.ts';

/** What a figure is, and from where to where it may lie with the rounding of what it is computed from. */
export interface Limits {
  readonly exact: number;
  readonly low: number;
  readonly high: number;
}

/** The amounts of a sentence up to an offset; sentences end with 。 and ；. */
export function before(prose: Prose, at: number): readonly Amount[] {
  const { text } = prose;
  const start = Math.max(text.lastIndexOf('。', at - 1), text.lastIndexOf(';', at - 1)) + 1;
  return readAmounts(prose).filter((amount) => amount.start >= start && amount.to <= at);
}

/** An amount that is told exactly. */
export function isExact({ bound, high }: Amount): boolean {
  return bound === '=' && !high;
}

/** What an amount may have been before it was rounded, in the base of its unit. */
export function limitsOf({ amount, step, unit }: Amount): Limits {
  const factor = factorOf(unit);
  // Whole numbers of things are counted, those of 万 are rounded.
  const slack = step < 1 || factor > 1 ? step / 2 : 0;
  return { exact: amount * factor, low: (amount - slack) * factor, high: (amount + slack) * factor };
}

/** Whether a told amount is what was computed, in the base of its unit. */
export function agrees(told: Amount, { low, high }: Limits): boolean {
  const factor = factorOf(told.unit);
  const slack = (told.step / 2) * factor * (1 + 1e-9);
  return told.amount * factor + slack >= low && told.amount * factor - slack <= high;
}

/** Whether a told amount is so near to what was computed that it means the same, or off by a lost 万 or 亿. */
export function isNear(told: Amount, { exact }: Limits): boolean {
  const ratio = (told.amount * factorOf(told.unit)) / exact;
  const power = Math.log10(ratio);
  return (ratio > 0.4 && ratio < 2.5) || (Math.abs(power - Math.round(power)) < 0.01 && Math.abs(power) < 9);
}

/** A computed figure as it would be printed beside the told one. */
export function print({ unit, step }: Amount, { exact }: Limits): string {
  return `${(exact / factorOf(unit)).toFixed(digitsOf(step))}${unit}`;
}

/** One figure divided by another. */
export function quotient(a: Limits, b: Limits): Limits {
  return { exact: a.exact / b.exact, low: a.low / b.high, high: a.high / b.low };
}

/** What may be off by a share of itself. */
export function widened({ exact, low, high }: Limits, share: number): Limits {
  return { exact, low: low * (1 - share), high: high * (1 + share) };
}

export function say({ text }: Prose, { start, end }: Amount): string {
  return text.slice(start, end);
}

/** Where the figures stand that another is computed from. */
export function basedOn(prose: Prose, amounts: readonly Amount[]): Note[] {
  return amounts.map((amount) => ({
    span: quantityOf(prose, amount).span,
    message: `据此计算：${say(prose, amount)}`,
  }));
}
