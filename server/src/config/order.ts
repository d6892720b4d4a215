import { chineseNumber } from '../core/quantity/numerals.ts';

const collator = new Intl.Collator('zh', { numeric: true });

/** Orders paths as a reader counts: 第二章 before 第十章, `2.md` before `10.md`. */
export function inOrder(a: string, b: string): number {
  const counted = (path: string) =>
    path.replace(/[一二三四五六七八九十百]+/g, (word) => `${chineseNumber(word) ?? word}`);
  return collator.compare(counted(a), counted(b)) || (a < b ? -1 : 1);
}
