import { configName, type Fault, loadConfig, noConfig } from '../config/index.ts';
import type { Options } from '../core/check.ts';
import type { Files } from './files.ts';
import { plansOf } from './plans.ts';
import { beside, canonical, lies, pathFrom, upwards, within } from './uris.ts';

/** What holds for one draft. The same object as long as nothing that it came from has changed. */
export interface Setting {
  readonly options: Options;
  /** The files of the plan that the draft is a part of, in order; absent where it is a plan by itself. */
  readonly files?: readonly string[];
  /** planlint.json names the draft: it is one, whatever it looks like. */
  readonly named: boolean;
}

/** A configuration file that was read: its text, and what is wrong with it. */
export interface Told {
  readonly uri: string;
  readonly text: string;
  readonly faults: readonly Fault[];
}

export interface Settings {
  /** What holds for a draft: never fails; a faulty configuration is told of and counts as none. */
  of(uri: string): Promise<Setting>;
  /** As long as it is the same number, so is what `of` gives. */
  generation(): number;
  /** The saved text of a file of a plan, without a byte order mark. */
  text(uri: string): Promise<string | undefined>;
  /** Whether a configuration rests on a file. Canonical. */
  uses(uri: string): boolean;
  /** The texts of these files are kept no longer. */
  release(uris: Iterable<string>): void;
  /** These files are others now: what rests on them is read anew when it is next asked for. `listed`: some came or went. Canonical. */
  reread(uris: readonly string[], listed: boolean): void;
  /** Everything is read anew when it is next asked for. */
  forget(): void;
}

interface Found {
  readonly options: Options;
  readonly plans: readonly (readonly string[])[];
  /** Everything that it was made of. */
  readonly origin?: string;
}

const nothing: Found = { options: noConfig.options, plans: [] };

/**
 * `folders` gives those of the workspace. `tell` hears of every file that configuration was read from, the sound ones too; `rests`
 * of every file that it rests on, the first time.
 */
export function createSettings(
  files: Files,
  folders: () => readonly string[],
  tell: (told: Told) => void,
  rests: (file: string) => void,
): Settings {
  const texts = new Map<string, Promise<string | undefined>>();
  const found = new Map<string, Promise<Found | undefined>>();
  const last = new Map<string, Found>();
  const read = new Set<string>();
  const settings = new Map<string, Setting>();
  let generation = 0;

  function text(uri: string): Promise<string | undefined> {
    const key = canonical(uri);
    const known = texts.get(key) ?? files.read(key).then((read) => read?.replace(/^\uFEFF/, ''));
    texts.set(key, known);
    return known;
  }

  async function load(folder: string): Promise<Found | undefined> {
    const uri = within(folder, configName);
    const content = await text(uri);
    read.add(uri);
    const near = new Map<string, string>();
    const readNear = async (file: string) => {
      const given = await text(file);
      if (!read.has(file)) rests(file);
      read.add(file);
      if (given !== undefined) near.set(file, given);
      return given;
    };
    const loaded = await loadConfig(uri, content ?? '{}', { read: readNear, beside, pathFrom });
    const { plans, faults } = 'faults' in loaded ? { plans: [], ...loaded } : await plansOf(loaded, files);
    const faultsOf = (file: string) => faults.filter((fault) => fault.file === file);
    tell({ uri, text: content ?? '', faults: faultsOf(uri) });
    for (const [file, given] of near) tell({ uri: file, text: given, faults: faultsOf(file) });
    if (content === undefined) return undefined;
    if (faults.length > 0 || 'faults' in loaded) return nothing;
    // Read anew, it often says the same as before; then nothing has to be checked again.
    const origin = JSON.stringify([content, ...near, plans]);
    const before = last.get(folder);
    if (before?.origin === origin) return before;
    const now = { options: loaded.options, plans, origin };
    last.set(folder, now);
    return now;
  }

  async function nearest(uri: string): Promise<Found> {
    for (const folder of upwards(uri, folders())) {
      const known = found.get(folder) ?? load(folder);
      found.set(folder, known);
      const here = await known;
      if (here) return here;
    }
    return nothing;
  }

  function loadAnew(): void {
    generation++;
    found.clear();
  }

  return {
    generation: () => generation,
    text,
    async of(uri) {
      const key = canonical(uri);
      const { options, plans } = await nearest(uri);
      const plan = plans.find((list) => list.includes(key));
      const before = settings.get(key);
      if (before?.options === options && before.files === plan) return before;
      const setting = { options, named: plan !== undefined, ...(plan ? { files: plan } : {}) };
      settings.set(key, setting);
      return setting;
    },
    uses: (uri) => read.has(uri),
    release(uris) {
      for (const uri of uris) if (!read.has(canonical(uri))) texts.delete(canonical(uri));
    },
    reread(uris, listed) {
      for (const file of texts.keys()) if (uris.some((uri) => lies(file, uri))) texts.delete(file);
      // A file that came or went may be one that a plan's glob asks for.
      const configured = listed || uris.some((uri) => uri.endsWith(`/${configName}`) || read.has(uri));
      if (configured) loadAnew();
    },
    forget() {
      texts.clear();
      loadAnew();
    },
  };
}
