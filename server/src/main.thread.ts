import { parentPort, workerData } from 'node:worker_threads';
import { openCache } from './cli/cache.ts';
import { configFinder } from './cli/configs.ts';
import { checkHere } from './cli/here.ts';
import type { Job } from './cli/jobs.ts';
import type { ThreadData } from './cli/pool.ts';

/** One of the threads of the command line: checks the plans that it is sent, one after the other. */
const { folder, flags, cache } = workerData as ThreadData;
const check = (async () => checkHere(configFinder(folder, flags), folder, cache && (await openCache(cache))))();
parentPort?.on('message', async (job: Job) => parentPort?.postMessage(await (await check)(job)));
