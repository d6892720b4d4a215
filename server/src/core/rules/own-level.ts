import { place } from '../clean.ts';
import type { Plan, Prose } from '../model.ts';
import type { Problem, Rule } from '../rule.ts';

/** What a plan of each level calls its own place. */
const OWN: Readonly<Record<string, string>> = { 国家: '国', 省: '省区', 市: '市州盟', 县: '县区市旗' };
const SELF = /(?:我|本)([省市县区州旗])(?![级委政人内域辖外直场民间域])/g;

/** A plan that calls itself by another level, or keeps another place's name. */
export const ownLevel: Rule = {
  id: 'own-level',
  category: 'consistency',
  severity: 'warning',
  summary: '自称与本级不符（县里的规划写“我省”），或者留有别处的地名。',
  *check({ plan }) {
    const place = plan.frontMatter?.place ?? placeOfTitle(plan);
    const level = plan.frontMatter?.level ?? levelOf(place);
    const own = OWN[level];
    if (!own) return;
    // A county-level city says 我市, a district 我区, an autonomous region 我区.
    const kind = /[省市县区州旗盟]$/.exec(place)?.[0] ?? '';
    for (const prose of plan.prose) {
      yield* selves(prose, kind || own, place);
      // A county-level city lies in a city that may be meant.
      if (place && !(level === '县' && kind === '市')) yield* others(prose, place, kind);
    }
  },
};

/** 云溪县 of 云溪县“十四五”卫生健康发展规划; '' where the title does not open with one place alone. */
function placeOfTitle({ frontMatter, sections }: Plan): string {
  const title = frontMatter?.title ?? sections.find(({ level }) => level === 1)?.title.value ?? '';
  return /^([\u4e00-\u9fa5]{1,8}?[省市县州旗盟])(?=[“"]|人民政府)/.exec(title)?.[1] ?? '';
}

function levelOf(place: string): string {
  return /省$/.test(place) ? '省' : /[县旗]$/.test(place) ? '县' : /[市州盟]$/.test(place) ? '市' : '';
}

function* selves(prose: Prose, own: string, home: string): Generator<Problem> {
  for (const match of prose.text.matchAll(SELF)) {
    if (own.includes(match[1] ?? '') || quoted(prose.text, match.index)) continue;
    // 某某县是我省…: who names its own place beside it speaks of the province.
    const sentence = sentenceAt(prose.text, match.index);
    if ((home && sentence.includes(home.slice(0, -1))) || new RegExp(`[全我本][${own}]`).test(sentence)) continue;
    yield {
      span: place(prose, match.index, match.index + match[0].length),
      message: `${home ? `本规划是${home}的，此处自称“${match[0]}”` : `“${match[0]}”与本规划的层级不符`}，请核对是否照抄留下的`,
    };
  }
}

const OPENS = '(?:^|[,。;:“(]|纳入|结合|立足|符合)';
const OWN_WORDS =
  '(?:实际|委、|各级|各部门|[^,。;、]{0,8}(?:行政|主管)部门|国民经济和社会发展第|“十[一二三四五六]五”|经济社会发展|高质量发展)';

/** 结合某某县实际, 纳入某某市高质量发展…: words that a plan says of its own place alone. */
function* others(prose: Prose, home: string, kind: string): Generator<Problem> {
  if (!kind || !prose.text.includes(kind)) return;
  const named = new RegExp(`${OPENS}([\\u4e00-\\u9fa5]{2,3}${kind})(?=${OWN_WORDS})`, 'g');
  for (const match of prose.text.matchAll(named)) {
    const name = match[1] ?? '';
    if (
      !name ||
      home.endsWith(name) ||
      name.endsWith(home) ||
      /[全我本各该跨县市省、和与同向落实级由经报请对为于在到从被把将及或并而其他上下中此是有]/.test(name.slice(0, -1))
    )
      continue;
    const at = match.index + match[0].indexOf(name);
    yield {
      span: place(prose, at, at + name.length),
      message: `本规划是${home}的，此处写“${name}”，请核对是否照抄留下的地名`,
    };
  }
}

function sentenceAt(text: string, at: number): string {
  const end = text.indexOf('。', at);
  return text.slice(text.lastIndexOf('。', at) + 1, end < 0 ? text.length : end);
}

function quoted(text: string, at: number): boolean {
  return (
    text.lastIndexOf('《', at) > text.lastIndexOf('》', at) || text.lastIndexOf('“', at) > text.lastIndexOf('”', at)
  );
}
