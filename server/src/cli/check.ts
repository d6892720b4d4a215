import { resolve } from 'node:path';
import { jobsAsked } from './asked.ts';
import { openBaseline, sayBaseline } from './baselines.ts';
import { changedSince } from './changed.ts';
import { configFinder } from './configs.ts';
import { type Host, UsageError } from './host.ts';
import type { Checked, Entry } from './outcome.ts';
import { createStats } from './stats.ts';
import { type TellFlags, tell } from './tell.ts';
import { watching } from './watch.ts';
import { type WorkFlags, worked } from './works.ts';

export interface CheckFlags extends WorkFlags, TellFlags {
  readonly stdinFilename?: string;
  /** Shows what concerns lines that differ from this state of the Git repository. */
  readonly changedSince?: string;
  /** A file of findings to let be. */
  readonly baseline?: string;
  /** Which part of all plans is checked, so that several machines share them. */
  readonly shard?: Shard;
  /** Says what each rule and each plan took. */
  readonly stats?: boolean;
  /** Checks again whenever a draft changes. */
  readonly watch?: boolean;
}

/** The `index`th (from 1) of `count` parts. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** Checks drafts, prints what is found as it is found, and gives the exit status. */
export async function checkCommand(paths: readonly string[], flags: CheckFlags, host: Host): Promise<number> {
  const asked = paths.length ? paths : ['.'];
  if (!flags.watch) return checkOnce(asked, flags, host);
  if (asked.includes('-')) throw new UsageError('--watch 不能用于标准输入');
  return watching(asked, host, () =>
    checkOnce(asked, flags, host).catch((error) => {
      if (!(error instanceof UsageError)) throw error;
      host.err(`${error.message}\n`);
    }),
  );
}

async function checkOnce(paths: readonly string[], flags: CheckFlags, host: Host): Promise<number> {
  const setupFor = configFinder(host.folder, flags);
  const page = flags.format === 'html';
  const { index, count } = flags.shard ?? { index: 1, count: 1 };
  const all = await jobsAsked(paths, flags, setupFor, host);
  const jobs = all
    .filter((_, at) => at % count === index - 1)
    .map((job) => ({ ...job, page, timed: flags.stats === true }));
  const concerns = flags.changedSince === undefined ? undefined : await concernsOf(flags.changedSince, host);
  const baseline = flags.baseline === undefined ? undefined : await openBaseline(flags.baseline, host);
  const pick = (whole: Checked) => {
    const file = baseline?.mark(whole) ?? whole;
    return concerns ? { ...file, findings: file.findings.filter((entry) => concerns(file, entry)) } : file;
  };
  const stats = createStats();
  const works = stats.watch(worked(jobs, setupFor, flags, host));
  const status = await tell(works, jobs.length, flags, host, pick);
  if (baseline && flags.baseline !== undefined) host.err(sayBaseline(baseline, flags.baseline));
  if (flags.stats) host.err(stats.said());
  return status;
}

/** Whether a finding, or a place that it contradicts, stands on a line that has changed. */
async function concernsOf(ref: string, { folder }: Host) {
  const changed = await changedSince(ref, folder);
  return ({ file }: Checked, entry: Entry) =>
    [{ ...entry, file }, ...entry.related].some((place) =>
      changed(resolve(folder, place.file), place.line, place.endLine),
    );
}
