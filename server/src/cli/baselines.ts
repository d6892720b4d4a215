import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Known, readBaseline } from '../config/index.ts';
import { jobsAsked } from './asked.ts';
import { against, type Baseline, entriesFor, namesIn, writtenOut } from './baseline.ts';
import { configFinder, refuse } from './configs.ts';
import { type Host, status, UsageError } from './host.ts';
import { type Checked, troublesOf } from './outcome.ts';
import { replaceFile } from './replace.ts';
import { decode } from './texts.ts';
import { type WorkFlags, worked } from './works.ts';

export interface BaselineFlags extends WorkFlags {
  readonly reason?: string;
  readonly owner?: string;
  readonly expires?: string;
}

/** The baseline in a file that the user names. */
export async function openBaseline(file: string, host: Host): Promise<Baseline> {
  const path = resolve(host.folder, file);
  const known = await readKnown(path, file, host.folder);
  if (!known) throw new UsageError(`找不到基线“${file}”，可用 planlint baseline write ${file} 写出`);
  return against(known, namesIn(path, host.folder), host.today());
}

/** What to tell of a baseline after a check: what it holds in vain, and what it holds no longer. */
export function sayBaseline(baseline: Baseline, file: string): string {
  const [gone, expired] = [baseline.gone().length, baseline.expired().length];
  return [
    expired ? `基线“${file}”中有${expired}处已过期限，重新计入结果\n` : '',
    gone ? `基线“${file}”中有${gone}处已不再出现，可用 planlint baseline prune ${file} 删去\n` : '',
  ].join('');
}

/** Writes what is found now into a baseline, or takes out of it what is found no longer. */
export async function baselineCommand(
  name: 'write' | 'prune',
  file: string,
  paths: readonly string[],
  flags: BaselineFlags,
  host: Host,
): Promise<number> {
  const path = resolve(host.folder, file);
  const nameOf = namesIn(path, host.folder);
  const before = await readKnown(path, file, host.folder);
  if (!before && name === 'prune') throw new UsageError(`找不到基线“${file}”，请检查路径`);
  const setupFor = configFinder(host.folder, flags);
  const jobs = await jobsAsked(paths.length ? paths : ['.'], {}, setupFor, host);
  const checked: Checked[] = [];
  for await (const work of worked(jobs, setupFor, flags, host)) {
    for (const { message } of troublesOf(work)) throw new UsageError(`${message}；基线没有改动`);
    checked.push(...work.checked);
  }

  const seen = new Set(checked.map((each) => nameOf(each.file)));
  const { reason, owner, expires } = flags;
  const found = entriesFor(checked, before ?? [], nameOf, {
    ...(reason !== undefined && { reason }),
    ...(owner !== undefined && { owner }),
    ...(expires !== undefined && { expires }),
  });
  const others = (before ?? []).filter((entry) => !seen.has(entry.file));
  const kept = name === 'write' ? found : found.filter((entry) => before?.some((one) => same(one, entry)));
  await replaceFile(path, writtenOut([...others, ...kept]), file);
  const now = others.length + kept.length;
  const less = (before?.length ?? 0) - now;
  host.out(
    name === 'prune'
      ? `已从“${file}”删去${less}处，余${now}处。\n`
      : `已把${now}处问题写入“${file}”。请逐处填写理由（reason），写明负责人（owner）和期限（expires）更好。\n`,
  );
  return status.fine;
}

function same(a: Known, b: Known): boolean {
  return a.file === b.file && a.fingerprint === b.fingerprint;
}

/** undefined where there is no such file. */
async function readKnown(path: string, name: string, home: string): Promise<readonly Known[] | undefined> {
  const bytes = await readFile(path).catch((error) => {
    if (error.code === 'ENOENT') return undefined;
    throw new UsageError(`无法读取“${name}”，请检查文件权限`);
  });
  if (!bytes) return undefined;
  const text = decode(bytes);
  if (text === undefined) throw new UsageError(`“${name}”不是 UTF-8 文本，不能用作基线`);
  const read = readBaseline(path, text);
  if ('data' in read) return read.data.findings;
  throw refuse(read.faults, home);
}
