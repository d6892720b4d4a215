import { chineseNumber } from '../../quantity/numerals.ts';

/** What can be counted off in a list. */
const NOUN =
  '(?:工程|行动|任务|体系|机制|计划|制度|中心|数据库|平台|举措|措施|原则|领域|环节|板块|产业|基地|系统|目标|项目|支柱|片区|功能区|攻坚战|战略|空间布局|关系|能力|试点|重点|方面|集群|抓手|转变|保障|网络)';
/** The numeral of a claim: no ordinal, no part of a longer number. */
export const NUMBER = '(?<![第\\d.])([二两三四五六七八九十]{1,3}|\\d{1,2})';
/** N大 counts whatever follows; 项, 个 and the like only what lists are made of, or what stands in quotation marks or before a colon. */
const CLAIM = new RegExp(
  `${NUMBER}(?:大(?:[\\u4e00-\\u9fa5]{0,6}?${NOUN}|[\\u4e00-\\u9fa5]{2,6})|[项个类条种对](?:[\\u4e00-\\u9fa5]{0,6}?${NOUN}|[\\u4e00-\\u9fa5]{2,6}(?=[”"]?:|[”"])))`,
  'g',
);

/** 八大工程: how many of what. */
export interface Claim {
  readonly count: number;
  readonly noun: string;
  readonly start: number;
  readonly end: number;
}

const LISTED = new RegExp(`${NOUN}$`);

/** Whether a claim counts what lists are made of: 四大工程, not “四个下沉”. */
export function isListed({ noun }: Claim): boolean {
  return LISTED.test(noun);
}

/** The counts of things to be listed in a text, in order. */
export function claimsOf(text: string): Claim[] {
  return [...text.matchAll(CLAIM)].flatMap((match) => {
    const [all, digits = ''] = match;
    return claim(digits, all.slice(digits.length + 1), match.index);
  });
}

/** A claim of so many things: numeral, measure word and noun; none where that is no count of a list. */
export function claim(digits: string, noun: string, start: number): Claim[] {
  const count = /\d/.test(digits) ? Number(digits) : chineseNumber(digits);
  const end = start + digits.length + 1 + noun.length;
  return count && count > 1 && count < 40 ? [{ count, noun, start, end }] : [];
}
