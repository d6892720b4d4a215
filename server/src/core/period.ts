import type { Section } from './model.ts';
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

const LOOKING_BACK =
  /(?:发展|工作|现实|规划|建设|主要)基础|(?:规划|发展|编制)背景|发展环境|形势|现状|回顾|成效|成就|成绩|挑战|机遇|(?:存在|主要|突出|面临)(?:的)?(?:问题|困难|短板)|问题与|短板和不足|基本情况|完成情况/;

/** Whether a section, by its own title or those above it, tells of what was, not of what shall be. */
export function looksBack(section: Section | undefined): boolean {
  for (let at = section; at; at = at.parent) if (at.level > 1 && LOOKING_BACK.test(at.title.value)) return true;
  return false;
}
