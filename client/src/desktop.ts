import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type Connect, ID, NAME } from './start.ts';
import { provideTasks } from './tasks.ts';

/** In a Node extension host the server is a process of its own, and tasks have processes to run in. */
export function connect(context: vscode.ExtensionContext): Connect {
  context.subscriptions.push(provideTasks(context));
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  return (options) => new LanguageClient(ID, NAME, server, options);
}
