import 'mocha/mocha.js';
import * as vscode from 'vscode';
import { LineReporter, say } from './reporter.ts';

/** What VS Code calls in each of its extension hosts, with or without Node around: runs every test, rejects if one fails. */
export async function run(): Promise<void> {
  say(`host: ${typeof process === 'object' ? 'node' : 'web worker'}`);
  mocha.setup({ ui: 'bdd', reporter: LineReporter as unknown as Mocha.ReporterConstructor, timeout: 90_000 });
  say(`activation: ${await activation()} ms`);
  await import('./draft.test.ts');
  await import('./navigation.test.ts');
  await import('./panel.test.ts');
  await import('./virtual.test.ts');
  await import('./settings.test.ts');
  await import('./tasks.test.ts');
  await import('./commands.test.ts');
  // The browser build's own `mocha.run` looks for options in a page's address, and here is no page.
  const failures = await new Promise<number>((resolve) => Mocha.prototype.run.call(mocha, resolve));
  if (failures > 0) throw new Error(`${failures} tests failed`);
}

/** How long the extension takes from being asked for to being ready, loading included, in an editor that has come to rest. */
async function activation(): Promise<number> {
  const extension = vscode.extensions.getExtension('planlint.planlint');
  if (!extension || extension.isActive) throw new Error('the extension is missing, or was started unasked');
  for (let calm = 0; calm < 20; calm = (await lateness()) < 5 ? calm + 1 : 0);
  const start = performance.now();
  await extension.activate();
  return Math.round(performance.now() - start);
}

/** By how many milliseconds a timer is late: what else the host is at. */
async function lateness(): Promise<number> {
  const start = performance.now();
  await new Promise((resolve) => setTimeout(resolve, 50));
  return performance.now() - start - 50;
}
