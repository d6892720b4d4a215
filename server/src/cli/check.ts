import { resolve } from 'node:path';
import type { Severity } from '../core/rule.ts';
import { jobsAsked } from './asked.ts';
import { openBaseline, sayBaseline } from './baselines.ts';
import { changedSince } from './changed.ts';
import { configFinder } from './configs.ts';
import { type Host, status, UsageError } from './host.ts';
import { type Checked, createTally, type Entry, type Summary, type Trouble, troublesOf } from './outcome.ts';
import { createProgress } from './progress.ts';
import { type Format, reporters } from './reporters/index.ts';
import { createStats } from './stats.ts';
import { watching } from './watch.ts';
import { type WorkFlags, worked } from './works.ts';

/** From what on findings fail. */
export interface Limits {
  readonly failOn: Severity | 'never';
  readonly maxWarnings?: number;
}

export interface CheckFlags extends WorkFlags, Limits {
  readonly format: Format;
  readonly stdinFilename?: string;
  /** Shows errors only; what ends with which status stays. */
  readonly quiet?: boolean;
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
  const tally = createTally();
  const progress = createProgress(jobs.length, host.progress);
  const troubles: Trouble[] = [];
  const stats = createStats();

  async function* checked(): AsyncGenerator<Checked> {
    for await (const work of worked(jobs, setupFor, flags, host)) {
      progress.step();
      stats.add(work);
      for (const trouble of troublesOf(work)) {
        progress.clear();
        host.err(`${trouble.message}\n`);
        troubles.push(trouble);
      }
      for (const whole of work.checked) {
        const marked = baseline?.mark(whole) ?? whole;
        const file = concerns
          ? { ...marked, findings: marked.findings.filter((entry) => concerns(marked, entry)) }
          : marked;
        tally.add(file);
        yield flags.quiet ? { ...file, findings: file.findings.filter(({ severity }) => severity === 'error') } : file;
      }
    }
    progress.clear();
  }

  const closing = { ...tally, troubles: () => troubles };
  for await (const text of reporters[flags.format](checked(), closing, host)) {
    progress.clear();
    host.out(text);
  }
  if (baseline && flags.baseline !== undefined) host.err(sayBaseline(baseline, flags.baseline));
  if (flags.stats) host.err(stats.said());
  if (troubles.some(({ internal }) => internal)) return status.internal;
  if (troubles.length) return status.usage;
  return fails(tally.summary(), flags) ? status.findings : status.fine;
}

/** Whether a finding, or a place that it contradicts, stands on a line that has changed. */
async function concernsOf(ref: string, { folder }: Host) {
  const changed = await changedSince(ref, folder);
  return ({ file }: Checked, entry: Entry) =>
    [{ ...entry, file }, ...entry.related].some((place) =>
      changed(resolve(folder, place.file), place.line, place.endLine),
    );
}

const GRAVE = ['error', 'warning', 'information', 'hint'] as const;

/** Whether so many findings are too many. */
export function fails(summary: Summary, { failOn, maxWarnings = Infinity }: Limits): boolean {
  const failing = failOn === 'never' ? [] : GRAVE.slice(0, GRAVE.indexOf(failOn) + 1);
  return summary.warnings > maxWarnings || failing.some((severity) => summary[`${severity}s`] > 0);
}
