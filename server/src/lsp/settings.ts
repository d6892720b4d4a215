import { configName, type Fault, type Loaded, loadConfig, noConfig } from '../config/index.ts';
import type { Options } from '../core/check.ts';
import type { Files } from './files.ts';
import { plansOf } from './plans.ts';
import { canonical, upwards, within } from './uris.ts';

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
  /** The saved text of a file of a plan. */
  text(uri: string): Promise<string | undefined>;
  /** Whether anything known rests on this file. */
  uses(uri: string): boolean;
  /** Reads everything anew when it is next asked for. */
  forget(): void;
}

interface Found {
  readonly options: Options;
  readonly plans: readonly (readonly string[])[];
}

const nothing: Found = { options: noConfig.options, plans: [] };

/** `folders` gives those of the workspace. `tell` hears of every file that configuration was read from, the sound ones too. */
export function createSettings(files: Files, folders: () => readonly string[], tell: (told: Told) => void): Settings {
  const texts = new Map<string, Promise<string | undefined>>();
  const found = new Map<string, Promise<Found | undefined>>();
  const settings = new Map<string, Setting>();

  function text(uri: string): Promise<string | undefined> {
    const key = canonical(uri);
    const known = texts.get(key) ?? files.read(key).then((read) => read?.replace(/^\uFEFF/, ''));
    texts.set(key, known);
    return known;
  }

  async function load(folder: string): Promise<Found | undefined> {
    const uri = within(folder, configName);
    const content = await text(uri);
    const near = new Map<string, string>();
    const loaded = await loadConfig(uri, content ?? '{}', async (path) => {
      const read = await text(within(folder, path));
      if (read !== undefined) near.set(path, read);
      return read;
    });
    const { plans, faults } = await partsOf(folder, loaded);
    const faultsOf = (file: string) => faults.filter((fault) => fault.file === file);
    tell({ uri, text: content ?? '', faults: faultsOf(uri) });
    for (const [path, read] of near) tell({ uri: within(folder, path), text: read, faults: faultsOf(path) });
    if (content === undefined) return undefined;
    return faults.length > 0 || 'faults' in loaded ? nothing : { options: loaded.options, plans };
  }

  async function partsOf(folder: string, loaded: Loaded | { readonly faults: readonly Fault[] }) {
    return 'faults' in loaded ? { plans: [], ...loaded } : plansOf(folder, loaded, { ...files, read: text });
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

  return {
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
    uses: (uri) => uri.endsWith(`/${configName}`) || texts.has(canonical(uri)),
    forget() {
      texts.clear();
      found.clear();
      settings.clear();
    },
  };
}
