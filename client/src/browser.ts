/// <reference lib="webworker" />
import * as vscode from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { type Connect, ID, NAME } from './start.ts';

/** In a web worker extension host the server is a worker of its own. */
export function connect(context: vscode.ExtensionContext): Connect {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'planlint.js');
  return (options) => new LanguageClient(ID, NAME, () => startWorker(script), options);
}

/**
 * Starts the server's part of the script from its text: from its address VS Code starts none that lies on a remote machine.
 * The transports are made here, because what VS Code puts in the place of `Worker` is no class that the client could know
 * an instance of.
 */
async function startWorker(script: vscode.Uri): Promise<MessageTransports> {
  const text = await vscode.workspace.fs.readFile(script);
  const parts = ['const module = {};', text, 'module.exports.worker();'] as BlobPart[];
  const worker = new Worker(URL.createObjectURL(new Blob(parts, { type: 'text/javascript' })));
  return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
}
