import type { Amount } from '../quantity/scan.ts';
import { dimensionOf, factorOf, stemOf } from '../quantity/units.ts';

/** One part of a whole as a list names it. */
export interface Part {
  readonly name: string;
  readonly amount: Amount;
  /** Behind a comma: it may be another matter. */
  readonly comma: boolean;
}

/** Parts that follow each other, and whether 等 says that there are more. */
export interface PartList {
  readonly parts: readonly Part[];
  readonly bracketed: boolean;
  readonly open: boolean;
}

/** Kinds of amounts that can be added up; shares and ages cannot. */
const ADDS = /^(?:count|person|visit|money|area|volume|mass|length|power|electricity)$/;
/** What may stand between two parts of one list: a name, and no full stop. */
const BETWEEN = /^[^。;,()]{0,40}$/;
/** How the number before or the list goes on, and no name of a part. */
const NO_NAME = /[比较占增减升降高低多少]$|^$/;
/** What stands in a clause that tells something else than the next part of a list that commas divide. */
const OTHER_MATTER =
  /[比较占增减升降达超获吸带共另含均]|实现|完成|建成|新建|新增|改造|投[入资]|累计|同[比时]|每|以上|覆盖|拥有|涉及|惠及|服务|接待|其中|分别/;

/** Whether amounts of a unit can be added up. */
export function adds({ unit, high }: Amount): boolean {
  return !high && ADDS.test(dimensionOf(unit));
}

/** Whether two amounts count one kind of thing: 万人 and 人, 亿元 and 万元, not 个 and 所. */
export function alike(a: Amount, b: Amount): boolean {
  return a.unit === b.unit || stemOf(a.unit) === stemOf(b.unit);
}

/** The list that begins at an offset: amounts of one kind, each behind its name. `bracketed`: it ends with its bracket. */
export function partsFrom(text: string, from: number, amounts: readonly Amount[], bracketed: boolean): PartList {
  const parts: Part[] = [];
  let last = from;
  for (const amount of amounts) {
    const kind = parts[0]?.amount ?? amount;
    // 执业（助理）医师: what a bracket adds to a name or to the part before divides nothing.
    const between = text.slice(last, amount.from).replace(/\([^()]*\)/g, '');
    // 23所（含一贯制学校9所）: what stands in a bracket is a part of the part before.
    if (!bracketed && inBracket(text, from, amount.start)) continue;
    const [mark = ''] = parts.length ? (/^(?:[、和及与]|,和?)/.exec(between) ?? []) : [];
    const name = between.slice(mark.length).replace(/^[、,和及与]/, '');
    const comma = mark.startsWith(',');
    if ((parts.length && !mark) || (comma && !bracketed && OTHER_MATTER.test(name))) break;
    if (!BETWEEN.test(name) || NO_NAME.test(name) || !adds(amount) || !alike(kind, amount)) break;
    parts.push({ name, amount, comma });
    last = amount.to;
  }
  return { parts, bracketed, open: /^[、,]?等/.test(text.slice(last).replace(/^\([^()]*\)/, '')) };
}

/**
 * The parts that belong to the whole: up to where they make it, and up to the comma of a list that has none before, unless
 * what stands behind it is the last of a list and still has room.
 */
export function settle(whole: Amount, { parts, bracketed, open }: PartList): PartList {
  const commas = parts[1]?.comma;
  let sum = 0;
  for (const [index, { amount, comma }] of parts.entries()) {
    const more = sum + amount.amount * factorOf(amount.unit);
    const room = index === parts.length - 1 && more <= whole.amount * factorOf(whole.unit);
    const made = comma && index > 1 && Math.abs(sum - whole.amount * factorOf(whole.unit)) < 1e-6 * sum;
    if (made || (comma && !bracketed && !commas && !room))
      return { parts: parts.slice(0, index), bracketed, open: false };
    sum = more;
  }
  return { parts, bracketed, open };
}

function inBracket(text: string, from: number, at: number): boolean {
  return text.lastIndexOf('(', at) > Math.max(from - 1, text.lastIndexOf(')', at));
}
