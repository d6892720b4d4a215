import type { Report } from '../core/check.ts';
import { contradicts, matterOf } from '../core/conflicts.ts';
import type { Mention, Source, Span } from '../core/model.ts';
import { restate } from '../core/restate.ts';
import type { Reason } from '../core/rewrite.ts';
import type { Edit } from '../core/rule.ts';
import { sameSpan } from '../core/span.ts';

/** One value carried to the other places that state the same matter otherwise. */
export interface Carry {
  readonly model: Mention;
  /** What makes each of the places say the value, in the order of the mentions. */
  readonly places: readonly { readonly mention: Mention; readonly edits: readonly Edit[] }[];
  /** Places that only a person can bring into line. */
  readonly left: readonly { readonly mention: Mention; readonly reason: Reason }[];
}

/** Carries a mention's value to all places that contradict it; undefined where none does. */
export function carryFrom(report: Report, model: Mention): Carry | undefined {
  const matter = matterOf(model, report.knowledge);
  if (matter === undefined) return undefined;
  const places: { mention: Mention; edits: readonly Edit[] }[] = [];
  const left: { mention: Mention; reason: Reason }[] = [];
  for (const mention of report.mentions) {
    if (matterOf(mention, report.knowledge) !== matter || !contradicts(model, mention)) continue;
    if (places.some((place) => sameSpan(place.mention.span, mention.span))) continue;
    const edits = restate(mention, model, report);
    if (typeof edits === 'string') left.push({ mention, reason: edits });
    else places.push({ mention, edits });
  }
  return places.length || left.length ? { model, places, left } : undefined;
}

/** The value at an offset, or of the name or the table row there, carried; the value itself goes before what surrounds it. */
export function carryAt(report: Report, source: Source, offset: number): Carry | undefined {
  const holds = (span: Span) => span.source === source && span.start <= offset && offset <= span.end;
  const nearest = [
    report.mentions.filter(({ span }) => holds(span)),
    report.mentions.filter(({ subject }) => holds(subject.span)),
    report.mentions.filter(({ indicator }) => indicator && holds(indicator.span)),
  ];
  for (const mention of nearest.flat()) {
    const carry = carryFrom(report, mention);
    if (carry) return carry;
  }
  return undefined;
}
