import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { version } from '../../../package.json';
import { configName, type Fault, type Loaded, layerOf, loadConfig, type RuleLevels } from '../config/index.ts';
import { filesOf } from './files.ts';
import { UsageError } from './host.ts';
import { decode, shown } from './texts.ts';

/** What the user asks for on the command line. Plain data: with it, another thread finds the same configurations. */
export interface ConfigFlags {
  /** The configuration file that takes the place of those beside the drafts. */
  readonly config?: string;
  /** Levels that count more than those of the configuration. */
  readonly rule?: RuleLevels;
}

/** A configuration with the plans that it names: the absolute paths of their files, in order. */
export interface Setup extends Omit<Loaded, 'plans'> {
  /** Absolute; absent where no planlint.json holds. */
  readonly file?: string;
  readonly plans: readonly (readonly string[])[];
  /** The same as long as nothing that it rests on has changed: the program's version, the levels asked for, every file read. */
  readonly digest: string;
}

/** Gives the configuration that holds for the files of a folder (absolute). */
export type FindSetup = (folder: string) => Promise<Setup>;

/** The file that the user names, else the nearest planlint.json; each is read once. Names in messages are relative to `home`. */
export function configFinder(home: string, flags: ConfigFlags = {}): FindSetup {
  const setups = new Map<string | undefined, Promise<Setup>>();
  const load = (file?: string) => {
    const before = setups.get(file) ?? setUp(file, home, flags.rule);
    setups.set(file, before);
    return before;
  };
  const folders = new Map<string, Promise<Setup>>();
  const nearest = (folder: string): Promise<Setup> => {
    const before = folders.get(folder) ?? look(folder);
    folders.set(folder, before);
    return before;
  };
  const look = async (folder: string): Promise<Setup> => {
    const file = join(folder, configName);
    if ((await stat(file).catch(() => undefined))?.isFile()) return load(file);
    return dirname(folder) === folder ? load() : nearest(dirname(folder));
  };
  const { config } = flags;
  return config === undefined ? nearest : () => load(resolve(home, config));
}

async function setUp(file: string | undefined, home: string, rule: RuleLevels = {}): Promise<Setup> {
  const texts: (readonly [path: string, text: string | null])[] = [];
  const name = file ?? join(home, configName);
  const pathFrom = (from: string, other: string) => relative(dirname(from), resolve(home, other)).split(sep).join('/');
  const read = async (path: string) => {
    const text = await textOf(path);
    texts.push([pathFrom(name, path), text ?? null]);
    return text;
  };
  const beside = (from: string, path: string) => resolve(dirname(from), path);
  const text = file === undefined ? '{}' : await read(file);
  if (text === undefined) throw new UsageError(`读不到配置文件“${shown(home, name)}”，请检查路径，并存为 UTF-8 编码`);
  const loaded = await loadConfig(name, text, { read, beside, pathFrom }, [layerOf('--rule', rule)]);
  if ('faults' in loaded) throw refuse(loaded.faults, home);
  const digest = createHash('sha256')
    .update(JSON.stringify([version, rule, texts]))
    .digest('hex');
  return { ...loaded, ...(file && { file }), plans: await plansOf(loaded, home), digest };
}

async function textOf(file: string): Promise<string | undefined> {
  const bytes = await readFile(file).catch(() => undefined);
  return bytes && decode(bytes);
}

async function plansOf({ plans }: Loaded, home: string): Promise<string[][]> {
  const found: string[][] = [];
  for (const { file, files, missing } of plans) {
    const paths = new Set<string>();
    for (const [index, pattern] of files.entries()) {
      const matching = await filesOf(pattern, dirname(file));
      if (!matching.length) throw refuse([missing(index)], home);
      for (const path of matching) paths.add(path);
    }
    found.push([...paths]);
  }
  return found;
}

/** Faults in files of the user's, named relative to `home`. */
export function refuse(faults: readonly Fault[], home: string): UsageError {
  const told = ({ file, line, column, message }: Fault) => `${shown(home, file)}:${line}:${column} ${message}`;
  return new UsageError(faults.map(told).join('\n'));
}
