import { delayed } from '../delayed.ts';
import { isMarkdown } from '../documents.ts';
import type { Context, Feature } from '../feature.ts';
import { diagnosticsOf } from '../findings.ts';
import type { Review } from '../review.ts';

/** Sends what is found in the open files of a plan, once typing rests. */
export const push: Feature = {
  capabilities: () => ({}),
  wire(context) {
    const { connection, documents, milliseconds, failed, onStale } = context;
    const pushing = delayed(milliseconds, createPush(context), failed);
    documents.onDidChangeContent(({ document }) => pushing.ask(document.uri));
    documents.onDidClose(({ document }) => {
      pushing.cancel(document.uri);
      if (isMarkdown(document)) connection.sendDiagnostics({ uri: document.uri, diagnostics: [] }).catch(failed);
    });
    onStale(() => {
      for (const { uri } of documents.all()) pushing.ask(uri);
    });
    connection.onShutdown(() => pushing.cancel());
  },
};

/** Reviews the plan that an open document belongs to and sends what was found in each of its open files. */
function createPush({ connection, client, reviewer }: Context): (uri: string) => Promise<void> {
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
