import { readFile } from 'node:fs/promises';
import { unknownRule } from '../config/index.ts';
import { rules } from '../core/rules/index.ts';
import { categoryWord, severityWord } from '../core/say.ts';
import { widthOf } from '../core/width.ts';
import { type Host, status, UsageError } from './host.ts';

/** Prints a rule's page: what, why, examples, how to fix, how to switch it off. */
export async function explainCommand(id: string, host: Host): Promise<number> {
  const known = rules.map((rule) => rule.id);
  if (!known.includes(id)) throw new UsageError(unknownRule(id, known));
  host.out(await rulePage(id, host));
  return status.fine;
}

/** The page of a rule that there is. */
export function rulePage(id: string, { pages }: Host): Promise<string> {
  return shippedFile(`${id}.md`, pages);
}

/** A file that comes with the program, from the first of the folders that has it. */
export async function shippedFile(name: string, folders: readonly URL[]): Promise<string> {
  for (const folder of folders) {
    const text = await readFile(new URL(name, folder), 'utf8').catch(() => undefined);
    if (text !== undefined) return text;
  }
  throw new Error(`${name} 不在安装包中，请重新安装`);
}

/** Lists the rules: id, what they are about, how grave, in a sentence. */
export function rulesCommand(host: Host): number {
  const idWidth = Math.max(...rules.map(({ id }) => id.length));
  const categoryWidth = Math.max(...Object.values(categoryWord).map(widthOf));
  for (const { id, category, severity, summary } of rules) {
    const name = categoryWord[category];
    const pad = ' '.repeat(categoryWidth - widthOf(name));
    host.out(`${id.padEnd(idWidth)}  ${name}${pad}  ${severityWord[severity]}  ${summary}\n`);
  }
  return status.fine;
}
