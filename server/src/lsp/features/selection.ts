import type { SelectionRange } from 'vscode-languageserver';
import { nestAt } from '../../symbols/nest.ts';
import { offsetOf, rangeOf } from '../convert.ts';
import { type Feature, leafOf } from '../feature.ts';

/** What a selection grows to, step by step. */
export const selection: Feature = {
  capabilities: () => ({ selectionRangeProvider: true }),
  wire(context) {
    const { connection, client } = context;
    connection.onSelectionRanges(async ({ textDocument: { uri }, positions }) => {
      const leaf = await leafOf(context, uri);
      if (!leaf) return null;
      const { review, sheet } = leaf;
      return positions.flatMap((position) => {
        const nest = nestAt(review.report, sheet.source, offsetOf(sheet, position, client.encoding));
        const ranges = nest.map((span): SelectionRange => ({ range: rangeOf(sheet, span, client.encoding) }));
        return ranges.reduceRight<SelectionRange[]>(
          ([parent], { range }) => [parent ? { range, parent } : { range }],
          [],
        );
      });
    });
  },
};
