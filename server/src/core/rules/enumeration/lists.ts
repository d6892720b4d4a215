import { place } from '../../clean.ts';
import type { Prose } from '../../model.ts';
import type { Problem, View } from '../../rule.ts';
import { type Claim, claimsOf, isListed } from './claims.ts';

/** A、B、C三大工程; 三大工程：A、B、C; 三大工程（A、B、C）. */
export function* inSentence(prose: Prose, claim: Claim, from: number): Generator<Problem> {
  const { text } = prose;
  const quote = /[“"]/.test(text[claim.start - 1] ?? '') ? 1 : 0;
  const before =
    /[^。;,:!?()]*$/.exec(text.slice(Math.max(from, claim.start - quote - 300), claim.start - quote))?.[0] ?? '';
  // Another count before this one ends its own list: A、B两条干流和C、D两大湖泊.
  const listed = before.replace(/^.*[二两三四五六七八九十][大项个类条种][^、]{1,8}?[和及与、]/, '');
  const behind =
    /^[”"]?(?::|\(|—{2}|,即|,包括|,分别是)([^。()!?]*)/.exec(text.slice(claim.end, claim.end + 600))?.[1] ?? '';
  // 甲县、乙县、丙县完善五大中心: who does it, not what it is made of.
  const told =
    /[、和及与]$|(?:完善|建设|推进|实施|支持|加强|构建|打造|开展|健全|建成|抓好|落实|组建|启动|做到|坚持|增强|践行)$|的$/.test(
      listed,
    )
      ? undefined
      : isListed(claim) || parallel(listed)
        ? count(listed.replace(/等$/, ''))
        : undefined;
  const clauses = behind.split(/[,;]/).filter(Boolean);
  const after = clauses.length === claim.count ? undefined : (count(clauses[0] ?? '') ?? alike(clauses, claim));
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

/** 政策、资金、项目、人才: members of one length, with a verb before the first. */
function parallel(list: string): boolean {
  const [first = '', second = '', ...more] = list.split('、');
  return first.length >= second.length && second.length > 1 && more.every(({ length }) => length === second.length);
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

/** 产业发展实现新突破，城乡融合实现新突破: as many as there are clauses that all hold what is counted. */
function alike(items: readonly string[], { noun }: Claim): { low: number; high: number } | undefined {
  const found = items.length;
  return found > 1 && items.every((item) => item.includes(noun.slice(-2))) ? { low: found, high: found } : undefined;
}

/** 实施以下三大行动： with a list right below it. */
export function* inLists({ plan }: View): Generator<Problem> {
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
