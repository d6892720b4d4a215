import type { Plan, Span } from '../model.ts';
import { standsAside } from '../outline.ts';
import type { Rule } from '../rule.ts';

/** A text with less than this is an outline, an excerpt or a programme, of which no part is missed. */
const FEWEST_CHAPTERS = 5;
const FEWEST_CHARACTERS = 1500;
/** A run-in title or an opening sentence stands within so many characters. */
const OPENING = 40;

interface Part {
  readonly name: string;
  /** Words of headings that carry the part. */
  readonly titles: RegExp;
  /** How its paragraphs open where it has no heading. */
  readonly opening: RegExp;
}

const PARTS: readonly Part[] = [
  {
    name: '发展基础',
    titles: /基础|背景|现状|形势|环境|回顾|成效|成就|成绩|机遇|挑战|问题|起点|方位|阶段/,
    opening: /五[”"]?(?:时期|期间|以来)|成效|成就|近年来|年来/,
  },
  {
    name: '指导思想',
    titles: /指导思想|(?:总体|发展)(?:思路|考虑|理念)/,
    opening: /指导思想|为指导|高举|(?:全面|深入|认真)(?:贯彻|学习)/,
  },
  { name: '基本原则', titles: /原则|遵循|工作要求/, opening: /原则/ },
  { name: '发展目标', titles: /目标|愿景|指标/, opening: /目标/ },
  {
    name: '主要任务',
    titles: /任务|重点|工程|行动|举措|建设|推进|加强|完善|健全|构建|提升|强化|优化|促进|打造|发展/,
    opening: /任务|工程/,
  },
  {
    name: '保障措施',
    titles: /保障|组织(?:实施|领导)|(?:规划|纲要|贯彻)实施|实施(?:机制|规划|纲要)|监测|评估|考核|落实|党的.{0,4}领导/,
    opening: /^.{0,12}(?:保障措施|组织领导|组织实施|党的领导|监测评估|考核评价|督导检查)/,
  },
];
/** 坚持……。 three times over: the principles, whatever they are called. */
const PRINCIPLE = /^(?:[—-]{1,2}|[(（]?.{1,2}[)）.、])?坚持/;

/** A part that every plan must have is missing. */
export const requiredSection: Rule = {
  id: 'required-section',
  category: 'structure',
  severity: 'warning',
  summary: '规划缺少必备的部分：发展基础、指导思想、基本原则、发展目标、主要任务、保障措施。',
  *check({ plan }) {
    const span = wholePlan(plan);
    if (!span) return;
    const titles = plan.sections.filter(({ level }) => level > 1).map(({ title }) => title.value.replace(/\s/g, ''));
    const openings = plan.prose.map(({ text }) => text.slice(0, OPENING));
    const missing = PARTS.filter(
      ({ name, titles: words, opening }) =>
        !titles.some((title) => words.test(title)) &&
        !openings.some((text) => opening.test(text)) &&
        !(name === '基本原则' && openings.filter((text) => PRINCIPLE.test(text)).length >= 3) &&
        !(name === '发展目标' && plan.tables.some(({ kind }) => kind === 'indicator')),
    );
    if (!missing.length) return;
    const names = missing.map(({ name }) => `“${name}”`).join('、');
    yield { span, message: `规划缺少${names}：各级标题和各段开头都没有这一部分` };
  },
};

/** Where a whole plan bears its name; undefined for a chapter, an excerpt, or another kind of document. */
function wholePlan({ sections, prose, frontMatter }: Plan): Span | undefined {
  const isName = (text: string) => /规划|纲要/.test(text) && !/通知$/.test(text);
  const heading = sections.find(({ level, title }) => level === 1 && isName(title.value));
  const entry = frontMatter?.entries.get('标题');
  const title = heading?.title ?? (entry && isName(entry.value) ? entry : undefined);
  if (!title) return undefined;
  const chapters = sections.filter((section) => section.level === 2 && !standsAside(section.title.value)).length;
  const length = prose.reduce((all, { text }) => all + text.length, 0);
  return chapters >= FEWEST_CHAPTERS && length >= FEWEST_CHARACTERS ? title.span : undefined;
}
