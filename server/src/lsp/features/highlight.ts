import { type DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver';
import { placesAt } from '../../symbols/places.ts';
import { rangeOf } from '../convert.ts';
import { type Feature, spotAt } from '../feature.ts';

/** The places in this file that speak of what stands at the cursor; the table's row and the title as where it is laid down. */
export const highlight: Feature = {
  capabilities: () => ({ documentHighlightProvider: true }),
  wire(context) {
    const { connection, client } = context;
    connection.onDocumentHighlight(async ({ textDocument: { uri }, position }) => {
      const spot = await spotAt(context, uri, position);
      if (!spot) return null;
      const { review, sheet, offset } = spot;
      return placesAt(review.report, sheet.source, offset)
        .filter(({ span }) => span.source === sheet.source)
        .map(
          ({ span, declares }): DocumentHighlight => ({
            range: rangeOf(sheet, span, client.encoding),
            kind: declares ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
          }),
        );
    });
  },
};
