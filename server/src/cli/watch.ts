import { resolve } from 'node:path';
import { watch } from 'chokidar';
import { isDynamicPattern } from 'tinyglobby';
import type { Host } from './host.ts';

/** Editors save a file in several steps. */
const PAUSE = 100;

/** Does the work, and again whenever a draft or a configuration below the paths changes, until the process is ended. */
export async function watching(paths: readonly string[], host: Host, work: () => Promise<unknown>): Promise<never> {
  const roots = paths.map((path) => resolve(host.folder, isDynamicPattern(path) ? '.' : path));
  const watcher = watch(roots, {
    ignoreInitial: true,
    ignored: (path, stats) =>
      /[\\/](?:node_modules|\.git)$/.test(path) || (stats?.isFile() === true && !/\.(?:md|json)$/.test(path)),
  });
  let changed = () => {};
  watcher.on('all', () => changed());
  await new Promise<void>((ready) => watcher.once('ready', ready));
  for (;;) {
    const next = new Promise<void>((again) => {
      changed = again;
    });
    await work();
    host.err('正在等待文稿改动，按 Ctrl+C 结束……\n');
    await next;
    await new Promise((rest) => setTimeout(rest, PAUSE));
  }
}
