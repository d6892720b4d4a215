import { type Range, SemanticTokensBuilder, type SemanticTokensLegend } from 'vscode-languageserver';
import { kinds, type Token, tokensOf } from '../../symbols/tokens.ts';
import type { Client } from '../client.ts';
import { offsetOf, rangeOf } from '../convert.ts';
import { type Feature, type Leaf, leafOf } from '../feature.ts';

/** What the words of a plan are, for colours of their own. */
export const tokens: Feature = {
  capabilities: (client) => ({
    semanticTokensProvider: { legend: legendFor(client), range: true, full: { delta: true } },
  }),
  wire(context) {
    const { connection, client, documents, rested } = context;
    const { semanticTokens } = connection.languages;
    /** What was last told of each open document, of which the client may want only what has changed since. */
    const last = new Map<string, SemanticTokensBuilder>();
    documents.onDidClose(({ document }) => last.delete(document.uri));

    async function build(uri: string, previousResultId = ''): Promise<SemanticTokensBuilder | undefined> {
      const leaf = await leafOf(context, uri);
      if (!leaf) return undefined;
      const builder = last.get(uri) ?? new SemanticTokensBuilder();
      if (leaf.sheet.version !== null) last.set(uri, builder);
      builder.previousResult(previousResultId);
      return fill(builder, leaf, client);
    }

    semanticTokens.on(async ({ textDocument: { uri } }, token) => {
      await rested(token);
      return (await build(uri))?.build() ?? null;
    });

    semanticTokens.onDelta(async ({ textDocument: { uri }, previousResultId }, token) => {
      await rested(token);
      return (await build(uri, previousResultId))?.buildEdits() ?? null;
    });

    semanticTokens.onRange(async ({ textDocument: { uri }, range }, token) => {
      await rested(token);
      const leaf = await leafOf(context, uri);
      return leaf ? { data: fill(new SemanticTokensBuilder(), leaf, client, range).build().data } : null;
    });
  },
};

/** Names for an editor that has none for the kinds of a plan, in their order. */
const common: Readonly<Record<Token['kind'], string>> = {
  indicator: 'property',
  baseline: 'number',
  target: 'number',
  bound: 'operator',
  unit: 'type',
  boxField: 'parameter',
};

function legendFor({ commands }: Client): SemanticTokensLegend {
  return { tokenTypes: kinds.map((kind) => (commands ? kind : common[kind])), tokenModifiers: ['declaration'] };
}

function fill(builder: SemanticTokensBuilder, leaf: Leaf, { encoding }: Client, range?: Range): SemanticTokensBuilder {
  const { review, sheet } = leaf;
  const from = range ? offsetOf(sheet, range.start, encoding) : 0;
  const to = range ? offsetOf(sheet, range.end, encoding) : Number.POSITIVE_INFINITY;
  for (const { kind, span, declares } of tokensOf(review.report, sheet.source)) {
    if (span.end <= from || span.start >= to) continue;
    const { start, end } = rangeOf(sheet, span, encoding);
    builder.push(start.line, start.character, end.character - start.character, kinds.indexOf(kind), declares ? 1 : 0);
  }
  return builder;
}
