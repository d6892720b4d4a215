import type { Plan, Role, Section } from '../model.ts';
import { looksBack } from '../period.ts';
import { chineseNumber } from '../quantity/numerals.ts';
import type { Year } from '../quantity/scan.ts';

export interface When {
  readonly year?: number;
  readonly role: Role;
  /** 现有: about the baseline's time, though nobody says exactly when. */
  readonly vague?: true;
}

type Years = Plan['years'];

/** What a year is to the plan. */
export function roleOf(year: number, { base, target }: Years): Role {
  if (target !== undefined && year === target) return 'target';
  if (base !== undefined && year === base) return 'baseline';
  return base !== undefined && year < base ? 'history' : 'milestone';
}

const PAST_PLAN = /[“"](?:十三五|十二五|十四五)[”"](?:以来|期间|时期|规划实施)|五年来|过去五年|以来,/;
const NOW = /目前|当前|现有|现已|如今|截至目前/;

/**
 * When a statement without a year of its own holds: in a chapter that looks back at the baseline, elsewhere at the
 * target; vaguely at the baseline where the sentence speaks of today or of the period before.
 */
export function defaultWhen(sentence: string, section: Section | undefined, years: Years): When | undefined {
  if (looksBack(section))
    return years.base === undefined ? { role: 'baseline' } : { role: 'baseline', year: years.base };
  if (!section || section.level === 1) return undefined;
  if (NOW.test(sentence) || PAST_PLAN.test(sentence))
    return years.base === undefined ? undefined : { role: 'baseline', year: years.base, vague: true };
  return years.target === undefined ? { role: 'target' } : { role: 'target', year: years.target };
}

/** Over how many years a sentence tells its changes: 近三年, 五年来, “十三五”期间, 2016—2020年. */
export function spanOf(sentence: string): number | undefined {
  const [all, count, from, to] =
    /([两三四五六七八九十])年(?:来|间|以来|累计)?|(?<=((?:19|20)\d\d)年?[-—~至])((?:19|20)\d\d)年|十[一二三四五六]五/.exec(
      sentence,
    ) ?? [];
  if (count) return chineseNumber(count);
  return from ? Number(to) - Number(from) + 1 : all ? 5 : undefined;
}

/** 预计到2025年，老年人口比例上升5个百分点: what will come, or must not, is no aim. */
export function foretells(sentence: string): boolean {
  return /预计|预测|预判|可能|如果|倘若|防止|遏制|避免|防范|压力|挑战|不利|受.{1,12}影响/.test(sentence);
}

/** “十三五”规划提出，到2020年达到77岁: what an earlier plan wanted is not what came. */
export function tellsOldGoals(sentence: string, section: Section | undefined): boolean {
  return /(?:提出|确定|明确|要求|规定)的?[,:]?(?:到|至)(?:19|20)\d\d年/.test(sentence) && looksBack(section);
}

/** Whether a year says when a statement holds (到2025年, 2020年), not what it is compared with or counted from (比2015年). */
export function governs(text: string, { start, end }: Year): boolean {
  if (
    /(?:比|较|与|同|和|以|自|从|由|在|—|-|~|至)$/.test(text.slice(Math.max(0, start - 1), start)) &&
    !/(?:截|到)至?$/.test(text.slice(Math.max(0, start - 2), start))
  )
    return false;
  return (
    !/^(?:底|末)?(?:相比|以来|起|开始|为基|基础上|的基础)/.test(text.slice(end, end + 4)) &&
    !/^(?:-|—|~|至|到)/.test(text.slice(end, end + 1))
  );
}
