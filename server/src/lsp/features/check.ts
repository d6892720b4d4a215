import { type CancellationToken, CancellationTokenSource, DiagnosticSeverity } from 'vscode-languageserver';
import type { Feature } from '../feature.ts';
import { CHECK_WORKSPACE, type CheckWorkspaceResult } from '../protocol.ts';

/** Checks every plan of the workspace when the user asks for it. */
export const check: Feature = {
  capabilities: () => ({}),
  wire({ connection, survey }) {
    async function checkAll(asked: CancellationToken): Promise<CheckWorkspaceResult | null> {
      const progress = await connection.window.createWorkDoneProgress();
      const token = joined(asked, progress.token);
      const result = { files: 0, errors: 0, warnings: 0, informations: 0, hints: 0 };
      progress.begin('检查整个工作区', 0, undefined, true);
      try {
        for await (const { plan, result: found, done, total } of survey.all(token)) {
          progress.report((100 * done) / total, `${done}/${total}`);
          if (plan) result.files++;
          for (const { severity } of found.diagnostics) result[counters[severity ?? DiagnosticSeverity.Error]]++;
        }
      } finally {
        progress.done();
      }
      if (token.isCancellationRequested) return null;
      survey.widen();
      return result;
    }

    // A client may ask with or without parameters.
    connection.onRequest(CHECK_WORKSPACE, (...given: unknown[]) => checkAll(given.at(-1) as CancellationToken));
  },
};

const counters = {
  [DiagnosticSeverity.Error]: 'errors',
  [DiagnosticSeverity.Warning]: 'warnings',
  [DiagnosticSeverity.Information]: 'informations',
  [DiagnosticSeverity.Hint]: 'hints',
} as const;

/** Cancelled as soon as one of several is. */
function joined(...tokens: readonly CancellationToken[]): CancellationToken {
  const source = new CancellationTokenSource();
  for (const token of tokens) {
    if (token.isCancellationRequested) source.cancel();
    token.onCancellationRequested(() => source.cancel());
  }
  return source.token;
}
