import type { Report } from '../core/check.ts';
import { contradicts, matterOf } from '../core/conflicts.ts';
import type { Mention } from '../core/model.ts';
import { sameSpan } from '../core/span.ts';

/** A value in the text, and the cell of an indicator table that says otherwise. */
export interface Difference {
  readonly mention: Mention;
  readonly cell: Mention;
}

const known = new WeakMap<Report, readonly Difference[]>();

/** Every place that contradicts a table, each once; not those that a comment declares intended. */
export function differencesOf(report: Report): readonly Difference[] {
  const found = known.get(report) ?? gather(report);
  known.set(report, found);
  return found;
}

function gather(report: Report): readonly Difference[] {
  const { mentions, knowledge } = report;
  const cells = new Map<string, Mention>();
  for (const mention of mentions) {
    const matter = mention.indicator && matterOf(mention, knowledge);
    if (matter && !cells.has(matter)) cells.set(matter, mention);
  }
  const isIntended = intentionsIn(report);
  const differences = new Map<string, Difference>();
  for (const mention of mentions) {
    const { span, indicator } = mention;
    const cell = indicator ? undefined : cells.get(matterOf(mention, knowledge) ?? '');
    const place = `${span.source.uri}\n${span.start}`;
    if (!cell || !contradicts(cell, mention) || differences.has(place)) continue;
    if (!isIntended(mention)) differences.set(place, { mention, cell });
  }
  return [...differences.values()];
}

/** Tells of which mentions a comment declares that they are meant to differ. */
export function intentionsIn({ findings }: Report): (mention: Mention) => boolean {
  const intended = findings
    .filter(({ rule, suppressed }) => suppressed !== undefined && /^(?:value|unit)-conflict$/.test(rule))
    .flatMap(({ span, related }) => [span, ...related.map((note) => note.span)]);
  return ({ span }) => intended.some((one) => sameSpan(one, span));
}
