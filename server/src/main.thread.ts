import { parentPort, workerData } from 'node:worker_threads';
import { configFinder } from './cli/configs.ts';
import { checkHere } from './cli/here.ts';
import type { Job } from './cli/jobs.ts';
import type { ThreadData } from './cli/pool.ts';

/** One of the threads of the command line: checks the plans that it is sent, one after the other. */
const { folder, flags } = workerData as ThreadData;
const check = checkHere(configFinder(folder, flags), folder);
parentPort?.on('message', async (job: Job) => parentPort?.postMessage(await check(job)));
