import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import {
  FIND,
  type FindParams,
  type FindResult,
  type InitOptions,
  READ,
  type ReadParams,
  type ReadResult,
} from '../../server/src/lsp/protocol.ts';
import { registerCommands } from './commands.ts';
import { linkToPreview, pagesFolder } from './pages.ts';
import { type BoxNode, boxTree } from './panel/boxes.ts';
import { type OverviewPanel, overviewPanel } from './panel/overview.ts';
import { followPlans } from './plans.ts';
import { showStatus } from './status.ts';

export const ID = 'planlint';
export const NAME = 'PlanLint';

/** What the extension shows, for whoever cannot look at it: other extensions, and tests. */
export interface Views {
  readonly overview: OverviewPanel;
  readonly boxes: vscode.TreeDataProvider<BoxNode>;
}

/** Makes the client of a server that runs wherever this host can run one. */
export type Connect = (options: LanguageClientOptions) => BaseLanguageClient;

/**
 * Starts the language server that `connect` reaches, waiting for nothing, and adds what the client itself does. The server
 * decides which Markdown is a plan; the client shows it every Markdown document but for copies, and lends it its file system,
 * which may be no disk at all.
 */
export function start(context: vscode.ExtensionContext, connect: Connect): Views {
  const options: InitOptions = {
    pages: pagesFolder(context).toString(),
    reads: true,
    push: true,
    commands: true,
    panels: true,
  };
  const client = connect({
    documentSelector: [{ language: 'markdown' }],
    diagnosticCollectionName: ID,
    initializationOptions: options,
    middleware: {
      didOpen: async (document, next) => {
        if (isDraft(document.uri)) await next(document);
      },
      handleDiagnostics: (uri, diagnostics, next) => next(uri, diagnostics.map(linkToPreview)),
    },
  });
  client.onRequest(READ, ({ uri }: ReadParams) => read(uri));
  client.onRequest(FIND, ({ folder, glob }: FindParams) => find(folder, glob));
  const plans = followPlans(client);
  context.subscriptions.push(client, plans, showStatus(client, plans), ...registerCommands(context, client, plans));
  const views = { overview: overviewPanel(context, client, plans), boxes: boxTree(context, client, plans) };
  // Where it fails the client says so itself.
  client.start().catch(() => undefined);
  return views;
}

/** Not a copy that a comparison or a preview shows: all that is found would stand in Problems twice. */
function isDraft({ scheme }: vscode.Uri): boolean {
  if (scheme === 'untitled') return true;
  return scheme !== 'git' && vscode.workspace.fs.isWritableFileSystem(scheme) !== undefined;
}

async function read(uri: string): Promise<ReadResult> {
  try {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.parse(uri));
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { text: null };
  }
}

async function find(folder: string, glob: string): Promise<FindResult> {
  const pattern = new vscode.RelativePattern(vscode.Uri.parse(folder), glob);
  // `null`: what the user hides from the search is still a part of the plan.
  const found = await vscode.workspace.findFiles(pattern, null);
  return { uris: found.map((uri) => uri.toString()) };
}
