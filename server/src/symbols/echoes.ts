import type { Report } from '../core/check.ts';
import type { Indicator, Span } from '../core/model.ts';
import { overlap } from '../core/span.ts';
import { type Difference, differencesOf } from './differences.ts';
import { thingsOf } from './things.ts';
import { usesOfThing } from './uses.ts';

/** What the rest of a plan says of a row of an indicator table. */
export interface Echo {
  readonly row: Indicator;
  /** Where the indicator is named outside of its rows. */
  readonly places: readonly Span[];
  /** The values that contradict the row's. */
  readonly differences: readonly Difference[];
}

export function echoOf(report: Report, row: Indicator): Echo {
  const thing = thingsOf(report).ofRow(row);
  const uses = thing ? usesOfThing(report, thing) : [];
  return {
    row,
    places: uses.map(({ span }) => span).filter((span) => !thing?.rows.some((own) => overlap(own.span, span))),
    differences: differencesOf(report).filter(({ cell }) => cell.indicator === row),
  };
}
