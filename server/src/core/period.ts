import { chineseNumber } from './quantity/numerals.ts';

/** The years of the n-th five-year plan; known from the 10th (2001—2005) on, when the count became regular. */
export function yearsOfPlan(ordinal: number): { from: number; to: number } | undefined {
  if (ordinal < 10 || ordinal > 30) return undefined;
  const from = 2001 + 5 * (ordinal - 10);
  return { from, to: from + 4 };
}

/** The years that “十四五” or 第十四个五年规划 in a title stands for. */
export function yearsOfTitle(title: string): { from: number; to: number } | undefined {
  const ordinal = /[“"']?(十[一二三四五六七八九]?|二十[一二三四五六七八九]?)(?:五[”"']?|个五年)/.exec(title)?.[1];
  return ordinal ? yearsOfPlan(chineseNumber(ordinal) ?? 0) : undefined;
}
