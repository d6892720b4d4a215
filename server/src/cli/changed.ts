import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { UsageError } from './host.ts';

/** Whether lines of a file (absolute; from 1, both ends included) differ from an earlier state. */
export type Changed = (file: string, from: number, to: number) => boolean;

/** Nothing that a repository's own settings name as a program is run. */
const SAFE = ['-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false'];
const PLAIN = ['--no-color', '--no-ext-diff', '--no-textconv', '--no-renames', '--src-prefix=a/', '--dst-prefix=b/'];
const HUNK = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@/;

/** The lines that differ from a state of the Git repository around a folder; a file that Git does not know differs as a whole. */
export async function changedSince(ref: string, folder: string): Promise<Changed> {
  const root = (await git(folder, 'rev-parse', '--show-toplevel')).trim();
  await git(folder, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`).catch(() => {
    throw new UsageError(`Git 仓库里没有“${ref}”，请检查 --changed-since 后面的提交、分支或标签`);
  });
  const lines = linesOf(await git(root, 'diff', ...PLAIN, '--unified=0', '--end-of-options', ref, '--'), root);
  const unknown = await git(root, 'ls-files', '--others', '--exclude-standard', '-z');
  for (const file of unknown.split('\0').filter(Boolean)) lines.set(join(root, file), [[1, Infinity]]);
  return (file, from, to) => lines.get(file)?.some(([first, last]) => first <= to && from <= last) ?? false;
}

type Lines = readonly [first: number, last: number];

/** The new lines of each file in a diff without context. */
function linesOf(diff: string, root: string): Map<string, Lines[]> {
  const lines = new Map<string, Lines[]>();
  let own: Lines[] = [];
  for (const line of diff.split('\n')) {
    if (line.startsWith('+++ ')) {
      own = [];
      lines.set(join(root, nameIn(line.slice(4))), own);
    }
    const [, first, count = '1'] = HUNK.exec(line) ?? [];
    if (first !== undefined && count !== '0') own.push([Number(first), Number(first) + Number(count) - 1]);
  }
  return lines;
}

/** `b/drafts/plan.md`, in quotes where the name holds any. Git ends a name that holds spaces with a tab. */
function nameIn(text: string): string {
  const name = text.startsWith('"') ? (JSON.parse(text) as string) : text.replace(/\t$/, '');
  return name.replace(/^b\//, '');
}

async function git(folder: string, ...args: string[]): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)('git', [...SAFE, ...args], { cwd: folder, maxBuffer: 1 << 30 });
    return stdout;
  } catch (error) {
    const { code } = error as { readonly code?: unknown };
    if (code === 'ENOENT') throw new UsageError('--changed-since 要用到 Git，没有找到它，请先安装');
    throw new UsageError('--changed-since 只能在 Git 仓库里使用');
  }
}
