import { type Config, parseConfig } from './config.ts';
import type { Files } from './files.ts';
import { type Fault, faultIn, type Json } from './json.ts';
import { nearest } from './nearest.ts';
import { BUILT_IN, presets } from './presets.ts';

/** A configuration file that was read, or a built-in preset under its own name. */
export interface Part {
  readonly file: string;
  readonly config: Config;
  /** Its text with the places of its values. */
  readonly json: Json;
}

/**
 * A configuration with all that it extends, what yields first: what is extended comes before what extends it, and what several
 * extend comes once, where it counts most.
 */
export async function partsOf(file: string, text: string, files: Files, faults: Fault[]): Promise<readonly Part[]> {
  const known = new Map<string, Promise<readonly Part[]>>();

  async function gather(at: string, content: string, chain: readonly string[]): Promise<readonly Part[]> {
    const parsed = parseConfig(at, content);
    if ('faults' in parsed) {
      faults.push(...parsed.faults);
      return [];
    }
    const { data: config, json } = parsed;
    const parts = new Map<string, Part>();
    const add = (part: Part) => {
      parts.delete(part.file);
      parts.set(part.file, part);
    };
    for (const [index, name] of [config.extends ?? []].flat().entries()) {
      const place = typeof config.extends === 'string' ? ['extends'] : ['extends', index];
      const found = await extended(name, at, chain);
      if (typeof found === 'string') faults.push(faultIn(json, place, found));
      else found.forEach(add);
    }
    add({ file: at, config, json });
    return [...parts.values()];
  }

  /** The parts that a name in `extends` stands for, or why there are none. */
  async function extended(name: string, from: string, chain: readonly string[]): Promise<readonly Part[] | string> {
    const builtIn = name.startsWith(BUILT_IN);
    const target = builtIn ? name : files.beside(from, name);
    const begins = chain.indexOf(target);
    if (begins >= 0) {
      const circle = [...chain.slice(begins), target].map((each) => files.pathFrom(file, each)).join(' → ');
      return `extends 绕成了一圈（${circle}），请删去其中一处`;
    }
    const before = known.get(target);
    if (before) return before;
    const content = builtIn ? presets[name] && JSON.stringify(presets[name]) : await files.read(target);
    if (content === undefined) return builtIn ? unknown('内置配置', name, Object.keys(presets)) : unread(name);
    const parts = gather(target, content, [...chain, target]);
    known.set(target, parts);
    return parts;
  }

  return gather(file, text, [file]);
}

/** What to say of a path written in a configuration. */
export function unread(path: string): string {
  return `读不到“${path}”：请按相对于本文件的路径填写，并存为 UTF-8 编码`;
}

/** What to say of a name of what is built in. */
export function unknown(what: string, name: string, known: readonly string[]): string {
  const own = (full: string) => full.slice(BUILT_IN.length);
  const near = nearest(own(name), known.map(own));
  return `没有${what}“${name}”：${near ? `是不是“${BUILT_IN}${near}”？` : `可用“${known.join('”、“')}”`}`;
}
