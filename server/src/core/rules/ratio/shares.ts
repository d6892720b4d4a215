import type { Prose } from '../../model.ts';
import { type Amount, readAmounts } from '../../quantity/scan.ts';
import { quantityOf } from '../../quantity/value.ts';
import type { Problem } from '../../rule.ts';
import { agrees, basedOn, isExact, type Limits, limitsOf, print, quotient, say } from './figures.ts';

/** 800家，占45%; 398个通客车，占比达到93.4%. */
const SHARE = /^[^,。;:、\d]{0,14},?(?:仅|只)?占(?:比|[^,。;、\d]{0,20}?的?(?:比重|比例)?)?(?:为|达到?|约)?$/;
/** 优良水质断面33个，优良率为86.8%: the rate bears the name of its part. */
const RATE = /^[^,。;:、\d]{0,6},([^,。;:、\d]{2,8})率(?:为|达到?|达)?$/;

/** …共2000家，其中民营800家，占45%: the one whole of the sentence with the part's unit. */
export function* shares(prose: Prose): Generator<Problem> {
  const { text } = prose;
  if (!/占|率/.test(text)) return;
  const amounts = readAmounts(prose);
  for (const [index, share] of amounts.entries()) {
    const part = amounts[index - 1];
    if (!part || share.unit !== '%') continue;
    const sentence = text.lastIndexOf('。', part.start) + 1;
    const before = amounts
      .slice(0, index - 1)
      .filter(({ start, unit }) => start >= sentence && unit === part.unit && unit !== '');
    const isWhole = (each: Amount) => each.amount > part.amount && !isPart(text, amounts, each, part);
    const wholes = isShare(text, part, share)
      ? before.filter(isWhole)
      : isRate(text, part, share)
        ? before.filter((each) => each === amounts[index - 2] && each.amount > part.amount)
        : [];
    const [first] = wholes;
    const nearest = wholes.at(-1);
    if (!first || !nearest || ![...wholes, part, share].every(isExact)) continue;
    const between = text.slice(first.to, part.start);
    if (!/其中|,/.test(between) || /比|较|增|减/.test(between)) continue;
    if (wholes.some((each) => agrees(share, shareOf(part, each))) || sharesOfOneWhole(amounts, before, part, share))
      continue;
    yield {
      span: quantityOf(prose, share).span,
      message: `${say(prose, part)}占${say(prose, nearest)}的${print(share, shareOf(part, nearest))}，此处写${say(prose, share)}`,
      related: basedOn(prose, [part, nearest]),
    };
  }
}

/** 三级公路6377公里，占28.6%；省道348公里，占27.5%: a part of something else, of which the next one is none. */
function isPart(text: string, amounts: readonly Amount[], each: Amount, part: Amount): boolean {
  const told = amounts[amounts.indexOf(each) + 1];
  return told?.unit === '%' && isShare(text, each, told) && !text.slice(told.to, part.start).includes('其中');
}

function isShare(text: string, part: Amount, share: Amount): boolean {
  const between = text.slice(part.to, share.from);
  // 占比分别为: the first share belongs to the first of several parts.
  return SHARE.test(between) && !/分别|[比较增减](?!例|重|为|达|$)/.test(between.replace('占比', '占'));
}

function isRate(text: string, part: Amount, share: Amount): boolean {
  const stem = RATE.exec(text.slice(part.to, share.from))?.[1];
  const clause = /[^,。;:、]*$/.exec(text.slice(Math.max(0, part.from - 30), part.from))?.[0] ?? '';
  return stem !== undefined && clause.includes(stem);
}

/** 710.2万人，占18.4%，其中501.8万人，占13.0%: shares of one whole that is not told. */
function sharesOfOneWhole(amounts: readonly Amount[], before: readonly Amount[], part: Amount, share: Amount): boolean {
  return before.some((other) => {
    const told = amounts[amounts.indexOf(other) + 1];
    if (told?.unit !== '%' || told.amount === 0) return false;
    const expected = (part.amount / other.amount) * told.amount;
    return Math.abs(expected - share.amount) <= share.step / 2 + (expected / told.amount) * (told.step / 2) + 1e-9;
  });
}

function shareOf(part: Amount, whole: Amount): Limits {
  return quotient(limitsOf(part), limitsOf(whole));
}
