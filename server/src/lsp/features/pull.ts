import {
  type CancellationToken,
  type DocumentDiagnosticReport,
  LSPErrorCodes,
  ResponseError,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Context, Feature } from '../feature.ts';
import { NOTHING, type Result } from '../results.ts';
import type { Review } from '../review.ts';
import { canonical } from '../uris.ts';

/** Answers a client that asks what is found, in a document or in the whole workspace. */
export const pull: Feature = {
  capabilities: ({ pulls }) =>
    pulls
      ? {
          diagnosticProvider: {
            identifier: 'planlint',
            interFileDependencies: true,
            workspaceDiagnostics: true,
            workDoneProgress: true,
          },
        }
      : {},
  wire(context) {
    if (!context.client.pulls) return;
    const told = new Map<string, string>();
    answerForDocuments(context, told);
    answerForWorkspace(context, told);
  },
};

/** What the client was last told of each file, by its id: it need not remember all of it. */
type Told = Map<string, string>;

function answerForDocuments({ connection, client, documents, resultOf, onRest, rested, failed }: Context, told: Told) {
  /** Tells the client to ask again where what it was told of other open files holds no longer. */
  async function tellOfOthers(uris: Iterable<string>): Promise<void> {
    let stale = false;
    for (const uri of uris) {
      const before = told.get(uri);
      if (before === undefined || !documents.open(uri)) continue;
      const { result } = await resultOf(uri);
      if (result.early || result.id === before) continue;
      told.set(uri, result.id);
      stale = true;
    }
    if (stale && client.refreshes.diagnostics) await connection.languages.diagnostics.refresh();
  }

  /** The other files of a plan, for a client that takes them with the one it asked for. */
  async function related(uri: string, { sheets }: Review) {
    const reports: NonNullable<DocumentDiagnosticReport['relatedDocuments']> = {};
    for (const other of sheets.keys()) {
      if (other === uri) continue;
      const { result } = await resultOf(other);
      const { uri: spelled, diagnostics, id: resultId, early } = result;
      if (early) continue;
      reports[spelled] =
        told.get(spelled) === resultId
          ? { kind: 'unchanged', resultId }
          : { kind: 'full', resultId, items: [...diagnostics] };
      told.set(spelled, resultId);
    }
    return { relatedDocuments: reports };
  }

  connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }, token) => {
    await rested(token);
    if (token.isCancellationRequested) throw cancelled(token);
    const { result, review } = await resultOf(uri);
    if (result.early && previousResultId !== undefined) return { kind: 'unchanged', resultId: previousResultId };
    const { id: resultId, diagnostics } = result;
    told.set(uri, resultId);
    const others =
      review?.draft && client.relatedDocuments && review.sheets.size > 1 ? await related(uri, review) : undefined;
    if (!others && review) tellOfOthers([...review.sheets.keys()].filter((other) => other !== uri)).catch(failed);
    return previousResultId === resultId
      ? { kind: 'unchanged', resultId, ...others }
      : { kind: 'full', resultId, items: [...diagnostics], ...others };
  });

  // What was typed in is asked for by the client itself.
  onRest(({ typed, beyond }) => {
    const others = documents.all().filter(({ uri }) => !typed.has(canonical(uri)));
    if (beyond) tellOfOthers(others.map(({ uri }) => uri)).catch(failed);
  });
}

/**
 * A question about the workspace is answered as soon as there is anything new to say, which may take long: a client asks
 * again when it has the answer.
 */
function answerForWorkspace({ connection, survey, next }: Context, told: Told): void {
  connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token, progress, partial) => {
    const known = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    let said = 0;

    function say({ uri, version, id, diagnostics }: Omit<Result, 'early'>): void {
      // Of a file that it says nothing of, the client may have kept what it was told some other time.
      const before = known.get(uri) ?? ((told.get(uri) ?? NOTHING) === NOTHING ? NOTHING : undefined);
      if (before === id) return;
      said++;
      known.set(uri, id);
      told.set(uri, id);
      const item = { kind: 'full' as const, uri, version, resultId: id, items: [...diagnostics] };
      if (partial) partial.report({ items: [item] });
      else items.push(item);
    }

    async function sweep(report: (done: number, total: number) => void): Promise<void> {
      const seen = new Set<string>();
      for await (const { result, done, total } of survey.all(token)) {
        seen.add(result.uri);
        if (!result.early) say(result);
        report(done, total);
      }
      if (token.isCancellationRequested) throw cancelled(token);
      for (const uri of new Set([...known.keys(), ...told.keys()]))
        if (!seen.has(uri)) say({ uri, version: null, id: NOTHING, diagnostics: [] });
    }

    progress.begin('检查规划文稿', 0, undefined, true);
    let more = next(token);
    await sweep((done, total) => progress.report((100 * done) / total, `${done}/${total}`)).finally(() =>
      progress.done(),
    );
    while (said === 0) {
      if (!(await more)) throw cancelled(token);
      more = next(token);
      await sweep(() => {});
    }
    return { items };
  });
}

/** A client that cancels knows why; one whose server ends need not ask again. */
function cancelled({ isCancellationRequested }: CancellationToken): ResponseError<unknown> {
  return isCancellationRequested
    ? new ResponseError(LSPErrorCodes.RequestCancelled, '已取消')
    : new ResponseError(LSPErrorCodes.ServerCancelled, '服务已停止', { retriggerRequest: false });
}
