import { place } from '../clean.ts';
import type { Plan, Prose } from '../model.ts';
import { looksBack, yearsOfPlan } from '../period.ts';
import { chineseNumber } from '../quantity/numerals.ts';
import type { Problem, Rule } from '../rule.ts';

/** A year or a 五年 ordinal left over from another period. */
export const planPeriod: Rule = {
  id: 'plan-period',
  category: 'consistency',
  severity: 'warning',
  summary: '年份或者“十几五”与本规划的规划期不符，多半是上一期规划留下的。',
  *check({ plan }) {
    const { base, target } = plan.years;
    if (base === undefined || target === undefined) return;
    for (const prose of plan.prose) {
      if (prose.kind === 'note' || prose.kind === 'caption') continue;
      yield* pastGoals(prose, base);
      yield* ordinals(plan, prose, target);
    }
  },
};

/** 到2020年 as a goal, in a chapter that looks forward. */
function* pastGoals(prose: Prose, base: number): Generator<Problem> {
  const { text, section } = prose;
  if (!section || section.level === 1 || looksBack(section)) return;
  for (const match of text.matchAll(/(?<![截从由自达回止])(?:到|至)((?:19|20)\d\d)年(?:底|末)?,?/g)) {
    const year = Number(match[1]);
    const rest = text.slice(match.index + match[0].length, match.index + match[0].length + 40).split(/[。;]/)[0] ?? '';
    if (
      year > base ||
      inTitle(text, match.index) ||
      /\d年$/.test(text.slice(0, match.index)) ||
      /》[^。;]{0,12}$/.test(text.slice(0, match.index)) ||
      /已|了|曾|由|从|基本完成|为止/.test(rest)
    )
      continue;
    const span = place(prose, match.index, match.index + match[0].replace(/,$/, '').length);
    yield { span, message: `此处写“到${year}年”，而本规划的基期已是${base}年，请核对年份` };
  }
}

const ORDINAL = /[“"](十[一二三四五六七八九]?|二十[一二三四五六七八九]?)五[”"](?:时期|期间|末|以来)/g;

/** “十三五”期间 of what this plan shall do; “十二五”时期 at the head of what the last one did. */
function* ordinals({ years: own }: Plan, prose: Prose, target: number): Generator<Problem> {
  const { text, section } = prose;
  if (!section || section.level === 1) return;
  const back = looksBack(section);
  for (const match of text.matchAll(ORDINAL)) {
    const years = yearsOfPlan(chineseNumber(match[1] ?? '') ?? 0);
    if (!years || inTitle(text, match.index)) continue;
    const behind = (target - years.to) / 5;
    const clause = /^[^。;]*/.exec(text.slice(match.index + match[0].length))?.[0] ?? '';
    const before = /[^。;,]*$/.exec(text.slice(0, match.index))?.[0] ?? '';
    const future =
      /力争|确保|(?:^|,|全[省市县区])将|将(?:开展|新增|建设|建成|实现|完成|达到)/.test(clause) ||
      (/到$/.test(before) && match[0].endsWith('末'));
    const past = /已|取得|成效|以来|比|较|相比|曾|了|时的/.test(`${before}${clause.slice(0, 30)}`);
    const wrong = back ? behind === 2 && match.index <= 2 : behind >= 1 && future && !past;
    if (!wrong) continue;
    const message = `“${match[1]}五”是${years.from}—${years.to}年，本规划${back ? '回顾的应是上一个五年' : `的目标年是${own.target}年`}，请核对`;
    yield { span: place(prose, match.index, match.index + match[0].length), message };
  }
}

/** Within 《》 or a name in quotation marks the years are the document's own. */
function inTitle(text: string, at: number): boolean {
  return text.lastIndexOf('《', at) > text.lastIndexOf('》', at);
}
