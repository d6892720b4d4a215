import type { CancellationToken } from 'vscode-languageserver';
import type { Catalog } from './catalog.ts';
import type { Client } from './client.ts';
import type { Documents } from './documents.ts';
import type { Unrest } from './rest.ts';
import type { Result, ResultOf } from './results.ts';
import type { Setting, Settings } from './settings.ts';
import { canonical, lies } from './uris.ts';

/** What is found in file after file: where the survey stands, and of how many. */
export interface Surveyed {
  readonly result: Result;
  /** The file is a plan, or a part of one. */
  readonly plan: boolean;
  readonly done: number;
  readonly total: number;
}

export interface Survey {
  /**
   * What is found in each open document, and then in every other Markdown file of the client's folders, waiting whenever somebody types.
   * Only what may have changed since the last time is checked. Ends early where `token` says so.
   */
  all(token?: CancellationToken): AsyncGenerator<Surveyed>;
  /** From now on closed files are followed as well as open ones. */
  widen(): void;
  /** What is followed: the open documents, or all. */
  followed(): AsyncGenerator<Surveyed>;
}

interface Known {
  readonly result: Result;
  readonly plan: boolean;
  readonly rests: readonly string[];
  readonly setting: Setting;
  /** Of the settings, when `setting` was last seen to hold. */
  readonly generation: number;
}

/** Of closed files nothing is kept but what was found in them. */
export function createSurvey(
  client: Client,
  documents: Documents,
  catalog: Catalog,
  settings: Settings,
  resultOf: ResultOf,
  { onRest, rested, changed }: Unrest,
): Survey {
  const known = new Map<string, Known>();
  let rests = 0;
  onRest(({ uris, beyond }) => {
    rests++;
    // Who is not told of changed files cannot say which have not.
    if (beyond && !client.watches) known.clear();
    for (const [file, one] of known)
      if (one.rests.some((rest) => [...uris].some((uri) => lies(rest, uri)))) known.delete(file);
  });

  async function closed(uri: string): Promise<Known> {
    const before = known.get(uri);
    const generation = settings.generation();
    if (before?.generation === generation) return before;
    const [began, setting] = [rests, await settings.of(uri)];
    let now: Known;
    if (before?.setting === setting) now = { ...before, generation };
    else {
      await breathe();
      const { result, review } = await resultOf(uri);
      now = { result, plan: review?.draft === true, rests: review?.rests ?? [uri], setting, generation };
    }
    if (began === rests) known.set(uri, now);
    return now;
  }

  async function* open(others = 0): AsyncGenerator<Surveyed> {
    const all = documents.all();
    for (const [index, { uri }] of all.entries()) {
      const { result, review } = await resultOf(uri);
      yield { result, plan: review?.draft === true, done: index + 1, total: all.length + others };
    }
  }

  async function* all(token?: CancellationToken): AsyncGenerator<Surveyed> {
    const opened = new Set(documents.all().map(({ uri }) => canonical(uri)));
    const files = (await catalog.list()).filter((uri) => !opened.has(uri));
    yield* open(files.length);
    for (const [index, uri] of files.entries()) {
      await rested(token);
      if (token?.isCancellationRequested) return;
      const { result, plan } = await closed(uri);
      // One that was opened meanwhile is told of by the next survey.
      if (result.version !== null) continue;
      yield { result, plan, done: opened.size + index + 1, total: opened.size + files.length };
    }
  }

  let wide = false;
  return {
    all,
    widen() {
      wide = true;
      changed();
    },
    followed: () => (wide ? all() : open()),
  };
}

/** Lets whatever else waits have its turn. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
