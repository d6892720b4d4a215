import { place } from '../../clean.ts';
import type { Prose } from '../../model.ts';
import { chineseNumber } from '../../quantity/numerals.ts';
import type { Problem, View } from '../../rule.ts';
import { type Claim, claim, NUMBER } from './claims.ts';

/** 五个方面的挑战。|一是: what is counted is told step by step behind it, whatever it is. */
const ANNOUNCED = new RegExp(
  `${NUMBER}([大个项条点类种对组](?:方面)?[\\u4e00-\\u9fa5]{0,10}|方面[\\u4e00-\\u9fa5]{0,10})[:。,;](?=一[是要]|第一[,、]|$)`,
  'g',
);
const STEP = /(?<=^|[:。,;])([一二三四五六七八九十]{1,2})([是要])|(?<=^|[:。,;])第([一二三四五六七八九十]{1,2})[,、]/g;
/** No plan goes on for so many paragraphs. */
const MOST = 20;

/** 五个方面的挑战。一是…。二是…。 */
export function* inSteps({ plan }: View): Generator<Problem> {
  for (const [index, prose] of plan.prose.entries()) {
    const { text } = prose;
    const claims = [...text.matchAll(ANNOUNCED)].flatMap(({ 0: all, 1: digits = '', 2: noun = '', index: at }) =>
      claim(digits, noun.slice(1), at).map((each) => ({ ...each, from: at + all.length })),
    );
    for (const [order, found] of claims.entries()) {
      const rest = text.slice(found.from, claims[order + 1]?.start);
      const steps = rest ? stepsOf(rest) : stepsBelow(plan.prose.slice(index + 1, index + MOST), prose);
      if (steps && steps !== found.count) yield tell(prose, found, steps);
    }
  }
}

function tell(prose: Prose, { start, end }: Claim, steps: number): Problem {
  return {
    span: place(prose, start, end),
    message: `说是“${prose.text.slice(start, end)}”，后面列出的却是${steps}项`,
  };
}

/** Each paragraph that follows opens with its step. */
function stepsBelow(following: readonly Prose[], { section, kind }: Prose): number | undefined {
  const end = following.findIndex(
    (prose) =>
      prose.section !== section ||
      prose.kind !== kind ||
      !/^(?:[一二三四五六七八九十]{1,2}[是要]|第[一二三四五六七八九十]+[,、])/.test(prose.text),
  );
  const texts = (end < 0 ? following : following.slice(0, end)).map(({ text }) => text);
  return texts.length ? stepsOf(texts.join('。')) : undefined;
}

/** How many steps a text takes; undefined where they begin anew or are not counted on from one. */
function stepsOf(text: string): number | undefined {
  let count = 0;
  let word: string | undefined;
  for (const [, numeral = '', verb = '', ordinal = ''] of text.matchAll(STEP)) {
    if (word !== undefined && verb !== word) continue;
    word = verb;
    if (chineseNumber(numeral || ordinal) !== count + 1) return undefined;
    count++;
  }
  return count > 1 ? count : undefined;
}
