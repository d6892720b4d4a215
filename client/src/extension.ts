import type * as vscode from 'vscode';
import { start, type Views } from './start.ts';

/** Entry of the extension in either host: a Node one or a web worker. */
export async function activate(context: vscode.ExtensionContext): Promise<Views> {
  const host = typeof process === 'object' ? await import('./desktop.ts') : await import('./browser.ts');
  return start(context, host.connect(context));
}
