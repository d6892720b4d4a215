import type { FindSetup } from './configs.ts';
import { review } from './jobs.ts';
import { failure, workOf } from './outcome.ts';
import type { Check } from './pool.ts';

/** Checks plans on the thread that it is called on. */
export function checkHere(setupFor: FindSetup, folder: string): Check {
  return async (job) => {
    try {
      return workOf(await review(job, setupFor, folder), job.page);
    } catch (error) {
      return failure(error);
    }
  };
}
