import { place } from '../clean.ts';
import type { Prose, Span } from '../model.ts';
import { chineseNumber } from '../quantity/numerals.ts';
import type { Problem, Rule, View } from '../rule.ts';

/** What can be counted off in a list. */
const NOUN =
  '(?:工程|行动|任务|体系|机制|计划|制度|中心|数据库|平台|举措|措施|原则|领域|环节|板块|产业|基地|系统|目标|项目|支柱|片区|功能区|攻坚战|战略|空间布局|关系|能力|试点|重点|方面|集群|抓手|转变|保障|网络)';
const NUMBER = '(?<![第\\d.])([二两三四五六七八九十]{1,3}|\\d{1,2})';
/** N大 counts whatever follows; 项, 个 and the like only what lists are made of. */
const CLAIM = new RegExp(
  `${NUMBER}(?:大(?:[\\u4e00-\\u9fa5]{0,6}?${NOUN}|[\\u4e00-\\u9fa5]{2,6})|[项个类条种](?:[\\u4e00-\\u9fa5]{0,6}?${NOUN}))`,
  'g',
);

interface Claim {
  readonly count: number;
  readonly noun: string;
  readonly start: number;
  readonly end: number;
}

/** 八大工程 whose list counts otherwise. */
export const enumerationCount: Rule = {
  id: 'enumeration-count',
  category: 'consistency',
  severity: 'warning',
  summary: '说有几大工程、几项行动，列出来的却不是这个数。',
  *check(view) {
    for (const prose of view.plan.prose) {
      const claims = claimsOf(prose.text);
      for (const [index, claim] of claims.entries()) yield* inSentence(prose, claim, claims[index - 1]?.end ?? 0);
    }
    yield* inLists(view);
    yield* inHeadings(view);
    yield* inBoxes(view);
  },
};

function claimsOf(text: string): Claim[] {
  return [...text.matchAll(CLAIM)].flatMap((match) => {
    const [all, digits = ''] = match;
    const noun = all.slice(digits.length + 1);
    const count = /\d/.test(digits) ? Number(digits) : chineseNumber(digits);
    return count && count > 1 && count < 40 ? [{ count, noun, start: match.index, end: match.index + all.length }] : [];
  });
}

/** A、B、C三大工程; 三大工程：A、B、C; 三大工程（A、B、C）. */
function* inSentence(prose: Prose, claim: Claim, from: number): Generator<Problem> {
  const { text } = prose;
  const quote = /[“"]/.test(text[claim.start - 1] ?? '') ? 1 : 0;
  const before =
    /[^。;,:!?()]*$/.exec(text.slice(Math.max(from, claim.start - quote - 300), claim.start - quote))?.[0] ?? '';
  // Another count before this one ends its own list: A、B两条干流和C、D两大湖泊.
  const listed = before.replace(/^.*[二两三四五六七八九十][大项个类条种][^、]{1,8}?[和及与、]/, '');
  const behind =
    /^[”"]?(?::|\(|—{2}|,即|,包括|,分别是)([^。()!?]*)/.exec(text.slice(claim.end, claim.end + 600))?.[1] ?? '';
  // 甲县、乙县、丙县完善五大中心: who does it, not what it is made of.
  const told = /[、和及与]$|(?:完善|建设|推进|实施|支持|加强|构建|打造|开展|健全|建成|抓好|落实|组建|启动)$/.test(
    listed,
  )
    ? undefined
    : count(listed.replace(/等$/, ''));
  const after = count(behind.split(/[,。]/)[0] ?? '') ?? steps(behind);
  const open = /等(?:方面)?$/.test(before) || /等/.test(behind.slice(-12));
  for (const list of [told, after]) {
    if (!list || (claim.count >= list.low && claim.count <= list.high) || (open && claim.count > list.high)) continue;
    const span = place(prose, claim.start, claim.end);
    yield {
      span,
      message: `说是“${text.slice(claim.start, claim.end)}”，列出的却是${list.low === list.high ? list.low : `${list.low}或${list.high}`}项`,
    };
    return;
  }
}

/** Conjunctions, not the 及 of 普及 nor the 和 of 和谐. */
const JOINT = /以及|和(?![谐平睦解])|(?<![普涉波触惠遍顾推])及(?![时其])|(?<!参)与(?!会)/;

/** How many members a list has: 、 divides for certain; 和 and 及 may divide or belong to a name. */
function count(list: string): { low: number; high: number } | undefined {
  const flat = list.replace(/\([^()]*\)|“[^”]*”|《[^》]*》/g, 'X');
  const commas = flat.split('、').length - 1;
  if (commas < 1) return undefined;
  const joined = flat.split(JOINT).length - 1;
  return { low: commas + 1, high: commas + 1 + joined };
}

/** 一是…，二是…，三是… */
function steps(text: string): { low: number; high: number } | undefined {
  const found = text.match(/[一二三四五六七八九十]是/g)?.length ?? 0;
  return found > 1 ? { low: found, high: found } : undefined;
}

/** 实施以下三大行动： with a list right below it. */
function* inLists({ plan }: View): Generator<Problem> {
  for (const [index, prose] of plan.prose.entries()) {
    const claim = /:$/.test(prose.text) ? claimsOf(prose.text).at(-1) : undefined;
    if (!claim || !/^[”"]?(?:建设|工作|如下|是|包括)?:$/.test(prose.text.slice(claim.end))) continue;
    const rest = plan.prose.slice(index + 1, index + 100);
    const end = rest.findIndex(({ kind, section }) => kind !== 'item' || section !== prose.section);
    const items = end < 0 ? rest : rest.slice(0, end);
    // What is indented further belongs to the item above it.
    const named = items.filter((item) => columnOf(item) <= columnOf(items[0] ?? item));
    if (named.length < 2 || named.length === claim.count || /等[。;]?$/.test(named.at(-1)?.text ?? '')) continue;
    yield {
      span: place(prose, claim.start, claim.end),
      message: `说是“${prose.text.slice(claim.start, claim.end)}”，下面列出的却是${named.length}项`,
    };
  }
}

/** How far an item's marker is indented; a paragraph within an item has none and stands where the item's text does. */
function columnOf({ span: { source, start } }: Prose): number {
  const line = source.text.slice(source.text.lastIndexOf('\n', start - 1) + 1, start);
  return /^(?:[ \t]*(?:[-*+]|\d+[.)])[ \t])/.test(line) ? line.length - line.trimStart().length : line.length;
}

/** A heading that counts what its own headings, or the run-in titles of its paragraphs, name. */
function* inHeadings({ plan }: View): Generator<Problem> {
  for (const section of plan.sections) {
    const title = section.title.value.replace(
      /^(?:第[^章节]+[章节]|[（(]?[一二三四五六七八九十\d]+[)）]?[、.．]?)\s*/,
      '',
    );
    const [claim] = claimsOf(title);
    if (!claim) continue;
    const tail = claim.noun.slice(-2);
    const titles = plan.sections.filter(({ parent }) => parent === section).map((child) => child.title.value);
    const runIns = plan.prose
      .filter((prose) => prose.section === section && prose.kind === 'paragraph')
      .map(({ text }) => /^([^。,;:]{2,25})[。:]/.exec(text)?.[1] ?? '');
    const named = [titles, runIns]
      .map((all) => all.filter((name) => name.includes(tail)).length)
      .find((found) => found >= 2);
    if (named === undefined || named === claim.count) continue;
    yield {
      span: spanOf(section.title, title.slice(claim.start, claim.end)),
      message: `标题说“${title.slice(claim.start, claim.end)}”，本节列出的却是${named}项`,
    };
  }
}

/** A box whose title counts its projects. */
function* inBoxes({ plan }: View): Generator<Problem> {
  for (const { heading, name, items } of plan.boxes) {
    const [claim] = claimsOf(name?.value ?? '');
    const named = items.filter((item) => item.name).length;
    if (claim && named > 1 && named !== claim.count)
      yield {
        span: heading.span,
        message: `专栏名说“${name?.value.slice(claim.start, claim.end)}”，列出的却是${named}个项目`,
      };
  }
}

function spanOf({ span }: { span: Span }, words: string): Span {
  const at = span.source.text.slice(span.start, span.end).indexOf(words);
  return at < 0 ? span : { source: span.source, start: span.start + at, end: span.start + at + words.length };
}
