import { UsageError } from './host.ts';
import type { Change } from './mended.ts';
import { replaceFile } from './replace.ts';
import { bomOf, decode } from './texts.ts';

/**
 * Writes a changed text over its file, of which these are the bytes now. Gives, in a Chinese sentence, why it could not: then the
 * file is as it was.
 */
export async function rewrite(change: Change, bytes: Uint8Array | undefined): Promise<string | undefined> {
  const { path, name, before, after } = change;
  if (!bytes || decode(bytes) !== before) return `“${name}”在检查期间被改动，没有写入，请再运行一次`;
  try {
    await replaceFile(path, bomOf(bytes) + after, name);
    return undefined;
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
}
