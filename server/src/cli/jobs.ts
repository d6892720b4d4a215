import { dirname, resolve } from 'node:path';
import { check, type Options, type Report } from '../core/check.ts';
import { isDraft } from '../core/draft.ts';
import type { Source } from '../core/model.ts';
import { upstreamPaths } from '../core/read/front-matter.ts';
import type { FindSetup } from './configs.ts';
import type { Found } from './files.ts';
import { shown, sourceOf } from './texts.ts';

/** One plan to check. Plain data: it may be handed to another thread. Paths are absolute. */
export interface Job {
  /** In the plan's order. */
  readonly files: readonly string[];
  /** Those that the user asked about. */
  readonly asked: readonly string[];
  /** The user named one of them, or planlint.json names the plan: it is checked whatever it holds. */
  readonly certain: boolean;
  /** Texts that are not to be read from disk. */
  readonly texts?: Readonly<Record<string, string>>;
  /** What each rule takes is wanted too. */
  readonly timed?: boolean;
  /** The whole plan is to be told, for a page. */
  readonly page?: boolean;
}

/** A plan that was checked. */
export interface Review {
  /** undefined for Markdown that is no plan, and where nothing could be read. */
  readonly report?: Report;
  /** The names of those files that the user asked about. */
  readonly asked: ReadonlySet<string>;
  /** Why files were not read, a Chinese sentence each. */
  readonly unread: readonly string[];
}

/** The plans that the files make: those that a configuration joins to one plan together with its others, every other file alone. */
export async function jobsOf(found: readonly Found[], setupFor: FindSetup): Promise<Job[]> {
  const asked = new Map(found.map((file) => [file.path, file]));
  const done = new Set<string>();
  const jobs: Job[] = [];
  for (const { path, named } of found) {
    if (done.has(path)) continue;
    const plan = (await setupFor(dirname(path))).plans.find((files) => files.includes(path));
    const files = plan ?? [path];
    for (const file of files) done.add(file);
    jobs.push({ files, asked: files.filter((file) => asked.has(file)), certain: named || plan !== undefined });
  }
  return jobs;
}

/** The texts that the check of one plan rests on. */
export interface Gathered {
  readonly sources: readonly Source[];
  /** The plans above. */
  readonly upstream: readonly Source[];
  readonly asked: ReadonlySet<string>;
  readonly certain: boolean;
  readonly unread: readonly string[];
}

/** Reads one plan. `folder` is the one that names are relative to. Never throws for what a file holds or lacks. */
export async function gather(job: Job, folder: string): Promise<Gathered> {
  const { files, certain } = job;
  const texts = await Promise.all(files.map((path) => given(job, path, folder) ?? sourceOf(path, folder)));
  const sources = texts.filter((text) => typeof text !== 'string');
  const unread = texts.filter((text) => typeof text === 'string');
  const upstream = await upstreamOf(sources, dirname(files[0] ?? folder), folder);
  return { sources, upstream, asked: new Set(job.asked.map((path) => shown(folder, path))), certain, unread };
}

/** Checks one plan that was read. */
export function reviewOf({ sources, upstream, asked, certain, unread }: Gathered, options: Options): Review {
  if (!sources.length) return { asked, unread };
  const report = check(sources, { ...options, upstream });
  return certain || isDraft(report.plan) ? { report, asked, unread } : { asked, unread };
}

/** Reads and checks one plan. */
export async function review(job: Job, setupFor: FindSetup, folder: string): Promise<Review> {
  const { options } = await setupFor(dirname(job.files[0] ?? folder));
  return reviewOf(await gather(job, folder), options);
}

function given({ texts }: Job, path: string, folder: string): Source | undefined {
  const text = texts?.[path];
  return text === undefined ? undefined : { uri: shown(folder, path), text };
}

/** The plans above that can be read; one that cannot is no reason to check less. */
async function upstreamOf(parts: readonly Source[], near: string, folder: string): Promise<Source[]> {
  const texts = await Promise.all(upstreamPaths(parts).map((path) => sourceOf(resolve(near, path), folder)));
  return texts.filter((text) => typeof text !== 'string');
}
