import { URI, Utils } from 'vscode-uri';
import { type Fault, inOrder, type Loaded } from '../config/index.ts';
import type { Files } from './files.ts';
import { canonical, within } from './uris.ts';

/** The files of each plan that a configuration names, in order and each once; faults where a name stands for no file. */
export async function plansOf(
  loaded: Loaded,
  files: Files,
): Promise<{ readonly plans: string[][]; readonly faults: Fault[] }> {
  const plans: string[][] = [];
  const faults: Fault[] = [];
  for (const plan of loaded.plans) {
    const folder = Utils.dirname(URI.parse(plan.file)).toString();
    const lists = await Promise.all(plan.files.map((name) => filesOf(folder, name, files)));
    plans.push([...new Set(lists.flat())]);
    faults.push(...lists.flatMap((list, index) => (list.length ? [] : [plan.missing(index)])));
  }
  return { plans, faults };
}

async function filesOf(folder: string, name: string, files: Files): Promise<readonly string[]> {
  const file = within(folder, name);
  if ((await files.read(file)) !== undefined) return [file];
  const found = /[*?[\]{}]/.test(name) ? await files.find(folder, name) : [];
  return found.map(canonical).sort((a, b) => inOrder(URI.parse(a).path, URI.parse(b).path));
}
