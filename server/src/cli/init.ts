import { mkdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import titles from '../../../templates/fields.json';
import { configName } from '../config/index.ts';
import { fillIn, type Level, levelOf, periods } from '../template.ts';
import { type Host, status, UsageError } from './host.ts';
import { shippedFile } from './pages.ts';
import { replaceFile } from './replace.ts';
import { shown } from './texts.ts';

export interface InitFlags {
  /** Writes a plan too: how its headings are numbered, 章节体 or 公文体. */
  readonly plan?: string;
  readonly place?: string;
  readonly level?: Level;
  readonly field?: string;
  /** 十五五 */
  readonly period?: string;
  /** Replaces what is there. */
  readonly force?: boolean;
}

/** Writes a planlint.json to start from and, where asked, a plan to be filled in. What is there stays, unless it is to be replaced. */
export async function initCommand(path: string | undefined, flags: InitFlags, host: Host): Promise<number> {
  const folder = resolve(host.folder, path ?? '.');
  const files = new Map([[join(folder, configName), await shippedFile('planlint.jsonc', host.templates)]]);
  if (flags.plan !== undefined) {
    const [name, text] = await planOf(flags.plan, flags, host);
    files.set(join(folder, name), text);
  }
  for (const file of files.keys())
    if (!flags.force && (await stat(file).catch(() => undefined)))
      throw new UsageError(`“${shown(host.folder, file)}”已经存在；要换成新的，加 --force`);
  await mkdir(folder, { recursive: true }).catch(() => {});
  for (const [file, text] of files) {
    await replaceFile(file, text, shown(host.folder, file));
    host.out(`已写出“${shown(host.folder, file)}”\n`);
  }
  return status.fine;
}

async function planOf(form: string, flags: InitFlags, host: Host): Promise<[name: string, text: string]> {
  const { place, field = '卫生健康', period = '十五五' } = flags;
  const found = periods.find(({ name }) => name === period);
  if (place === undefined) throw new UsageError('请用 --place 写明是哪个地区的规划，如 --place 青河市');
  if (!found) throw new UsageError(`不认识规划期“${period}”，可用：${periods.map(({ name }) => name).join('、')}`);
  const template = await shippedFile(`${form}.md`, host.templates);
  const answers = { form, place, level: flags.level ?? levelOf(place), field, period: found };
  return [`${place}“${period}”${field}规划.md`, fillIn(template, titles, answers)];
}
