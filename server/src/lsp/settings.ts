import { URI, Utils } from 'vscode-uri';
import { type Config, configName, type Fault, type Loaded, loadConfig, noConfig } from '../config/index.ts';
import type { Options } from '../core/check.ts';
import type { Files } from './files.ts';

/** What holds for one draft. The same object as long as nothing that it came from has changed. */
export interface Setting {
  readonly options: Options;
  /** The files of the plan that the draft is a part of, in order; absent where it is a plan by itself. */
  readonly files?: readonly string[];
  /** planlint.json names the draft: it is one, whatever it looks like. */
  readonly named: boolean;
}

/** A configuration file that was read: its text, and what is wrong with it or with a file that it names. */
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
  readonly loaded: Loaded;
  readonly plans: readonly (readonly string[])[];
}

/** `folders` are the workspace's, now. `tell` hears of every file that configuration was read from, the sound ones too. */
export function createSettings(files: Files, folders: () => readonly string[], tell: (told: Told) => void): Settings {
  const texts = new Map<string, Promise<string | undefined>>();
  const found = new Map<string, Promise<Found | undefined>>();
  const settings = new Map<string, Setting>();

  const text = (uri: string): Promise<string | undefined> => {
    const key = canonical(uri);
    const known = texts.get(key) ?? files.read(key).then((read) => read?.replace(/^\uFEFF/, ''));
    texts.set(key, known);
    return known;
  };

  const load = async (folder: string): Promise<Found | undefined> => {
    const uri = within(folder, configName);
    const content = await text(uri);
    const near = new Map<string, string>();
    const loaded = await loadConfig(uri, content ?? '{}', async (path) => {
      const read = await text(within(folder, path));
      if (read !== undefined) near.set(path, read);
      return read;
    });
    const sound = !('faults' in loaded);
    const faultsOf = (file: string) => (sound ? [] : loaded.faults.filter((fault) => fault.file === file));
    tell({ uri, text: content ?? '', faults: faultsOf(uri) });
    for (const [path, read] of near) tell({ uri: within(folder, path), text: read, faults: faultsOf(path) });
    if (content === undefined) return undefined;
    if (!sound) return { loaded: noConfig, plans: [] };
    return { loaded, plans: await plansOf(folder, loaded.config, files) };
  };

  const nearest = async (uri: string): Promise<Found | undefined> => {
    for (const folder of upwards(uri, folders())) {
      const known = found.get(folder) ?? load(folder);
      found.set(folder, known);
      const here = await known;
      if (here) return here;
    }
    return undefined;
  };

  return {
    text,
    async of(uri) {
      const key = canonical(uri);
      const { loaded, plans } = (await nearest(uri)) ?? { loaded: noConfig, plans: [] };
      const plan = plans.find((list) => list.includes(key));
      const before = settings.get(key);
      if (before?.options === loaded.options && before.files === plan) return before;
      const setting = { options: loaded.options, named: plan !== undefined, ...(plan ? { files: plan } : {}) };
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

/** One spelling for one place: clients differ in what they escape. */
export function canonical(uri: string): string {
  return URI.parse(uri).toString();
}

function within(folder: string, path: string): string {
  return Utils.resolvePath(URI.parse(folder), path).toString();
}

/** The folders in which a draft's planlint.json may lie, the nearest first: none above the workspace folder. */
function upwards(uri: string, folders: readonly string[]): string[] {
  const draft = URI.parse(uri);
  const roots = folders.map((folder) => URI.parse(folder.replace(/\/$/, '')));
  // A draft that was never saved lies nowhere yet; in a workspace of one folder it will lie there.
  if (draft.scheme === 'untitled') return roots.length === 1 ? roots.map(String) : [];
  const own = Utils.dirname(draft);
  const depths = roots.filter((root) => `${own}/`.startsWith(`${root}/`)).map((root) => root.path.length);
  const top = depths.length > 0 ? Math.max(...depths) : own.path.length;
  const list: string[] = [];
  for (let at = own; at.path.length >= top && at.toString() !== list.at(-1); at = Utils.dirname(at)) {
    list.push(at.toString());
  }
  return list;
}

/** The files of each plan in order, each once: a name with `*` stands for those that there are. */
async function plansOf(folder: string, { plans = [] }: Config, files: Files): Promise<string[][]> {
  const named = async (path: string) =>
    /[*?[\]{}]/.test(path) ? (await files.find(folder, path)).map(canonical).sort() : [within(folder, path)];
  return Promise.all(plans.map(async (plan) => [...new Set((await Promise.all(plan.files.map(named))).flat())]));
}
