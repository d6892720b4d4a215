import { readFile } from 'node:fs/promises';
import { groupBy } from '../core/group.ts';
import type { Finding } from '../core/rule.ts';
import { jobsAsked } from './asked.ts';
import { type ConfigFlags, configFinder } from './configs.ts';
import type { Host } from './host.ts';
import type { Job } from './jobs.ts';
import { type Change, mendJob } from './mended.ts';
import { counted, type Work, workOf } from './outcome.ts';
import { patchOf } from './patch.ts';
import { rewrite } from './rewrite.ts';
import { type TellFlags, tell } from './tell.ts';
import { bomOf } from './texts.ts';

export interface FixFlags extends ConfigFlags, TellFlags {
  /** Makes changes too that a person should look at. */
  readonly unsafe?: boolean;
  /** Prints what would change, and changes nothing. */
  readonly dryRun?: boolean;
  readonly stdinFilename?: string;
}

/** Mends drafts, says what was mended, prints what is left, and gives the exit status that `check` would give now. */
export async function fixCommand(paths: readonly string[], flags: FixFlags, host: Host): Promise<number> {
  const { unsafe = false, dryRun = false } = flags;
  const stdin = paths.includes('-') ? await host.stdin() : undefined;
  const setupFor = configFinder(host.folder, flags);
  const reading = { ...host, stdin: async () => stdin ?? new Uint8Array() };
  const jobs = await jobsAsked(paths.length > 0 ? paths : ['.'], flags, setupFor, reading);
  const count = { fixed: 0, files: 0, open: 0 };

  /** Makes a change where it belongs; gives in a Chinese sentence why that could not be. */
  async function make(change: Change, { texts = {} }: Job): Promise<string | undefined> {
    const { path } = change;
    const bytes = texts[path] === undefined ? await readFile(path).catch(() => undefined) : stdin;
    if (dryRun) host.out(patchOf(change, bomOf(bytes)));
    else if (texts[path] === undefined) return rewrite(change, bytes);
    return undefined;
  }

  async function* works(): AsyncGenerator<Work> {
    for (const job of jobs) {
      const mended = await mendJob(job, setupFor, host.folder, unsafe);
      const unwritten = new Map<string, string>();
      for (const change of mended.changes) {
        const reason = await make(change, job);
        if (reason !== undefined) unwritten.set(change.name, reason);
      }
      const { review, fixed, changes } = unwritten.size > 0 ? mended.without(unwritten) : mended;
      for (const text of Object.values(job.texts ?? {}))
        if (!dryRun) host.out(bomOf(stdin) + (changes[0]?.after ?? text));
      for (const { name } of changes) host.err(`${name} ${dryRun ? '可改正' : '改正'}${listOf(fixed, name)}\n`);
      count.fixed += fixed.length;
      count.files += changes.length;
      const work = { ...workOf(review, flags.format === 'html'), unwritten: [...unwritten.values()] };
      count.open += work.checked.flatMap(counted).filter(({ fix }) => fix && !fix.safe).length;
      yield work;
    }
  }

  // What was read from standard input, and the differences, have standard output for themselves.
  const telling = stdin || dryRun ? { ...host, out: host.err } : host;
  const status = await tell(works(), jobs.length, flags, telling);
  host.err(`${closing(count, dryRun)}\n`);
  if (count.open > 0 && !unsafe) host.err(`另有${count.open}个问题给出了改法，要由人判断；确定照改的，用 --unsafe。\n`);
  return status;
}

/** What was mended in a file: `3个问题（known-typo 2、stray-space 1）`. */
function listOf(fixed: readonly Finding[], name: string): string {
  const own = fixed.filter(({ span }) => span.source.uri === name);
  const rules = [...groupBy(own, ({ rule }) => rule)].map(([rule, findings]) => `${rule} ${findings.length}`);
  return `${own.length}个问题（${rules.join('、')}）`;
}

function closing({ fixed, files }: { readonly fixed: number; readonly files: number }, dryRun: boolean): string {
  if (fixed === 0) return '没有可以直接改正的问题。';
  return dryRun ? `可改正${fixed}个问题，涉及${files}个文件；没有写入。` : `改正${fixed}个问题，改动${files}个文件。`;
}
