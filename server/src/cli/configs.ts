import { readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { configName, type Fault, faultIn, type Loaded, loadConfig, noConfig } from '../config/index.ts';
import { filesOf } from './files.ts';
import { UsageError } from './host.ts';
import { decode, shown } from './texts.ts';

/** A configuration with the plans that it names: the absolute paths of their files, in order. */
export interface Setup extends Loaded {
  readonly plans: readonly (readonly string[])[];
}

/** Gives the configuration that holds for the files of a folder (absolute). */
export type FindSetup = (folder: string) => Promise<Setup>;

/** The file that the user names, else the nearest planlint.json; each is read once. Names in messages are relative to `home`. */
export function configFinder(home: string, named?: string): FindSetup {
  const files = new Map<string, Promise<Setup>>();
  const load = (file: string) => {
    const before = files.get(file) ?? read(file, home);
    files.set(file, before);
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
    return dirname(folder) === folder ? { ...noConfig, plans: [] } : nearest(dirname(folder));
  };
  return named === undefined ? nearest : () => load(resolve(home, named));
}

async function read(file: string, home: string): Promise<Setup> {
  const folder = dirname(file);
  const name = shown(home, file);
  const text = await textOf(file);
  if (text === undefined) throw new UsageError(`读不到配置文件“${name}”，请检查路径，并存为 UTF-8 编码`);
  const loaded = await loadConfig(name, text, (path) => textOf(resolve(folder, path)));
  if ('faults' in loaded) {
    const named = (fault: Fault) => (fault.file === name ? name : shown(home, resolve(folder, fault.file)));
    throw refuse(loaded.faults.map((fault) => ({ ...fault, file: named(fault) })));
  }
  return { ...loaded, plans: await plansOf(loaded, folder) };
}

async function textOf(file: string): Promise<string | undefined> {
  const bytes = await readFile(file).catch(() => undefined);
  return bytes && decode(bytes);
}

async function plansOf({ config, json }: Loaded, folder: string): Promise<string[][]> {
  const plans: string[][] = [];
  for (const [i, { files }] of (config.plans ?? []).entries()) {
    const paths = new Set<string>();
    for (const [k, pattern] of files.entries()) {
      const found = await filesOf(pattern, folder);
      if (!found.length && json) {
        throw refuse([faultIn(json, ['plans', i, 'files', k], `找不到“${pattern}”：请按相对于本文件的路径填写`)]);
      }
      for (const path of found) paths.add(path);
    }
    plans.push([...paths]);
  }
  return plans;
}

function refuse(faults: readonly Fault[]): UsageError {
  return new UsageError(
    faults.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`).join('\n'),
  );
}
