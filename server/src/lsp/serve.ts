import {
  CodeActionKind,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { actionsOf } from './actions.ts';
import { type Client, clientOf } from './client.ts';
import { applyChanges } from './convert.ts';
import { delayed } from './delayed.ts';
import { createTellFaults } from './faults.ts';
import { clientFiles, type Files } from './files.ts';
import { createPush } from './push.ts';
import { createReviewer } from './review.ts';
import { createSettings } from './settings.ts';
import { canonical } from './uris.ts';
import { askToWatch, onWatched } from './watch.ts';

/**
 * Serves one client until the connection ends. `host` gives the files of a client that does not read for the server;
 * `milliseconds` pass after the last keystroke before a draft is checked.
 */
export function serve(connection: Connection, host: Files, milliseconds = 80): void {
  let client: Client | undefined;
  const documents = new TextDocuments<TextDocument>({
    create: TextDocument.create,
    update: (document, changes, version) => applyChanges(document, changes, version, client?.encoding ?? 'utf-16'),
  });
  connection.onInitialize((params) => {
    client = clientOf(params);
    wire(connection, documents, client, client.reads ? clientFiles(connection) : host, foldersOf(params), milliseconds);
    return answer(client);
  });
  documents.listen(connection);
  connection.listen();
}

function answer(client: Client): InitializeResult {
  return {
    serverInfo: { name: 'PlanLint' },
    capabilities: {
      positionEncoding: client.encoding,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
  };
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  return rootUri ? [rootUri] : [];
}

function wire(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  client: Client,
  files: Files,
  folders: string[],
  milliseconds: number,
): void {
  /** An open Markdown document, however its URI is escaped. */
  const open = (uri: string): TextDocument | undefined => {
    const same = canonical(uri);
    return documents.all().find((document) => isMarkdown(document) && canonical(document.uri) === same);
  };
  const failed = (error: unknown) => connection.console.error(`检查未能完成：${error}`);
  const settings = createSettings(files, () => folders, createTellFaults(connection, client.encoding));
  const reviewer = createReviewer(open, settings);
  const pushing = delayed(milliseconds, createPush(connection, client, reviewer), failed);
  const pushAll = () => {
    for (const { uri } of documents.all()) pushing.ask(uri);
  };
  const readAnew = () => {
    settings.forget();
    pushAll();
  };

  documents.onDidChangeContent(({ document }) => pushing.ask(document.uri));
  documents.onDidClose(({ document }) => {
    pushing.cancel(document.uri);
    reviewer.close(document.uri);
    if (isMarkdown(document)) connection.sendDiagnostics({ uri: document.uri, diagnostics: [] }).catch(failed);
    // In a plan of several files, the saved text of this one counts again.
    pushAll();
  });
  // Who is not told of changed files reads them anew when the user opens or saves something.
  documents.onDidOpen(() => {
    if (!client.watches) settings.forget();
  });
  documents.onDidSave(() => {
    if (!client.watches) readAnew();
  });
  onWatched(connection, settings, (uri) => open(uri) !== undefined, readAnew);

  connection.onCodeAction(async ({ textDocument: { uri }, range, context }) => {
    const review = await reviewer.review(uri);
    return review ? actionsOf(review, uri, range, context, client) : [];
  });

  connection.onInitialized(() => {
    if (client.watches) askToWatch(connection).catch(failed);
    if (!client.folderChanges) return;
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = new Set(removed.map(({ uri }) => uri));
      folders = [...folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
      readAnew();
    });
  });
  connection.onShutdown(() => pushing.cancel());
}

function isMarkdown({ languageId, uri }: TextDocument): boolean {
  return languageId === 'markdown' || /\.(md|markdown)$/i.test(uri);
}
