import type { CodeLens, Command } from 'vscode-languageserver';
import type { Report } from '../../core/check.ts';
import type { Indicator } from '../../core/model.ts';
import { type Echo, echoOf } from '../../symbols/echoes.ts';
import { rangeOf } from '../convert.ts';
import { type Context, type Feature, type Leaf, leafOf } from '../feature.ts';
import { locationOf } from '../locations.ts';

/** Above each row of an indicator table: how often the plan speaks of it, and whether it says the same. */
export const lenses: Feature = {
  capabilities: ({ commands }) => (commands ? { codeLensProvider: { resolveProvider: true } } : {}),
  wire(context) {
    const { connection, client, preferencesOf, rested } = context;
    if (!client.commands) return;

    connection.onCodeLens(async ({ textDocument: { uri } }, token) => {
      await rested(token);
      const wanted = (await preferencesOf(uri)).codeLens;
      const leaf = wanted && !token.isCancellationRequested ? await leafOf(context, uri) : undefined;
      if (!leaf) return null;
      const { sheet, review } = leaf;
      return [...rowsOf(review.report).entries()].flatMap(([index, row]): CodeLens[] => {
        if (row.span.source !== sheet.source) return [];
        const range = rangeOf(sheet, row.name.span, client.encoding);
        const { differences } = echoOf(review.report, row);
        const kinds: readonly Data['kind'][] = differences.length > 0 ? ['places', 'carry'] : ['places'];
        return kinds.map((kind) => ({ range, data: { uri, index, kind } satisfies Data }));
      });
    });

    connection.onCodeLensResolve(async (lens) => {
      const { uri, index, kind } = lens.data as Data;
      const leaf = await leafOf(context, uri);
      const row = leaf && rowsOf(leaf.review.report)[index];
      // The text may have changed since: then the lens says nothing until it is asked for again.
      const command = row && leaf && commandFor(kind, context, leaf, echoOf(leaf.review.report, row));
      return { ...lens, command: command ?? { title: '', command: '' } };
    });
  },
};

interface Data {
  readonly uri: string;
  /** Of the row, among all rows of the plan. */
  readonly index: number;
  readonly kind: 'places' | 'carry';
}

function rowsOf({ plan }: Report): readonly Indicator[] {
  return plan.tables.flatMap(({ indicators }) => indicators);
}

/** undefined where the text that the lens was made for has gone. */
function commandFor(kind: Data['kind'], { client }: Context, leaf: Leaf, echo: Echo): Command | undefined {
  const { review, sheet } = leaf;
  const { row, places, differences } = echo;
  const at = (span = row.name.span) => rangeOf(sheet, span, client.encoding).start;
  if (row.span.source !== sheet.source) return undefined;
  if (kind === 'carry') {
    const [first] = differences;
    if (!first) return undefined;
    return { title: '统一为表中的数值', command: 'planlint.carryValue', arguments: [sheet.uri, at(first.cell.span)] };
  }
  if (places.length === 0) return { title: '别处未提及', command: '' };
  const odd = differences.length > 0 ? `，${differences.length} 处不一致` : '';
  const locations = places.map((span) => locationOf(review, span, client));
  return {
    title: `引用 ${places.length} 处${odd}`,
    command: 'planlint.showReferences',
    arguments: [sheet.uri, at(), locations],
  };
}
