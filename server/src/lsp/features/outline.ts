import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import { type Node, treeOf } from '../../symbols/tree.ts';
import type { Client } from '../client.ts';
import { type Feature, leafOf } from '../feature.ts';
import { locationOf } from '../locations.ts';
import type { Review } from '../review.ts';

/** The outline of a file: its chapters, their tables with their indicators, their boxes with their projects. */
export const outline: Feature = {
  capabilities: () => ({ documentSymbolProvider: { label: '规划' } }),
  wire(context) {
    const { connection, client } = context;
    connection.onDocumentSymbol(async ({ textDocument: { uri } }) => {
      const leaf = await leafOf(context, uri);
      if (!leaf) return null;
      const { review, sheet } = leaf;
      const roots = treeOf(review.report).filter(({ whole }) => whole.source === sheet.source);
      if (client.symbolTrees) return roots.map((node) => branch(review, node, client));
      return roots.flatMap((node) => [...listed(review, node, client)]);
    });
  },
};

/** Kinds that every client knows. */
export const kindOf: Readonly<Record<Node['kind'], SymbolKind>> = {
  chapter: SymbolKind.Module,
  table: SymbolKind.Array,
  indicator: SymbolKind.Number,
  box: SymbolKind.Package,
  project: SymbolKind.Property,
};

function branch(review: Review, node: Node, client: Client): DocumentSymbol {
  const { kind, name, detail, whole, title, children } = node;
  return {
    name,
    kind: kindOf[kind],
    range: locationOf(review, whole, client).range,
    selectionRange: locationOf(review, title, client).range,
    children: children.map((child) => branch(review, child, client)),
    ...(detail && { detail }),
  };
}

/** For clients that know no trees: each symbol with the name of what holds it. */
function* listed(review: Review, node: Node, client: Client, containerName = ''): Generator<SymbolInformation> {
  const { kind, name, whole, children } = node;
  const location = locationOf(review, whole, client);
  yield { name, kind: kindOf[kind], location, ...(containerName && { containerName }) };
  for (const child of children) yield* listed(review, child, client, name);
}
