import { placesAt } from '../../symbols/places.ts';
import { type Feature, spotAt } from '../feature.ts';
import { locationOf } from '../locations.ts';

/** All places of an indicator, or of a title and the references to it, in every file of the plan. */
export const references: Feature = {
  capabilities: () => ({ referencesProvider: true }),
  wire(context) {
    const { connection, client } = context;
    connection.onReferences(async ({ textDocument: { uri }, position, context: { includeDeclaration } }) => {
      const spot = await spotAt(context, uri, position);
      if (!spot) return null;
      const { review, sheet, offset } = spot;
      return placesAt(review.report, sheet.source, offset)
        .filter(({ declares }) => includeDeclaration || !declares)
        .map(({ span }) => locationOf(review, span, client));
    });
  },
};
