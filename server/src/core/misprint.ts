import { baseAmount } from './measure.ts';
import type { Breakdown, Quantity } from './model.ts';
import { factorOf } from './quantity/units.ts';

/** What a slip of the pen makes of a number: where it explains a difference, the difference is no accident. */

/** The values that a number has with two neighbouring digits swapped: 56.8 gives 65.8 and 58.6. */
function swaps({ amount, step }: Quantity): number[] {
  const digits = Math.round(amount / step).toString();
  const found: number[] = [];
  for (let at = 0; at < digits.length - 1; at++) {
    const swapped = digits.slice(0, at) + digits[at + 1] + digits[at] + digits.slice(at + 2);
    if (swapped !== digits && swapped[0] !== '0') found.push(Number(swapped) * step);
  }
  return found;
}

/** How many digits of a number say something: 4 of 0.2846 and of 28460. */
export function significant({ amount, step }: Pick<Quantity, 'amount' | 'step'>): number {
  return Math.round(amount / step)
    .toString()
    .replace(/^0+|0+$/g, '').length;
}

/** Whether one is the other with two neighbouring digits swapped. */
export function swapped(a: Quantity, b: Quantity): boolean {
  return a.unit === b.unit && a.step === b.step && swaps(a).some((each) => Math.abs(each - b.amount) < b.step / 2);
}

/** Whether the parts make the whole to the digit once two neighbouring digits of one of them are swapped; little may be missing. */
export function swapMends({ whole, parts }: Pick<Breakdown, 'whole' | 'parts'>): boolean {
  const gap = baseAmount(whole) - parts.reduce((all, part) => all + baseAmount(part), 0);
  if (Math.abs(gap) > 0.15 * baseAmount(whole)) return false;
  return parts.some((part) => {
    const factor = factorOf(part.unit);
    return swaps(part).some((each) => Math.abs((each - part.amount) * factor - gap) < (part.step * factor) / 2);
  });
}

/** The one of a whole and its parts whose unit lost its multiple: the bare numbers add up, with their units they do not. */
export function unitLost({ whole, parts }: Pick<Breakdown, 'whole' | 'parts'>): Quantity | undefined {
  const bare = parts.reduce((all, { amount }) => all + amount, 0);
  const step = Math.min(whole.step, ...parts.map((part) => part.step));
  if (parts.length < 2 || Math.abs(bare - whole.amount) > step / 2) return undefined;
  return parts.find(({ unit }) => unit !== whole.unit && factorOf(unit) !== factorOf(whole.unit));
}
