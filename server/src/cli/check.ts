import type { Severity } from '../core/rule.ts';
import { jobsAsked } from './asked.ts';
import { configFinder, type FindSetup } from './configs.ts';
import { type Host, status } from './host.ts';
import { type Job, review } from './jobs.ts';
import { type Checked, createTally, type Summary, type Work, workOf } from './outcome.ts';
import { type Format, reporters } from './reporters/index.ts';

export interface CheckFlags {
  readonly format: Format;
  readonly failOn: Severity | 'never';
  readonly maxWarnings?: number;
  readonly config?: string;
  readonly stdinFilename?: string;
}

/** Checks drafts, prints what is found as it is found, and gives the exit status. */
export async function checkCommand(paths: readonly string[], flags: CheckFlags, host: Host): Promise<number> {
  const setupFor = configFinder(host.folder, flags.config);
  const jobs = await jobsAsked(paths.length ? paths : ['.'], flags, setupFor, host);
  const tally = createTally();
  const told = { broken: false, unread: false };

  async function* checked(): AsyncGenerator<Checked> {
    for await (const { checked, broken, unread } of worked(jobs, setupFor, host)) {
      for (const sentence of unread) host.err(`${sentence}；此次未检查\n`);
      for (const { rule, error } of broken) host.err(`规则 ${rule} 内部出错，其结果不全：${firstLine(error)}\n`);
      told.unread ||= unread.length > 0;
      told.broken ||= broken.length > 0;
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

async function* worked(jobs: readonly Job[], setupFor: FindSetup, { folder }: Host): AsyncGenerator<Work> {
  for (const job of jobs) yield workOf(await review(job, setupFor, folder));
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

const grave = ['error', 'warning', 'information', 'hint'] as const;

function fails(summary: Summary, { failOn, maxWarnings = Infinity }: CheckFlags): boolean {
  const failing = failOn === 'never' ? [] : grave.slice(0, grave.indexOf(failOn) + 1);
  return summary.warnings > maxWarnings || failing.some((severity) => summary[`${severity}s`] > 0);
}
