import { dirname, resolve } from 'node:path';
import { check, type Report } from '../core/check.ts';
import { isDraft } from '../core/draft.ts';
import { mend } from '../core/mend.ts';
import type { Source } from '../core/model.ts';
import { createMemory } from '../core/parse.ts';
import type { Finding } from '../core/rule.ts';
import type { FindSetup } from './configs.ts';
import { gather, type Job, type Review } from './jobs.ts';

/** What is to become of one file. */
export interface Change {
  /** Absolute. */
  readonly path: string;
  /** As users see it. */
  readonly name: string;
  /** Without a byte order mark, both. */
  readonly before: string;
  readonly after: string;
}

/** A plan that was mended, but not yet written. */
export interface MendedJob {
  /** The check of what it becomes. */
  readonly review: Review;
  readonly fixed: readonly Finding[];
  readonly changes: readonly Change[];
  /** The same, but these files stay as they are. */
  without(names: { has(name: string): boolean }): Omit<MendedJob, 'without'>;
}

/** Mends those files of a plan that the user asked about. A fix that reaches into others is left out. */
export async function mendJob(job: Job, setupFor: FindSetup, folder: string, unsafe: boolean): Promise<MendedJob> {
  const { options } = await setupFor(dirname(job.files[0] ?? folder));
  const { sources: given, upstream, asked, certain, unread } = await gather(job, folder);
  const memory = createMemory();
  let draft: boolean | undefined;
  const run = (sources: readonly Source[]) => {
    const report = check(sources, { ...options, upstream }, memory);
    draft ??= sources.length > 0 && (certain || isDraft(report.plan));
    return report;
  };
  const may = ({ fix }: Finding) =>
    draft === true &&
    fix !== undefined &&
    (unsafe || fix.safe) &&
    fix.edits.every(({ span }) => asked.has(span.source.uri));
  const { sources, report, fixed } = mend(given, run, may);
  const reviewOf = (report: Report): Review => ({ asked, unread, ...(draft && { report }) });
  const changes = sources.flatMap(({ uri, text }, index) => {
    const before = given[index]?.text ?? '';
    return text === before ? [] : [{ path: resolve(folder, uri), name: uri, before, after: text }];
  });
  return {
    review: reviewOf(report),
    fixed,
    changes,
    without(names) {
      const kept = sources.map((source, index) => (names.has(source.uri) ? (given[index] ?? source) : source));
      return {
        review: reviewOf(run(kept)),
        fixed: fixed.filter(({ fix }) => !fix?.edits.some(({ span }) => names.has(span.source.uri))),
        changes: changes.filter(({ name }) => !names.has(name)),
      };
    },
  };
}
