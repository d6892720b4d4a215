import type { Report } from '../core/check.ts';
import type { Source, Span } from '../core/model.ts';
import { overlap } from '../core/span.ts';
import { type Standing, standingsAt } from './at.ts';
import { landmarksOf } from './landmarks.ts';
import type { Thing } from './things.ts';
import { usesOfThing } from './uses.ts';

/** A place that speaks of what stands somewhere. */
export interface Place {
  readonly span: Span;
  /** It stands in a row of an indicator table, or is the title itself. */
  readonly declares: boolean;
}

/** Every place that speaks of what stands at an offset, each once, in the order of the plan's files and their text. */
export function placesAt(report: Report, source: Source, offset: number): Place[] {
  const found = standingsAt(report, source, offset).flatMap((standing) => [...placesOf(report, standing)]);
  const each = new Map(
    found.map((place) => [`${place.span.source.uri}\n${place.span.start}\n${place.span.end}`, place]),
  );
  const order = new Map(report.plan.sources.map((one, index) => [one, index]));
  const rank = ({ span }: Place) => (order.get(span.source) ?? 0) * 1e9 + span.start;
  return [...each.values()].sort((a, b) => rank(a) - rank(b));
}

function* placesOf(report: Report, standing: Standing): Generator<Place> {
  if (standing.kind === 'thing') yield* namesAndValues(report, standing.thing);
  if (standing.kind !== 'landmark' && standing.kind !== 'reference') return;
  yield { span: standing.landmark.title, declares: true };
  for (const { span } of landmarksOf(report).to(standing.landmark)) yield { span, declares: false };
}

function* namesAndValues(report: Report, thing: Thing): Generator<Place> {
  const inRow = (span: Span) => thing.rows.some((row) => overlap(row.span, span));
  for (const { span } of [...usesOfThing(report, thing), ...thing.mentions]) yield { span, declares: inRow(span) };
}
