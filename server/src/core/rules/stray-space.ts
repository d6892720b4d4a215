import { type Block, type Body, HAN } from '../body.ts';
import type { Plan } from '../model.ts';
import type { Rule } from '../rule.ts';
import { byPlace, type Slip, tell } from '../slips.ts';

const SPACE = '[ \\t\\u00a0\\u2000-\\u200a\\u202f\\u3000]';
/** Units; a word that only begins as a unit does is none (人才, 项目, 处理). */
const UNIT =
  '[%‰％℃]|个(?![人体])|人(?![民才口员大工力])|名(?![医称])|万|亿|元|张|所(?![有以])|家(?![庭长园])|年|月|日(?![常间])|岁|周岁|米|公里|千米|公顷|平方|立方|吨|项(?!目)|倍|分钟|小时|微克|毫克|户(?![籍外])|次(?!级)|批(?!准)|台(?!账)|套|辆|处(?![理置])|座(?!谈)|条(?![例件])|亩|床';
const ANY = new RegExp(SPACE);
const NUMBER_GAP = new RegExp(
  `(?<=\\d)${SPACE}{1,4}(?=${UNIT})|(?<=[年月]|(?:达到|提高|降低|增长|下降|增加|减少|为|约|近|超过|控制在|完成|建成|新增)了?)${SPACE}{1,4}(?=\\d[\\d.]{0,8}${SPACE}{0,4}(?:${UNIT}))`,
  'g',
);
const HAN_GAP = new RegExp(
  `(?<=[${HAN}])${SPACE}{1,4}(?=[${HAN}“（《])|(?<=[${HAN}”）》，。；：、])${SPACE}{1,4}(?=[，。；：、”）》])|(?<=[，；、”）》])${SPACE}{1,4}(?=[${HAN}])`,
  'g',
);
/** Lines that keep a blank on purpose: 专栏1 名称, 第一章 总则, （一） …, and what lists offices or signs. */
const TITLED =
  /^[*\s]*(?:专栏|附?[表图]|附件|附录|第[一二三四五六七八九十百\d]+[章节编篇部条]|[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]|[①-⑳]|注|——)/;
const OFFICES = /责任|牵头|配合|单位|抄送|主送|联系人|签发|作者|来源/;
const NUMBERED =
  /(?:第[一二三四五六七八九十百\d]+[章节编篇部条款项]|专栏[一二三四五六七八九十\d]+|[附表图件][一二三四五六七八九十\d]+)$/;
/** 专栏1, 第3章: no quantity; nor is the paragraph's own number. */
const LABEL = /(?:第\d+[章节编篇部条款项]|(?:专栏|[表图件])[\d.-]+)$/;
/** No run-in title is longer. */
const TITLE = 16;
/** So far back, in characters, what a gap belongs to can be told. */
const NEAR = 12;
const PARTICLE = /[的了和及与在为到是由从对把被以各全将]$/;
const SENTENCE = /[，。；]/;

/** Spaces that a conversion left between Chinese characters, or between a number and its unit. */
export const straySpace: Rule = {
  id: 'stray-space',
  category: 'text',
  severity: 'information',
  summary: '汉字之间、数字和单位之间夹着多余的空格。',
  *check({ plan, bodies }) {
    const names = nameCells(plan);
    const slips = bodies.flatMap((body) => [...find(body, names)].sort(byPlace));
    yield* tell(slips, '删去空格', (count) => `多余的空格共${count}处，不逐一列出，可一次全部删去`);
  },
};

/** Where the names of indicators stand: of a table's cells they alone are one phrase for certain. */
function nameCells(plan: Plan): ReadonlySet<string> {
  return new Set(
    plan.tables.flatMap(({ indicators }) =>
      indicators.map(({ cell: { span } }) => `${span.source.uri}:${span.source.text.indexOf('|', span.end)}`),
    ),
  );
}

function* find(body: Body, names: ReadonlySet<string>): Generator<Slip> {
  if (!ANY.test(body.own)) return;
  for (const block of body.blocks) {
    const text = body.own.slice(block.start, block.end);
    if (block.kind === 'heading' || !ANY.test(text.trim())) continue;
    if (block.kind === 'cell') {
      if (!names.has(`${body.source.uri}:${block.end}`)) continue;
    } else if (!SENTENCE.test(text)) continue;
    const deliberate = deliberateIn(block, text);
    for (const { 0: gap, index } of text.matchAll(HAN_GAP))
      if (!deliberate(index)) yield slip(body, block.start + index, gap);
    for (const { 0: gap, index } of text.matchAll(NUMBER_GAP)) {
      const label = /^[*\s]*\d{1,3}$/.test(text.slice(0, Math.min(index, NEAR))) && index < NEAR;
      if (!label && !LABEL.test(text.slice(Math.max(0, index - NEAR), index)))
        yield slip(body, block.start + index, gap);
    }
  }
}

/** Tells which gaps between Chinese characters of a block were left on purpose. */
function deliberateIn({ kind }: Block, text: string): (index: number) => boolean {
  const [clause = ''] = /^[^，。；：、]*/.exec(text) ?? [];
  const offices = OFFICES.test(text);
  const titled = TITLED.test(text);
  return (index) => {
    const before = text.slice(Math.max(0, index - NEAR), index);
    if (kind === 'cell') return /其中[:：]?$/.test(before) || clause.length < text.length;
    if (NUMBERED.test(before) || (offices && /[局委厅办部院府会处室站社]$/.test(before))) return true;
    if (index > clause.length) return false;
    // Nothing but the block's first words before it: as likely a run-in title, or a number and its name.
    return titled || (index > 1 && index <= TITLE && !PARTICLE.test(before));
  };
}

function slip({ source }: Body, start: number, gap: string): Slip {
  const span = { source, start, end: start + gap.length };
  const { text } = source;
  const near = text.slice(Math.max(0, start - 4), start).replace(/^[\s\S]*[\n|*>]/, '');
  const next = text.slice(span.end, span.end + 4).replace(/[\n|*][\s\S]*$/, '');
  return { span, message: `“${near}${gap}${next}”中间夹着多余的空格`, newText: '' };
}
