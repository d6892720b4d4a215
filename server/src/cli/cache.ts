import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { version } from '../../../package.json';
import type { Gathered, Job } from './jobs.ts';
import type { Work } from './outcome.ts';

/** What came of plans that were checked before, under everything that it rests on. */
export interface Cache {
  find(key: string): Promise<Work | undefined>;
  /** A work that cannot be kept is checked again next time: no reason to fail. */
  keep(key: string, work: Work): Promise<void>;
}

/** Where a cache lies, in words that another thread understands: its folder (absolute) and the program (a URL) that fills it. */
export interface CachePlace {
  readonly folder: string;
  readonly script: string;
}

/** One file a plan. A file that cannot be read counts as none; what another program than this one has kept is not found. */
export async function openCache({ folder, script }: CachePlace): Promise<Cache> {
  const program = await readFile(new URL(script)).catch(() => version);
  const home = join(folder, createHash('sha256').update(program).digest('hex').slice(0, 16));
  const fileOf = (key: string) => join(home, key.slice(0, 2), `${key.slice(2)}.json`);
  return {
    async find(key) {
      try {
        return JSON.parse(await readFile(fileOf(key), 'utf8')) as Work;
      } catch {
        return undefined;
      }
    },
    async keep(key, work) {
      const file = fileOf(key);
      const partial = `${file}.${randomUUID()}`;
      try {
        await mkdir(dirname(file), { recursive: true });
        await writeFile(partial, JSON.stringify(work));
        await rename(partial, file);
      } catch {
        await rm(partial, { force: true }).catch(() => {});
      }
    },
  };
}

/**
 * The key of all that the check of a plan rests on: what is asked for, its configuration (as a digest), the names and texts of
 * the plan's files and of the plans above.
 */
export function keyOf({ page = false }: Job, digest: string, { sources, upstream, asked, certain }: Gathered): string {
  const hash = createHash('sha256');
  const say = (text: string) => hash.update(`${Buffer.byteLength(text)}:`).update(text);
  for (const text of [digest, String(certain), String(page), ...[...asked].sort()]) say(text);
  for (const list of [sources, upstream]) {
    say(String(list.length));
    for (const { uri, text } of list) {
      say(uri);
      say(text);
    }
  }
  return hash.digest('hex');
}
