import type { Connection } from 'vscode-languageserver';
import type { Client } from './client.ts';
import { diagnosticsOf } from './diagnostics.ts';
import type { Review, Reviewer } from './review.ts';

/** Reviews the plan that an open document belongs to and sends what was found in each of its open files. */
export function createPush(connection: Connection, client: Client, reviewer: Reviewer): (uri: string) => Promise<void> {
  const logged = new Set<string>();

  /** A rule that broke is told of once, not on each keystroke. */
  function log({ report }: Review): void {
    for (const { rule, error } of report.broken) {
      const line = `规则 ${rule} 出现内部错误，本次未检查：${error}`;
      if (!logged.has(line)) connection.console.error(line);
      logged.add(line);
    }
  }

  return async (uri) => {
    const review = await reviewer.review(uri);
    if (!review) return;
    // A change in one file of a plan may make or mend a conflict in another.
    for (const sheet of review.sheets.values()) {
      if (sheet.version === null) continue;
      const version = client.diagnosticVersions ? { version: sheet.version } : {};
      const diagnostics = diagnosticsOf(review, sheet.uri, client);
      await connection.sendDiagnostics({ uri: sheet.uri, ...version, diagnostics });
    }
    log(review);
  };
}
