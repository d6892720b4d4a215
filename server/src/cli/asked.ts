import { resolve } from 'node:path';
import type { FindSetup } from './configs.ts';
import { findFiles } from './files.ts';
import { type Host, UsageError } from './host.ts';
import { type Job, jobsOf } from './jobs.ts';
import { decode, sourceOf } from './texts.ts';

/** The plans that the user's paths ask for; `-` is the standard input, under the name that was given for it. */
export async function jobsAsked(
  paths: readonly string[],
  { stdinFilename }: { readonly stdinFilename?: string },
  setupFor: FindSetup,
  host: Host,
): Promise<Job[]> {
  if (stdinFilename && !paths.includes('-')) throw new UsageError('--stdin-filename 只在路径为“-”时有用');
  const found = await findFiles(
    paths.filter((path) => path !== '-'),
    host.folder,
  );
  // What the user named and cannot be read is refused before anything is printed.
  for (const { path, named } of found) {
    const source = named ? await sourceOf(path, host.folder) : undefined;
    if (typeof source === 'string') throw new UsageError(source);
  }
  if (!paths.includes('-')) return jobsOf(found, setupFor);
  const text = decode(await host.stdin());
  if (text === undefined) throw new UsageError('标准输入不是 UTF-8 文本，请转为 UTF-8 编码');
  const path = resolve(host.folder, stdinFilename ?? '标准输入.md');
  const jobs = await jobsOf([{ path, named: true }, ...found.filter((file) => file.path !== path)], setupFor);
  return jobs.map((job) => (job.files.includes(path) ? { ...job, texts: { [path]: text } } : job));
}
