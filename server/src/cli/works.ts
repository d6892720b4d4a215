import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Cache, openCache } from './cache.ts';
import type { ConfigFlags, FindSetup } from './configs.ts';
import { checkHere, lookUp } from './here.ts';
import type { Host } from './host.ts';
import type { Job } from './jobs.ts';
import type { Work } from './outcome.ts';
import { type Check, inOrder, type Pool, startPool, threadsFor } from './pool.ts';

export interface WorkFlags extends ConfigFlags {
  /** How many threads check; 1 is this one alone. Absent: as many as pay. */
  readonly threads?: number;
  /** The folder in which what was found is kept for the next time; `true` is the usual one. */
  readonly cache?: string | true;
}

const USUAL = '.planlint-cache';

/** What comes of the jobs, in their order, on as many threads as pay or as the user asks for. */
export async function* worked(
  jobs: readonly Job[],
  setupFor: FindSetup,
  { threads, cache, config, rule }: WorkFlags,
  { folder, thread, script }: Host,
): AsyncGenerator<Work> {
  const place =
    cache === undefined ? undefined : { folder: resolve(folder, cache === true ? USUAL : cache), script: script.href };
  const kept = place && (await openCache(place));
  const count = threads ?? threadsFor(await sizeOf(jobs));
  let pool: Pool | undefined;
  // Threads are started for what must be checked, not for what is known.
  const afar: Check = (job) => {
    pool ??= startPool(thread, count, { folder, flags: { config, rule }, ...(place && { cache: place }) });
    return pool.check(job);
  };
  const check = count < 2 ? checkHere(setupFor, folder, kept) : afar;
  try {
    yield* inOrder(jobs, kept ? knownFirst(check, setupFor, folder, kept) : check, Math.max(READING, 4 * count));
  } finally {
    await pool?.close();
  }
}

function knownFirst(check: Check, setupFor: FindSetup, folder: string, cache: Cache): Check {
  return async (job) => (await lookUp(job, setupFor, folder, cache)) ?? check(job);
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
