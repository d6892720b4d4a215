import type { InlayHint } from 'vscode-languageserver';
import type { Hint } from '../../symbols/hints.ts';
import { hintsOf } from '../../symbols/hints.ts';
import { offsetOf, rangeOf } from '../convert.ts';
import { type Context, type Feature, type Leaf, leafOf } from '../feature.ts';
import { locationOf } from '../locations.ts';

/** How far each target goes, and what the table says where the text says otherwise, shown in the text itself. */
export const hints: Feature = {
  capabilities: () => ({ inlayHintProvider: { resolveProvider: true } }),
  wire(context) {
    const { connection, client, preferencesOf, rested } = context;
    const { languages } = connection;

    languages.inlayHint.on(async ({ textDocument: { uri }, range }, token) => {
      await rested(token);
      const wanted = (await preferencesOf(uri)).inlayHints;
      const leaf = await leafOf(context, uri);
      if (!leaf || token.isCancellationRequested) return null;
      const [start, end] = [range.start, range.end].map((place) => offsetOf(leaf.sheet, place, client.encoding));
      const shown = [...hintsOf(leaf.review.report).entries()].filter(
        ([, { kind, span }]) =>
          wanted[kind] && span.source === leaf.sheet.source && span.end >= (start ?? 0) && span.end <= (end ?? 0),
      );
      return shown.map(([index, hint]) => {
        const bare = bareOf(context, leaf, hint);
        return client.resolvesHints ? { ...bare, data: { uri, index } } : explained(context, leaf, hint, bare);
      });
    });

    languages.inlayHint.resolve(async (bare) => {
      const { uri, index } = (bare.data ?? {}) as { readonly uri?: string; readonly index?: number };
      const leaf = uri === undefined ? undefined : await leafOf(context, uri);
      const hint = leaf && hintsOf(leaf.review.report)[index ?? -1];
      // The text may have changed since.
      return leaf && hint && hint.label === labelOf(bare) ? explained(context, leaf, hint, bare) : bare;
    });
  },
};

function bareOf({ client }: Context, { sheet }: Leaf, { span, label, from }: Hint): InlayHint {
  const cut = label.length - (from?.length ?? 0);
  return {
    position: rangeOf(sheet, span, client.encoding).end,
    label: from ? [{ value: label.slice(0, cut) }, { value: label.slice(cut) }] : label,
    paddingLeft: true,
  };
}

/** With what it means and, where it comes from elsewhere, the way there. */
function explained({ client }: Context, { review }: Leaf, { tooltip, from }: Hint, bare: InlayHint): InlayHint {
  if (!from || typeof bare.label === 'string') return { ...bare, tooltip };
  const location = locationOf(review, from.span, client);
  const label = bare.label.map((part, index) => (index === 0 ? part : { ...part, location, tooltip }));
  return { ...bare, label, tooltip };
}

function labelOf({ label }: InlayHint): string {
  return typeof label === 'string' ? label : label.map(({ value }) => value).join('');
}
