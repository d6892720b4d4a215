import 'mocha/mocha.js';
import { LineReporter, say } from './reporter.ts';

/** What VS Code calls in each of its extension hosts, with or without Node around: runs every test, rejects if one fails. */
export async function run(): Promise<void> {
  say(`host: ${typeof process === 'object' ? 'node' : 'web worker'}`);
  mocha.setup({ ui: 'bdd', reporter: LineReporter as unknown as Mocha.ReporterConstructor, timeout: 90_000 });
  await import('./draft.test.ts');
  await import('./panel.test.ts');
  // The browser build's own `mocha.run` looks for options in a page's address, and here is no page.
  const failures = await new Promise<number>((resolve) => Mocha.prototype.run.call(mocha, resolve));
  if (failures > 0) throw new Error(`${failures} tests failed`);
}
