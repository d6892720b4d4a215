import type { Report } from '../core/check.ts';
import type { BoxItem, Span } from '../core/model.ts';
import type { Finding } from '../core/rule.ts';
import { quote } from '../core/say.ts';
import { chapterOf } from './chapters.ts';
import { findingView, type PlaceOf, wording } from './overview.ts';
import type { BoxView, ItemView } from './shapes.ts';

/** The boxes of a plan with their projects, and what the box rules find wanting in each. */
export function boxesOf<P>(report: Report, placeOf: PlaceOf<P>): BoxView<P>[] {
  const told = report.findings.filter(({ category, suppressed }) => category === 'box' && suppressed === undefined);
  const seen = new Map<string, number>();
  /** The second of a name is told apart by its count. */
  const idOf = (name: string) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count > 1 ? `${name}\n${count}` : name;
  };
  return report.plan.boxes.map((box): BoxView<P> => {
    const title = wording(box.heading);
    const inside = told.filter(({ span }) => lies(span, box.span));
    const named = box.items.filter(({ name, certain }) => name || certain);
    const own = inside.filter(({ span }) => !named.some((item) => lies(span, item.span)));
    const id = idOf(title);
    return {
      id,
      title,
      chapter: chapterOf(box.section)?.title.value ?? '',
      place: placeOf(box.heading.span),
      findings: own.map((finding) => findingView(finding, placeOf)),
      items: named.map((item) => itemView(item, idOf(`${id}\n${item.name?.value ?? ''}`), inside, placeOf)),
    };
  });
}

function itemView<P>(item: BoxItem, id: string, findings: readonly Finding[], placeOf: PlaceOf<P>): ItemView<P> {
  const name = item.name ? quote(item.name) : '';
  const own = findings.filter(({ span }) => lies(span, item.span));
  return {
    id,
    name,
    place: placeOf((item.name ?? item).span),
    findings: own.map((finding) => findingView({ ...finding, message: short(finding.message, name) }, placeOf)),
  };
}

/** What is said of a project needs not name it where it is told under its name. */
function short(message: string, name: string): string {
  const lead = `项目“${name}”：`;
  return message.startsWith(lead) ? message.slice(lead.length) : message;
}

function lies(inner: Span, outer: Span): boolean {
  return (
    inner.source === outer.source && inner.start >= outer.start && inner.start < Math.max(outer.end, outer.start + 1)
  );
}
