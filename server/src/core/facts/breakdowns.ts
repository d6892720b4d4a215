import type { Breakdown, Prose } from '../model.ts';
import { type Amount, readAmounts } from '../quantity/scan.ts';
import { dimensionOf } from '../quantity/units.ts';
import { quantityOf } from '../quantity/value.ts';
import { additive, exhaustive } from './divisions.ts';
import { adds, alike, type Part, type PartList, partsFrom, settle } from './parts.ts';

/** What opens a list of parts behind a whole: （其中, ，其中：, （包括, ：, 由. */
const OPENING = /\((?:其中|包括|含|分别为|分别是)?:?,?|[,:](?:其中|包括|分别为|分别是|由)[:,]?/g;
/** 基层医疗卫生机构中，: the parts of a whole told further up. */
const WITHIN = /(?:^|[。;,:])([^。;,:()、\d]{2,16})中,?/g;
/** A whole behind its parts. */
const SUM = /[,、](?:合计|共计|总计|总数(?:达到?|为)?|共|总共)(?:为|达到?)?$/;
/** 年均150名，其中…; 增加15个: no whole that is divided. */
const NO_WHOLE = /(?:年均|每年|平均|新增|净增|增加|减少)$/;
/** Further away from its list a whole is another matter's. */
const FURTHEST = 40;

/** The wholes of a run of text that are told with their parts: 共427人（其中公开招聘318人、考核招聘109人）. */
export function* readBreakdowns(prose: Prose): Generator<Breakdown> {
  const { text } = prose;
  if (!/其中|包括|分别|组成|\(|[合共总]计|总数|中[,\u4e00-\u9fff]/.test(text)) return;
  const amounts = readAmounts(prose);
  if (amounts.length < 2) return;
  yield* listed(prose, amounts);
  yield* within(prose, amounts);
  yield* summedUp(prose, amounts);
}

/** 共A，其中B、C: the whole is the nearest amount before of the parts' kind. */
function* listed(prose: Prose, amounts: readonly Amount[]): Generator<Breakdown> {
  const { text } = prose;
  for (const { 0: opening, index } of text.matchAll(OPENING)) {
    const from = index + opening.length;
    const word = /[\u4e00-\u9fff]+/.exec(opening)?.[0] ?? '';
    const bracketed = opening.startsWith('(');
    const list = partsFrom(
      text,
      from,
      amounts.filter(({ start }) => start >= from),
      bracketed,
    );
    const [first] = list.parts;
    // （小学6240人、初中3860人）: without a word for it, one amount in brackets adds something.
    if (!first || (!word && list.parts.length < 2)) continue;
    const end = list.parts.at(-1)?.amount.to ?? from;
    if (word === '由' && !/^(?:组成|构成)/.test(text.slice(end))) continue;
    const whole = wholeBefore(text, index, amounts, first, bracketed && !word);
    if (whole) yield* divide(prose, whole, list, /^(?:包括|分别|由)/.test(word));
  }
}

function wholeBefore(
  text: string,
  at: number,
  amounts: readonly Amount[],
  { amount }: Part,
  adjacent: boolean,
): Amount | undefined {
  const before = amounts.filter(({ to }) => to <= at).slice(-2);
  // One amount of another kind may stand between: 项目86个，总投资352亿元，包括交通项目24个.
  const whole = before.reverse().find((each) => adds(each) && alike(each, amount));
  if (!whole?.unit || at - whole.to > FURTHEST || (adjacent && whole.to < at)) return undefined;
  const between = text.slice(whole.to, at);
  const skipped = before[0] !== whole;
  if (/[。;()、]/.test(between) || (!skipped && /[,:]/.test(between))) return undefined;
  return NO_WHOLE.test(text.slice(Math.max(0, whole.from - 4), whole.from)) ? undefined : whole;
}

/** 外出农民工中，省外务工A、省内务工B: the whole is what was told of that name before. */
function* within(prose: Prose, amounts: readonly Amount[]): Generator<Breakdown> {
  const { text } = prose;
  for (const { 0: opening, 1: name = '', index } of text.matchAll(WITHIN)) {
    const from = index + opening.length;
    const list = partsFrom(
      text,
      from,
      amounts.filter(({ start }) => start >= from),
      false,
    );
    const [first] = list.parts;
    if (!first || list.parts.length < 2) continue;
    const told = amounts.filter(
      (each) => each.to <= index + 1 && alike(each, first.amount) && bears(text.slice(0, each.from), name),
    );
    const [whole] = told;
    if (whole && told.every(({ amount }) => amount === whole.amount)) yield* divide(prose, whole, list, false);
  }
}

/** Whether a number stands behind a name, or, in a list, behind what tells the name from others: 外出 for 外出农民工. */
function bears(before: string, name: string): boolean {
  const own = /[^。;,:()、\d]*$/.exec(before.slice(-20))?.[0].replace(/^(?:其中|和)/, '') ?? '';
  return own.endsWith(name) || (own.length > 1 && name.startsWith(own));
}

/** A、B、C，合计D */
function* summedUp(prose: Prose, amounts: readonly Amount[]): Generator<Breakdown> {
  const { text } = prose;
  for (const [index, whole] of amounts.entries()) {
    if (!adds(whole) || !whole.unit || !SUM.test(text.slice(Math.max(0, whole.from - 8), whole.from))) continue;
    const parts: Part[] = [];
    for (const amount of amounts.slice(0, index).reverse()) {
      const end = parts[0]?.amount.from ?? whole.from;
      if (!alike(amount, whole) || /[。;]/.test(text.slice(amount.to, end))) break;
      if (parts.length && !/^[、,和及与]/.test(text.slice(amount.to, end))) break;
      parts.unshift({ name: '', amount, comma: false });
    }
    // Where the list begins nobody says: any run of it that makes the sum will do.
    const sums = parts.map((_, first) => parts.slice(first).reduce((sum, { amount }) => sum + amount.amount, 0));
    if (parts.length < 2 || sums.slice(0, -1).some((sum) => Math.abs(sum - whole.amount) < 1e-6)) continue;
    if (Math.abs((sums[0] ?? 0) - whole.amount) < 0.3 * whole.amount)
      yield* divide(prose, whole, { parts, bracketed: false, open: false }, true);
  }
}

function* divide(prose: Prose, whole: Amount, list: PartList, claimed: boolean): Generator<Breakdown> {
  const { parts, open } = settle(whole, list);
  const names = parts.map(({ name }) => name);
  const all = claimed || exhaustive(names) || (parts.length > 1 && /^其[他它余]/.test(names.at(-1) ?? ''));
  const extent = open ? ('some' as const) : all ? ('all' as const) : ('unsaid' as const);
  const quantities = parts.map(({ amount }) => quantityOf(prose, amount));
  const told = quantityOf(prose, whole);
  const { section } = prose;
  // What overlaps cannot be added up, but each lies within the whole.
  for (const group of claimed || additive(names, dimensionOf(whole.unit))
    ? [quantities]
    : quantities.map((each) => [each]))
    yield { whole: told, parts: group, extent, span: told.span, ...(section && { section }) };
}
