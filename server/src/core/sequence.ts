/** A place where running numbers do not run on. */
export interface Slip {
  /** Which of the values it is. */
  readonly index: number;
  readonly expected: number;
  readonly kind: 'skip' | 'repeat' | 'order' | 'unnumbered';
  /** What follows goes on from the expected number: this one alone is wrong. */
  readonly alone: boolean;
}

/**
 * Where values do not run up by one, each cause once. `first` is what the first one must be; undefined lets it be as it is.
 * A value that is undefined stands for something without a number.
 */
export function slips(values: readonly (number | undefined)[], first: number | undefined): Slip[] {
  const found: Slip[] = [];
  const known = values.flatMap((value, index) => (value === undefined ? [] : [{ value, index }]));
  const late = new Set(known.map(({ value }) => value));
  const early = new Set<number>();
  const taken = new Set<number>();
  let expected = first ?? known[0]?.value ?? 1;
  for (const [at, { value, index }] of known.entries()) {
    const next = known[at + 1]?.value;
    if (value !== expected) while (early.has(expected)) expected++;
    if (value === expected) expected++;
    else {
      const bare = unnumbered(values, known[at - 1]?.index ?? -1, index);
      if (bare.length && value - expected === bare.length) {
        const from = expected;
        for (const [step, gap] of bare.entries())
          found.push({ index: gap, expected: from + step, kind: 'unnumbered', alone: true });
        expected = value + 1;
      } else if (value > expected && next === expected) {
        found.push({ index, expected, kind: 'order', alone: false });
        early.add(value);
      } else if (next === value + 1 && comesLater(late, taken, expected, value)) expected = value + 1;
      else {
        const alone = next === expected + 1 || (next === undefined && value < expected && taken.has(value));
        const kind = value > expected ? 'skip' : taken.has(value) ? 'repeat' : 'order';
        found.push({ index, expected, kind, alone });
        if (next === expected && !alone) early.add(value);
        else expected = next === value + 1 && !alone ? value + 1 : expected + 1;
      }
    }
    taken.add(value);
  }
  return found;
}

function unnumbered(values: readonly (number | undefined)[], after: number, before: number): number[] {
  return Array.from({ length: before - after - 1 }, (_, step) => after + 1 + step).filter(
    (index) => values[index] === undefined,
  );
}

/** Whether all numbers that were left out come later: then those that come late are out of order, not this one. */
function comesLater(all: ReadonlySet<number>, taken: ReadonlySet<number>, from: number, to: number): boolean {
  if (to <= from || to - from > 50) return false;
  for (let missing = from; missing < to; missing++) if (!all.has(missing) || taken.has(missing)) return false;
  return true;
}

/** The values that put a slip right, by index: its own, or where what follows goes on from it, the rest of the run too. */
export function mended(values: readonly (number | undefined)[], slip: Slip): { index: number; value: number }[] {
  if (slip.kind === 'order' && !slip.alone) return [];
  const edits = [{ index: slip.index, value: slip.expected }];
  let last = values[slip.index];
  if (slip.alone || last === undefined) return edits;
  for (let index = slip.index + 1; index < values.length && values[index] === last + 1; index++) {
    last++;
    edits.push({ index, value: slip.expected + edits.length });
  }
  return edits;
}

/** What is wrong, in Chinese; `show` writes a number as it stands in the draft. */
export function saySlip({ kind, expected }: Slip, value: number | undefined, show: (value: number) => string): string {
  if (kind === 'unnumbered' || value === undefined) return `缺编号，按次序应为“${show(expected)}”`;
  if (kind === 'repeat') return `编号“${show(value)}”重复，应为“${show(expected)}”`;
  if (kind === 'order') return `编号“${show(value)}”次序不对，此处应为“${show(expected)}”`;
  return expected > 1
    ? `编号从“${show(expected - 1)}”跳到“${show(value)}”，应为“${show(expected)}”`
    : `编号从“${show(value)}”开始，应从“${show(expected)}”开始`;
}
