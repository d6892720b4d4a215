import { readFile } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import type { Source } from '../core/model.ts';

/** A path as users see it: relative to their folder, with slashes. */
export function shown(folder: string, path: string): string {
  return relative(folder, path).split(sep).join('/');
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

/** The byte order mark that bytes begin with, or nothing. */
export function bomOf(bytes: Uint8Array = new Uint8Array()): string {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? '\uFEFF' : '';
}

/** The text of a file under the name that users see, or in a Chinese sentence why there is none. */
export async function sourceOf(path: string, folder: string): Promise<Source | string> {
  const uri = shown(folder, path);
  try {
    const text = decode(await readFile(path));
    if (text !== undefined) return { uri, text };
    return `“${uri}”不是 UTF-8 文本（可能是 GBK 编码或二进制文件），请另存为 UTF-8 的 Markdown 文件`;
  } catch {
    return `无法读取“${uri}”，请检查文件是否还在、有无读取权限`;
  }
}
