import { stat } from 'node:fs/promises';
import type { Severity } from '../core/rule.ts';
import { jobsAsked } from './asked.ts';
import { configFinder, type FindSetup } from './configs.ts';
import { checkHere } from './here.ts';
import { type Host, status } from './host.ts';
import type { Job } from './jobs.ts';
import { type Checked, createTally, type Summary, type Work } from './outcome.ts';
import { inOrder, startPool, threadsFor } from './pool.ts';
import { type Format, reporters } from './reporters/index.ts';

export interface CheckFlags {
  readonly format: Format;
  readonly failOn: Severity | 'never';
  readonly maxWarnings?: number;
  readonly config?: string;
  readonly stdinFilename?: string;
  /** How many threads check; 1 is this one alone. Absent: as many as pay. */
  readonly threads?: number;
}

/** Checks drafts, prints what is found as it is found, and gives the exit status. */
export async function checkCommand(paths: readonly string[], flags: CheckFlags, host: Host): Promise<number> {
  const setupFor = configFinder(host.folder, flags.config);
  const jobs = await jobsAsked(paths.length ? paths : ['.'], flags, setupFor, host);
  const tally = createTally();
  const told = { broken: false, unread: false };

  async function* checked(): AsyncGenerator<Checked> {
    for await (const { checked, broken, unread, failed } of worked(jobs, setupFor, flags, host)) {
      for (const sentence of unread) host.err(`${sentence}；此次未检查\n`);
      for (const { rule, error } of broken) host.err(`规则 ${rule} 内部出错，其结果不全：${firstLine(error)}\n`);
      if (failed !== undefined) host.err(`检查时内部出错，有文稿未检查：${failed}\n`);
      told.unread ||= unread.length > 0;
      told.broken ||= broken.length > 0 || failed !== undefined;
      for (const file of checked) {
        tally.add(file);
        yield file;
      }
    }
  }

  for await (const text of reporters[flags.format](checked(), tally.summary, host)) host.out(text);
  if (told.broken) return status.internal;
  if (told.unread) return status.usage;
  return fails(tally.summary(), flags) ? status.findings : status.fine;
}

async function* worked(
  jobs: readonly Job[],
  setupFor: FindSetup,
  { config, threads }: CheckFlags,
  { folder, thread }: Host,
): AsyncGenerator<Work> {
  const count = threads ?? threadsFor(await sizeOf(jobs));
  if (count < 2) return yield* inOrder(jobs, checkHere(setupFor, folder), 1);
  const pool = startPool(thread, count, { folder, ...(config !== undefined && { config }) });
  try {
    yield* inOrder(jobs, pool.check, 4 * count);
  } finally {
    await pool.close();
  }
}

/** The bytes of all files together. */
async function sizeOf(jobs: readonly Job[]): Promise<number> {
  const files = jobs.flatMap((job) => job.files);
  const sizes = await Promise.all(
    files.map((file) =>
      stat(file).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

const grave = ['error', 'warning', 'information', 'hint'] as const;

function fails(summary: Summary, { failOn, maxWarnings = Infinity }: CheckFlags): boolean {
  const failing = failOn === 'never' ? [] : grave.slice(0, grave.indexOf(failOn) + 1);
  return summary.warnings > maxWarnings || failing.some((severity) => summary[`${severity}s`] > 0);
}
