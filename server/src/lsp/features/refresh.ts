import { CodeLensRefreshRequest } from 'vscode-languageserver';
import type { Feature } from '../feature.ts';
import type { Change } from '../rest.ts';
import { canonical } from '../uris.ts';

/**
 * Hints, lenses and colours are asked for again by the client itself where the text that they stand in changes. Where another
 * file changes them, or a setting, it has to be told.
 */
export const refresh: Feature = {
  capabilities: () => ({}),
  wire({ connection, client: { refreshes }, documents, reviewer, onRest, failed }) {
    async function tell(change: Change): Promise<void> {
      if (!(isSetting(change) || (await reachesOthers(change)))) return;
      const { inlayHint, semanticTokens } = connection.languages;
      await Promise.all([
        refreshes.inlayHints && inlayHint.refresh(),
        refreshes.semanticTokens && semanticTokens.refresh(),
        refreshes.codeLenses && connection.sendRequest(CodeLensRefreshRequest.type),
      ]);
    }

    /** Whether an open document rests on another file that was changed. */
    async function reachesOthers({ uris }: Change): Promise<boolean> {
      for (const { uri } of documents.all()) {
        const own = canonical(uri);
        const review = await reviewer.review(uri);
        if (review?.rests.some((file) => file !== own && uris.has(file))) return true;
      }
      return false;
    }

    if (Object.values(refreshes).some((can) => can)) onRest((change) => tell(change).catch(failed));
  },
};

function isSetting({ beyond, uris }: Change): boolean {
  return beyond && (uris.size === 0 || [...uris].some((uri) => uri.endsWith('.json')));
}
