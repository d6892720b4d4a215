import { URI } from 'vscode-uri';
import { type Fault, faultIn, inOrder, type Loaded } from '../config/index.ts';
import type { Files } from './files.ts';
import { canonical, within } from './uris.ts';

/** The files of each plan that planlint.json names, in order and each once; faults where a name stands for no file. */
export async function plansOf(
  folder: string,
  { config, json }: Loaded,
  files: Files,
): Promise<{ readonly plans: string[][]; readonly faults: Fault[] }> {
  const plans: string[][] = [];
  const faults: Fault[] = [];
  for (const [i, plan] of (config.plans ?? []).entries()) {
    const lists = await Promise.all(plan.files.map((name) => filesOf(folder, name, files)));
    plans.push([...new Set(lists.flat())]);
    for (const [k, name] of plan.files.entries()) {
      if (lists[k]?.length || !json) continue;
      faults.push(faultIn(json, ['plans', i, 'files', k], `找不到“${name}”：请按相对于本文件的路径填写`));
    }
  }
  return { plans, faults };
}

async function filesOf(folder: string, name: string, files: Files): Promise<readonly string[]> {
  const file = within(folder, name);
  if ((await files.read(file)) !== undefined) return [file];
  const found = /[*?[\]{}]/.test(name) ? await files.find(folder, name) : [];
  return found.map(canonical).sort((a, b) => inOrder(URI.parse(a).path, URI.parse(b).path));
}
