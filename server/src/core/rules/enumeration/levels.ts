import { place } from '../../clean.ts';
import type { Prose } from '../../model.ts';
import { chineseNumber } from '../../quantity/numerals.ts';
import type { Problem } from '../../rule.ts';

const LEVEL =
  '(?:自治区|市州|市县|县区|区县|旗县|街道|乡镇|镇街|镇村|社区|园区|国家|中央|[国省市州盟县区旗乡镇村组街户])级?';
/** 三级, but not the grade of a hospital or of a standard. */
const LEVELS =
  /([二两三四五六])级(?!及?以[上下]|[甲乙]等|公立|综合|中医|专科|妇幼|医院|医疗机构|保护|标准|响应|职业|水平|资质|等级|等保|公路)/g;
const WHOLE = new RegExp(`^${LEVEL}$`);
const TAIL = new RegExp(`${LEVEL}$`);

/** 市、县、乡、村四级服务网络: as many levels as are named. */
export function* levels(prose: Prose): Generator<Problem> {
  const { text } = prose;
  for (const { 0: said, 1: numeral = '', index } of text.matchAll(LEVELS)) {
    const list = /[^,。;:!?“”]*$/.exec(text.slice(Math.max(0, index - 60), index))?.[0] ?? '';
    const named = countLevels(list.replace(/\([^()]{0,12}\)/g, ''));
    if (named > 1 && named !== chineseNumber(numeral))
      yield {
        span: place(prose, index, index + said.length),
        message: `前面列出的是${named}级，此处写“${said}”`,
      };
  }
}

/** How many levels stand at the end of a list; before the first there may be other words. */
function countLevels(list: string): number {
  const members = list.split(/[、和与及]/).reverse();
  const whole = members.findIndex((member) => !WHOLE.test(member));
  if (whole < 1) return whole < 0 ? members.length : 0;
  return whole + (TAIL.test(members[whole] ?? '') ? 1 : 0);
}
