import type { Feature } from '../feature.ts';
import { NOTHING, type Result } from '../results.ts';

/** Sends what is found to a client that does not ask for it: in the open files, and in all once they were checked on request. */
export const push: Feature = {
  capabilities: () => ({}),
  wire({ connection, client, survey, onRest, failed }) {
    if (client.pulls) return;
    const told = new Map<string, Pick<Result, 'id' | 'version'>>();
    let round = 0;

    async function send({ uri, version, id, diagnostics, early }: Result): Promise<void> {
      const before = told.get(uri) ?? (version === null ? { id: NOTHING, version } : undefined);
      // The same again for another version: what the editor itself moved as the text changed is put right.
      if (before && (early || (before.id === id && before.version === version))) return;
      told.set(uri, { id, version });
      const said = version !== null && client.diagnosticVersions ? { version } : {};
      await connection.sendDiagnostics({ uri, ...said, diagnostics: [...diagnostics] });
    }

    async function tell(): Promise<void> {
      const now = ++round;
      const seen = new Set<string>();
      for await (const { result } of survey.followed()) {
        if (now !== round) return;
        seen.add(result.uri);
        await send(result);
      }
      for (const uri of [...told.keys()].filter((one) => !seen.has(one))) {
        told.delete(uri);
        await connection.sendDiagnostics({ uri, diagnostics: [] });
      }
    }

    onRest(() => tell().catch(failed));
  },
};
