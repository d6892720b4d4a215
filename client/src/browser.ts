/// <reference lib="webworker" />
import * as vscode from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { start } from './start.ts';

/** Entry of the extension in a web worker extension host: the server is a worker of its own. */
export function activate(context: vscode.ExtensionContext): Promise<void> {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.worker.js');
  const server = () => startWorker(script);
  return start(context, (options) => new LanguageClient('planlint', 'PlanLint 规划文稿检查', server, options));
}

/**
 * Starts the text of a script: from its address VS Code starts none that lies on a remote machine. The transports are made
 * here, because what VS Code puts in the place of `Worker` is no class that the client could know an instance of.
 */
async function startWorker(script: vscode.Uri): Promise<MessageTransports> {
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(script));
  const worker = new Worker(URL.createObjectURL(new Blob([text], { type: 'text/javascript' })));
  return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
}
