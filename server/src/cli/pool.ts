import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { CachePlace } from './cache.ts';
import type { ConfigFlags } from './configs.ts';
import type { Job } from './jobs.ts';
import { failure, type Work } from './outcome.ts';

/** How a plan is checked: here, on another thread, or by looking up what was found before. Never fails: what does is a part of the work. */
export type Check = (job: Job) => Promise<Work>;

/** What a thread is told when it starts. */
export interface ThreadData {
  /** The folder that names are relative to. */
  readonly folder: string;
  readonly flags: ConfigFlags;
  readonly cache?: CachePlace;
}

/** Threads that check plans, each one at a time. */
export interface Pool {
  readonly check: Check;
  close(): Promise<void>;
}

/** Bytes of text that keep a thread busy for much longer than it takes to start and to get up to speed, which each one does anew. */
const PAYS = 8_000_000;

/** How many threads pay for so much text; 0: none but this one. */
export function threadsFor(bytes: number): number {
  const wanted = Math.min(availableParallelism(), Math.floor(bytes / PAYS));
  return wanted < 2 ? 0 : wanted;
}

/** Starts threads that run the script at `url`. */
export function startPool(url: URL, count: number, workerData: ThreadData): Pool {
  const waiting: ((thread: Thread) => void)[] = [];
  const idle = Array.from({ length: count }, () => startThread(url, workerData));
  const all = [...idle];
  const take = (): Thread | Promise<Thread> => idle.pop() ?? new Promise((resolve) => waiting.push(resolve));
  const give = (thread: Thread) => {
    const next = waiting.shift();
    if (next) next(thread);
    else idle.push(thread);
  };
  return {
    async check(job) {
      const thread = await take();
      const work = await thread.check(job);
      give(thread);
      return work;
    },
    async close() {
      await Promise.all(all.map((thread) => thread.close()));
    },
  };
}

interface Thread {
  readonly check: Check;
  close(): Promise<unknown>;
}

/** One plan at a time. A thread that dies costs the plan that it died of; the next plan gets a new one. */
function startThread(url: URL, workerData: ThreadData): Thread {
  let worker: Worker | undefined = start();
  let answered: (work: Work) => void = () => {};

  function start(): Worker {
    const started = new Worker(url, { workerData });
    started.on('message', (work: Work) => answered(work));
    started.on('error', died);
    started.on('exit', (code) => died(`线程已退出（${code}）`));
    return started;
  }
  function died(error: unknown): void {
    worker = undefined;
    answered(failure(error));
  }

  return {
    check: (job) =>
      new Promise((resolve) => {
        answered = resolve;
        worker ??= start();
        worker.postMessage(job);
      }),
    close: async () => worker?.terminate(),
  };
}

/** The works of the jobs in their order, `ahead` of them under way at a time. */
export async function* inOrder(jobs: readonly Job[], check: Check, ahead: number): AsyncGenerator<Work> {
  const under: Promise<Work>[] = [];
  for (const job of jobs) {
    under.push(check(job));
    if (under.length >= ahead) yield await (under.shift() as Promise<Work>);
  }
  for (const work of under) yield await work;
}
