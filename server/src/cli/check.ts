import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Severity } from '../core/rule.ts';
import { jobsAsked } from './asked.ts';
import { changedSince } from './changed.ts';
import { type ConfigFlags, configFinder, type FindSetup } from './configs.ts';
import { checkHere } from './here.ts';
import { type Host, status, UsageError } from './host.ts';
import type { Job } from './jobs.ts';
import { type Checked, createTally, type Entry, type Summary, type Trouble, troublesOf, type Work } from './outcome.ts';
import { inOrder, startPool, threadsFor } from './pool.ts';
import { createProgress } from './progress.ts';
import { type Format, reporters } from './reporters/index.ts';
import { watching } from './watch.ts';

export interface CheckFlags extends ConfigFlags {
  readonly format: Format;
  readonly failOn: Severity | 'never';
  readonly maxWarnings?: number;
  readonly stdinFilename?: string;
  /** Shows errors only; what ends with which status stays. */
  readonly quiet?: boolean;
  /** Shows what concerns lines that differ from this state of the Git repository. */
  readonly changedSince?: string;
  /** Checks again whenever a draft changes. */
  readonly watch?: boolean;
  /** How many threads check; 1 is this one alone. Absent: as many as pay. */
  readonly threads?: number;
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
  const jobs = (await jobsAsked(paths, flags, setupFor, host)).map((job) => ({ ...job, page }));
  const concerns = flags.changedSince === undefined ? undefined : await concernsOf(flags.changedSince, host);
  const tally = createTally();
  const progress = createProgress(jobs.length, host.progress);
  const troubles: Trouble[] = [];

  async function* checked(): AsyncGenerator<Checked> {
    for await (const work of worked(jobs, setupFor, flags, host)) {
      progress.step();
      for (const trouble of troublesOf(work)) {
        progress.clear();
        host.err(`${trouble.message}\n`);
        troubles.push(trouble);
      }
      for (const whole of work.checked) {
        const file = concerns
          ? { ...whole, findings: whole.findings.filter((entry) => concerns(whole, entry)) }
          : whole;
        tally.add(file);
        yield flags.quiet ? { ...file, findings: file.findings.filter(({ severity }) => severity === 'error') } : file;
      }
    }
    progress.clear();
  }

  const closing = { summary: tally.summary, troubles: () => troubles };
  for await (const text of reporters[flags.format](checked(), closing, host)) {
    progress.clear();
    host.out(text);
  }
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

async function* worked(
  jobs: readonly Job[],
  setupFor: FindSetup,
  { threads, config, rule }: CheckFlags,
  { folder, thread }: Host,
): AsyncGenerator<Work> {
  const count = threads ?? threadsFor(await sizeOf(jobs));
  if (count < 2) return yield* inOrder(jobs, checkHere(setupFor, folder), READING);
  const pool = startPool(thread, count, { folder, flags: { config, rule } });
  try {
    yield* inOrder(jobs, pool.check, 4 * count);
  } finally {
    await pool.close();
  }
}

/** While one plan is checked, the next ones are read. */
const READING = 8;
const SAMPLE = 100;

/** About how many bytes the files have together: as many as those looked at would make. */
async function sizeOf(jobs: readonly Job[]): Promise<number> {
  const files = jobs.flatMap((job, index) => (index % Math.ceil(jobs.length / SAMPLE) ? [] : job.files));
  const sizes = await Promise.all(
    files.map((file) =>
      stat(file).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return (sizes.reduce((sum, size) => sum + size, 0) * jobs.flatMap((job) => job.files).length) / (files.length || 1);
}

const grave = ['error', 'warning', 'information', 'hint'] as const;

function fails(summary: Summary, { failOn, maxWarnings = Infinity }: CheckFlags): boolean {
  const failing = failOn === 'never' ? [] : grave.slice(0, grave.indexOf(failOn) + 1);
  return summary.warnings > maxWarnings || failing.some((severity) => summary[`${severity}s`] > 0);
}
