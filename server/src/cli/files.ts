import { readFile, stat } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { inOrder } from '../config/index.ts';
import type { Source } from '../core/model.ts';
import { type Host, UsageError } from './host.ts';

/** A file to check. What the user named is checked whatever it holds, what was found in a folder only if it is a draft. */
export interface Input {
  /** Absolute. */
  readonly path: string;
  readonly named: boolean;
  readonly source: Source;
}

/** A path as users see it: relative to their folder, with slashes. */
export function shown(host: Host, path: string): string {
  return relative(host.folder, path).split(sep).join('/');
}

/** The files that the user's paths (files, folders, globs, `-`) stand for, each once. */
export async function readInputs(paths: readonly string[], stdinName: string, host: Host): Promise<Input[]> {
  const inputs = new Map<string, Input>();
  const add = async (path: string, named: boolean, bytes?: Uint8Array) => {
    const before = inputs.get(path);
    if (before?.named || (before && !named)) return;
    const source = before?.source ?? (await sourceOf(path, host, bytes, named));
    if (source) inputs.set(path, { path, named, source });
  };
  for (const path of paths) {
    if (path === '-') {
      await add(resolve(host.folder, stdinName), true, await host.stdin());
      continue;
    }
    const full = resolve(host.folder, path);
    const kind = await stat(full).catch(() => undefined);
    if (kind?.isDirectory()) {
      for (const file of await filesOf('**/*.md', full)) await add(file, false);
    } else if (kind) {
      await add(full, true);
    } else {
      const found = isDynamicPattern(path) ? await filesOf(path, host.folder) : [];
      if (!found.length) throw new UsageError(missing(path));
      for (const file of found) await add(file, false);
    }
  }
  return [...inputs.values()];
}

function missing(path: string): string {
  if (isDynamicPattern(path)) return `没有与“${path}”相符的文件，请检查通配符`;
  return `找不到“${path}”，请检查路径`;
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

/** Reads a file as UTF-8, without a byte order mark. What is no such text is refused where it was named, else told and left out. */
async function sourceOf(path: string, host: Host, bytes: Uint8Array | undefined, named: boolean) {
  const name = shown(host, path);
  const text = decode(bytes ?? (await bytesOf(path, name)));
  if (text !== undefined) return { uri: name, text };
  const reason = `“${name}”不是 UTF-8 文本（可能是 GBK 编码或二进制文件），请另存为 UTF-8 的 Markdown 文件`;
  if (named) throw new UsageError(reason);
  host.err(`${reason}；此次未检查\n`);
  return undefined;
}

async function bytesOf(path: string, name: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch {
    throw new UsageError(`无法读取“${name}”，请检查文件权限`);
  }
}

/** UTF-8 bytes as text without a byte order mark; undefined where they are no text. */
export function decode(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
