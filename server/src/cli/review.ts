import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { check, type Report } from '../core/check.ts';
import { isDraft } from '../core/draft.ts';
import type { Source } from '../core/model.ts';
import { upstreamPaths } from '../core/read/front-matter.ts';
import type { Setup } from './configs.ts';
import { type Input, readInputs } from './files.ts';
import type { Host } from './host.ts';

/** One plan that was checked, and the names of those of its files that the user asked about. */
export interface Review {
  readonly report: Report;
  readonly asked: ReadonlySet<string>;
}

/** Checks the inputs: files that a configuration joins to a plan together with its other files, every other file alone. */
export async function review(
  inputs: readonly Input[],
  setupFor: (folder: string) => Promise<Setup>,
  host: Host,
): Promise<Review[]> {
  const known = new Map(inputs.map((input) => [input.path, input]));
  const names = new Set(inputs.map((input) => input.source.uri));
  const done = new Set<string>();
  const reviews: Review[] = [];
  for (const { path, named, source } of inputs) {
    if (done.has(path)) continue;
    const { options, plans } = await setupFor(dirname(path));
    const files = plans.find((plan) => plan.includes(path));
    const parts = files ? await partsOf(files, known, host) : [source];
    for (const file of files ?? [path]) done.add(file);
    const report = check(parts, { ...options, upstream: await upstreamOf(parts, dirname(path), host) });
    if (!files && !named && !isDraft(report.plan)) continue;
    reviews.push({ report, asked: new Set(parts.map(({ uri }) => uri).filter((uri) => names.has(uri))) });
  }
  return reviews;
}

/** The plans above that can be read; one that cannot is no reason to check less. */
async function upstreamOf(parts: readonly Source[], folder: string, host: Host): Promise<Source[]> {
  const sources: Source[] = [];
  for (const path of upstreamPaths(parts)) {
    const file = resolve(folder, path);
    if (existsSync(file)) for (const { source } of await readInputs([file], '', host)) sources.push(source);
  }
  return sources;
}

async function partsOf(files: readonly string[], known: ReadonlyMap<string, Input>, host: Host): Promise<Source[]> {
  const parts: Source[] = [];
  for (const file of files) {
    const inputs = known.has(file) ? [known.get(file)] : await readInputs([file], '', host);
    for (const input of inputs) if (input) parts.push(input.source);
  }
  return parts;
}
