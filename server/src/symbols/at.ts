import type { Report } from '../core/check.ts';
import type { Phrase, Reference, Source, Span } from '../core/model.ts';
import { sameSpan } from '../core/span.ts';
import { type Landmark, landmarksOf } from './landmarks.ts';
import { type Thing, thingsOf } from './things.ts';
import { type Use, usesOf } from './uses.ts';

/** What stands at a place of a plan, and where exactly. */
export type Standing = { readonly span: Span } & (
  | { readonly kind: 'thing'; readonly thing: Thing; readonly use?: Use }
  | { readonly kind: 'landmark'; readonly landmark: Landmark }
  | { readonly kind: 'reference'; readonly reference: Reference; readonly landmark: Landmark }
  | { readonly kind: 'upstream'; readonly path: Phrase }
);

/**
 * What stands at an offset: a name, a value or a row of things, a title, a reference, the path of a 上位规划. The narrowest
 * that holds the character behind the offset, else that ends there; several where one span is told of several things.
 */
export function standingsAt(report: Report, source: Source, offset: number): Standing[] {
  const behind = ({ span }: Standing) => (offset < span.end ? 0 : 1);
  const width = ({ span }: Standing) => span.end - span.start;
  const found = [...everything(report)]
    .filter(({ span }) => span.source === source && span.start <= offset && offset <= span.end)
    .sort((a, b) => behind(a) - behind(b) || width(a) - width(b));
  return found.filter(({ span }) => found[0] && sameSpan(span, found[0].span));
}

function* everything(report: Report): Generator<Standing> {
  const { plan, mentions } = report;
  const [things, landmarks] = [thingsOf(report), landmarksOf(report)];
  for (const use of usesOf(report)) yield { kind: 'thing', span: use.span, thing: use.thing, use };
  for (const mention of mentions) {
    const thing = things.ofMention(mention);
    if (thing) yield { kind: 'thing', span: mention.span, thing };
  }
  for (const { indicators } of plan.tables)
    for (const row of indicators) {
      const thing = things.ofRow(row);
      if (thing) yield { kind: 'thing', span: row.span, thing };
    }
  for (const reference of plan.references) {
    const landmark = landmarks.of(reference);
    if (landmark) yield { kind: 'reference', span: reference.span, reference, landmark };
  }
  for (const landmark of landmarks.all) yield { kind: 'landmark', span: landmark.title, landmark };
  for (const path of plan.frontMatter?.upstream ?? []) yield { kind: 'upstream', span: path.span, path };
}
