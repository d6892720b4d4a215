import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { start } from './start.ts';

/** Entry of the extension in a Node extension host: the server is a process of its own. */
export function activate(context: vscode.ExtensionContext): Promise<void> {
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  return start(context, (options) => new LanguageClient('planlint', 'PlanLint 规划文稿检查', server, options));
}
