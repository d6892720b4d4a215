import { type DefinitionLink, type Location, Range } from 'vscode-languageserver';
import type { Report } from '../../core/check.ts';
import type { Span } from '../../core/model.ts';
import { type Standing, standingsAt } from '../../symbols/at.ts';
import type { Thing } from '../../symbols/things.ts';
import { usesOfThing } from '../../symbols/uses.ts';
import type { Client } from '../client.ts';
import { type Feature, type Spot, spotAt } from '../feature.ts';
import { locationOf } from '../locations.ts';
import { beside } from '../uris.ts';

/** From a name or a value to the row of the indicator, here and in the plans above; from a reference to what it means. */
export const definition: Feature = {
  capabilities: () => ({ definitionProvider: true }),
  wire(context) {
    const { connection, client } = context;
    connection.onDefinition(async ({ textDocument: { uri }, position }) => {
      const spot = await spotAt(context, uri, position);
      if (!spot) return null;
      const found = standingsAt(spot.review.report, spot.sheet.source, spot.offset).flatMap((standing) =>
        linksOf(spot, standing, client),
      );
      if (client.definitionLinks) return found;
      return found.map(
        ({ targetUri, targetSelectionRange }): Location => ({ uri: targetUri, range: targetSelectionRange }),
      );
    });
  },
};

/** A place to go to: what is shown of it, and where the cursor is put. */
interface Place {
  readonly whole: Span;
  readonly title: Span;
}

function linksOf({ review, sheet }: Spot, standing: Standing, client: Client): DefinitionLink[] {
  const from = { originSelectionRange: locationOf(review, standing.span, client).range };
  if (standing.kind === 'upstream') {
    const file = review.above.get(beside(sheet.source.uri, standing.path.value));
    const top = Range.create(0, 0, 0, 0);
    return file ? [{ ...from, targetUri: file.uri, targetRange: top, targetSelectionRange: top }] : [];
  }
  const places = standing.kind === 'thing' ? placesOf(review.report, standing.thing) : [standing.landmark];
  return places.map(({ whole, title }): DefinitionLink => {
    const [{ uri, range }, selection] = [locationOf(review, whole, client), locationOf(review, title, client)];
    return { ...from, targetUri: uri, targetRange: range, targetSelectionRange: selection.range };
  });
}

/** The rows of a thing; where it has none, the place that tells of it first. Then its rows in the plans above. */
function placesOf(report: Report, thing: Thing): Place[] {
  const { key, scope, rows } = thing;
  const above = report.upstream.filter((mention) => mention.key === key && mention.scope === scope);
  const listed = [...rows, ...new Set(above.flatMap(({ indicator }) => indicator ?? []))];
  const [first] = rows.length ? [] : usesOfThing(report, thing);
  return [
    ...(first ? [{ whole: first.span, title: first.span }] : []),
    ...listed.map(({ span, name }) => ({ whole: span, title: name.span })),
  ];
}
