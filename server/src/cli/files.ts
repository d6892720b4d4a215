import { stat } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { inOrder } from '../config/index.ts';
import { UsageError } from './host.ts';
import { ignoredBelow } from './ignored.ts';

/** A file to check, by its absolute path. What the user named is checked whatever it holds, what was found only if it is a draft. */
export interface Found {
  readonly path: string;
  readonly named: boolean;
}

/** The files that the user's paths (files, folders, globs) stand for, in order and each once. */
export async function findFiles(paths: readonly string[], folder: string): Promise<Found[]> {
  const found = new Map<string, Found>();
  const add = (path: string, named: boolean) =>
    found.set(path, { path, named: named || found.get(path)?.named === true });
  for (const path of paths) {
    const full = resolve(folder, path);
    const kind = await stat(full).catch(() => undefined);
    if (kind?.isDirectory()) {
      for (const file of await lookedFor('**/*.md', full)) add(file, false);
    } else if (kind) {
      add(full, true);
    } else {
      const matching = isDynamicPattern(path) ? await lookedFor(path, folder) : [];
      if (!matching.length) throw new UsageError(missing(path));
      for (const file of matching) add(file, false);
    }
  }
  return [...found.values()];
}

function missing(path: string): string {
  if (isDynamicPattern(path)) return `没有与“${path}”相符的文件，请检查通配符`;
  return `找不到“${path}”，请检查路径`;
}

/** The files under a folder that a pattern names and that no .gitignore or .planlintignore leaves out. */
async function lookedFor(pattern: string, folder: string): Promise<string[]> {
  const [files, ignored] = [await filesOf(pattern, folder), ignoredBelow(folder)];
  const left = await Promise.all(files.map(ignored));
  return files.filter((_, index) => !left[index]);
}

/** The files under a folder that a pattern names, in their natural order. A name that is no pattern stands for itself. */
export async function filesOf(pattern: string, folder: string): Promise<string[]> {
  const full = resolve(folder, pattern);
  if ((await stat(full).catch(() => undefined))?.isFile()) return [full];
  const found = await glob(pattern.split(sep).join('/'), {
    cwd: folder,
    absolute: true,
    expandDirectories: false,
    followSymbolicLinks: false,
    ignore: ['**/node_modules/**'],
  });
  return found.map((path) => resolve(path)).sort(inOrder);
}
