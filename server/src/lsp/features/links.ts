import type { DocumentLink } from 'vscode-languageserver';
import type { Span } from '../../core/model.ts';
import { rules } from '../../core/rules/index.ts';
import type { Client } from '../client.ts';
import { rangeOf } from '../convert.ts';
import { type Feature, type Leaf, leafOf } from '../feature.ts';
import { beside } from '../uris.ts';

/** Links from the paths of 上位规划 to those files, and from rules that a comment names to their pages. */
export const links: Feature = {
  capabilities: () => ({ documentLinkProvider: {} }),
  wire(context) {
    const { connection, client } = context;
    connection.onDocumentLinks(async ({ textDocument: { uri } }) => {
      const leaf = await leafOf(context, uri);
      if (!leaf) return null;
      const found = [...upstreamLinks(leaf), ...ruleLinks(leaf, client)];
      return found.map(
        ({ span, target, tooltip }): DocumentLink => ({
          range: rangeOf(leaf.sheet, span, client.encoding),
          target,
          tooltip,
        }),
      );
    });
  },
};

interface Link {
  readonly span: Span;
  readonly target: string;
  readonly tooltip: string;
}

/** A path that leads nowhere has no link. */
function* upstreamLinks({ review, sheet }: Leaf): Generator<Link> {
  for (const { value, span } of review.report.plan.frontMatter?.upstream ?? []) {
    const file = span.source === sheet.source && review.above.get(beside(sheet.source.uri, value) ?? '');
    if (file) yield { span, target: file.uri, tooltip: '打开上位规划' };
  }
}

function* ruleLinks({ review, sheet: { source } }: Leaf, { pages }: Client): Generator<Link> {
  if (pages === undefined) return;
  const known = new Map(rules.map(({ id, summary }) => [id, summary]));
  for (const { span } of review.report.plan.directives) {
    if (span.source !== source) continue;
    const [named = ''] = source.text.slice(span.start, span.end).split(/\s--(?:\s|$)/);
    for (const { 0: word, index } of named.matchAll(/[a-z]+(?:-[a-z]+)*/g)) {
      const start = span.start + index;
      const tooltip = known.get(word);
      if (tooltip) yield { span: { source, start, end: start + word.length }, target: `${pages}/${word}.md`, tooltip };
    }
  }
}
