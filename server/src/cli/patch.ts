import { formatPatch, OMIT_HEADERS, structuredPatch } from 'diff';
import type { Change } from './mended.ts';

/** A change as a unified diff, which `git apply` and `patch -p1` take. Before either text stands `bom`. */
export function patchOf({ name, before, after }: Change, bom: string): string {
  const hunks = formatPatch(structuredPatch(name, name, bom + before, bom + after), OMIT_HEADERS);
  return `--- ${header(`a/${name}`)}\n+++ ${header(`b/${name}`)}\n${hunks}`;
}

/** A name as Git writes it, but for Chinese, which it would put in numbers: a tab ends one that has blanks. */
function header(name: string): string {
  if (/["\\\p{Cc}]/u.test(name)) return JSON.stringify(name);
  return name.includes(' ') ? `${name}\t` : name;
}
