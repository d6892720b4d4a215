import {
  type Connection,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { type Client, clientOf } from './client.ts';
import { listenToDocuments } from './documents.ts';
import { features } from './features/index.ts';
import { clientFiles, type Files } from './files.ts';
import { fileOperations } from './watch.ts';
import { openWorkspace } from './workspace.ts';

/**
 * Serves one client until the connection ends. `host` gives the files of a client that does not read for the server;
 * `milliseconds` pass after the last keystroke before a draft is checked.
 */
export function serve(connection: Connection, host: Files, milliseconds = 80): void {
  let client: Client | undefined;
  const documents = listenToDocuments(connection, () => client?.encoding ?? 'utf-16');
  connection.onInitialize((params) => {
    client = clientOf(params);
    const failed = (error: unknown) => connection.console.error(`检查未能完成：${error}`);
    const files = client.reads ? clientFiles(connection) : host;
    const workspace = openWorkspace(connection, documents, client, files, foldersOf(params), milliseconds, failed);
    const context = { connection, client, documents, failed, ...workspace };
    for (const feature of features) feature.wire(context);
    return answer(client);
  });
  connection.listen();
}

function answer(client: Client): InitializeResult {
  return {
    serverInfo: { name: 'PlanLint' },
    capabilities: {
      positionEncoding: client.encoding,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      workspace: {
        workspaceFolders: { supported: true, changeNotifications: true },
        ...(client.fileOperations && { fileOperations }),
      },
      ...Object.assign({}, ...features.map(({ capabilities }) => capabilities(client))),
    },
  };
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  return rootUri ? [rootUri] : [];
}
