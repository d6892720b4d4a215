import { type Hover, type MarkupContent, MarkupKind } from 'vscode-languageserver';
import type { Report } from '../../core/check.ts';
import type { Span } from '../../core/model.ts';
import { type Standing, standingsAt } from '../../symbols/at.ts';
import type { Card } from '../../symbols/cards/card.ts';
import { cardOfLandmark } from '../../symbols/cards/landmark.ts';
import { cardOfThing, isWorthTelling } from '../../symbols/cards/thing.ts';
import { inMarkdown, inPlainText } from '../cards.ts';
import type { Client } from '../client.ts';
import { type Feature, spotAt } from '../feature.ts';
import { locationOf } from '../locations.ts';

/** What is known of an indicator where its name or a value of it stands; what a reference points at; what a box lacks. */
export const hover: Feature = {
  capabilities: () => ({ hoverProvider: true }),
  wire(context) {
    const { connection, client } = context;
    connection.onHover(async ({ textDocument: { uri }, position }): Promise<Hover | null> => {
      const spot = await spotAt(context, uri, position);
      if (!spot) return null;
      const { review, sheet, offset } = spot;
      const standings = standingsAt(review.report, sheet.source, offset);
      const cards = standings.flatMap((standing) => cardOf(review.report, standing) ?? []);
      const [first] = standings;
      if (!first || !cards.length) return null;
      const hrefOf = (span: Span) => {
        const { uri, range } = locationOf(review, span, client);
        return `${uri}#L${range.start.line + 1}`;
      };
      return { range: locationOf(review, first.span, client).range, contents: contentsOf(cards, hrefOf, client) };
    });
  },
};

function cardOf(report: Report, standing: Standing): [Card] | undefined {
  if (standing.kind === 'thing')
    return isWorthTelling(report, standing.thing) ? [cardOfThing(report, standing.thing, standing.span)] : undefined;
  if (standing.kind === 'reference' || (standing.kind === 'landmark' && standing.landmark.box))
    return [cardOfLandmark(report, standing.landmark)];
  return undefined;
}

function contentsOf(cards: readonly Card[], hrefOf: (span: Span) => string, { hoverMarkdown }: Client): MarkupContent {
  return hoverMarkdown
    ? { kind: MarkupKind.Markdown, value: inMarkdown(cards, hrefOf) }
    : { kind: MarkupKind.PlainText, value: inPlainText(cards) };
}
