import { dirname } from 'node:path';
import { type Cache, keyOf } from './cache.ts';
import type { FindSetup } from './configs.ts';
import { gather, type Job, reviewOf } from './jobs.ts';
import { failure, type Work, workOf } from './outcome.ts';
import type { Check } from './pool.ts';

/** Checks plans on the thread that it is called on, and keeps what it finds. */
export function checkHere(setupFor: FindSetup, folder: string, cache?: Cache): Check {
  return async (job) => {
    try {
      const { setup, gathered } = await read(job, setupFor, folder);
      const clock = job.timed ? { clock: () => performance.now() } : {};
      const start = performance.now();
      const reviewed = reviewOf(gathered, { ...setup.options, ...clock });
      const whole = performance.now() - start;
      const work = workOf(reviewed, job.page);
      if (cache && !work.unread.length && !work.broken.length)
        await cache.keep(keyOf(job, setup.digest, gathered), work);
      const { took } = reviewed.report ?? {};
      return took ? { ...work, took: { plan: gathered.sources[0]?.uri ?? '', whole, rules: took } } : work;
    } catch (error) {
      return failure(error);
    }
  };
}

/** What was found when just this was checked before; undefined where it was not. */
export async function lookUp(job: Job, setupFor: FindSetup, folder: string, cache: Cache): Promise<Work | undefined> {
  const { setup, gathered } = await read(job, setupFor, folder);
  return gathered.unread.length ? undefined : cache.find(keyOf(job, setup.digest, gathered));
}

async function read(job: Job, setupFor: FindSetup, folder: string) {
  const setup = await setupFor(dirname(job.files[0] ?? folder));
  return { setup, gathered: await gather(job, folder) };
}
