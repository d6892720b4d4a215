import { randomUUID } from 'node:crypto';
import { access, chmod, constants, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { UsageError } from './host.ts';

/**
 * Writes a file (absolute path) as a whole or not at all, whatever comes between. Its mode stays; of a link, what it points at
 * is replaced. `name` is what the user calls it.
 */
export async function replaceFile(path: string, content: string | Uint8Array, name: string): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const partial = `${target}.${randomUUID()}.tmp`;
  try {
    const before = await stat(target).catch(() => undefined);
    // A file that may not be written could still be replaced: its folder alone decides. That is not what its owner meant.
    if (before) await access(target, constants.W_OK);
    if (before && !(before.mode & 0o222)) throw Object.assign(new Error('read-only'), { code: 'EACCES' });
    await writeFile(partial, content);
    if (before) await chmod(partial, before.mode & 0o7777);
    await rename(partial, target);
  } catch (error) {
    await rm(partial, { force: true }).catch(() => {});
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(`无法写入“${name}”（${reasons[code ?? ''] ?? code}），原文件没有改动`);
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: '没有写入权限',
  EPERM: '没有写入权限',
  EROFS: '磁盘只读',
  ENOSPC: '磁盘已满',
  ENOENT: '文件夹不存在',
  EISDIR: '这是一个文件夹',
};
