import { readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { configName, type Fault, faultIn, type Loaded, loadConfig, noConfig } from '../config/index.ts';
import { decode, filesOf, shown } from './files.ts';
import { type Host, UsageError } from './host.ts';

/** A configuration with the plans that it names: the absolute paths of their files, in order. */
export interface Setup extends Loaded {
  readonly plans: readonly (readonly string[])[];
}

/** Gives the configuration that holds for the files of a folder: the file that the user names, else the nearest planlint.json. */
export function configFinder(host: Host, named?: string): (folder: string) => Promise<Setup> {
  const files = new Map<string, Promise<Setup>>();
  const load = (file: string) => {
    const before = files.get(file) ?? read(file, host);
    files.set(file, before);
    return before;
  };
  const nearest = async (folder: string): Promise<Setup> => {
    const file = join(folder, configName);
    if ((await stat(file).catch(() => undefined))?.isFile()) return load(file);
    return dirname(folder) === folder ? { ...noConfig, plans: [] } : nearest(dirname(folder));
  };
  return named === undefined ? nearest : () => load(resolve(host.folder, named));
}

async function read(file: string, host: Host): Promise<Setup> {
  const folder = dirname(file);
  const name = shown(host, file);
  const text = await textOf(file);
  if (text === undefined) throw new UsageError(`读不到配置文件“${name}”，请检查路径，并存为 UTF-8 编码`);
  const loaded = await loadConfig(name, text, (path) => textOf(resolve(folder, path)));
  if ('faults' in loaded) {
    const named = (fault: Fault) => (fault.file === name ? name : shown(host, resolve(folder, fault.file)));
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
