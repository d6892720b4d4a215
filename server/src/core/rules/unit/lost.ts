import { groupBy } from '../../group.ts';
import { significant, unitLost } from '../../misprint.ts';
import type { Breakdown, Plan, Span } from '../../model.ts';
import { readAmounts, scanAmounts } from '../../quantity/scan.ts';
import { factorOf, readUnit, stemOf } from '../../quantity/units.ts';
import { quantityOf } from '../../quantity/value.ts';
import type { Problem } from '../../rule.ts';

/** 3186.0万人，其中A 1258.6人、B 1927.4万人 */
export function* inBreakdowns(breakdowns: readonly Breakdown[]): Generator<Problem> {
  for (const breakdown of breakdowns) {
    const part = unitLost(breakdown);
    const { whole, parts } = breakdown;
    if (part)
      yield {
        span: part.span,
        message: `各项的数相加正好是${whole.value}，这里的单位却是“${part.unit}”，总数的单位是“${whole.unit}”`,
        related: [whole, ...parts.filter((each) => each !== part)].map(({ span, value }) => ({ span, message: value })),
      };
  }
}

/** A number with so many digits that it does not come twice by chance. */
interface Figure {
  readonly amount: number;
  readonly unit: string;
  /** What stands before it, or heads its column. */
  readonly about: string;
  readonly words: string;
  readonly span: Span;
}

const DIGITS = 4;
const BEFORE = 18;
/** Common to figures of any kind. */
const COMMON = /达到|增加|提高|累计|其中|全[省市县]|年[末底]|20\d\d年|总计|合计/g;

/** 累计结余2387.6亿元 and 累计结余2387.6万元: one number to the last digit, with and without its multiple. */
export function* inFigures(plan: Plan): Generator<Problem> {
  const found = [...figures(plan)];
  for (const same of groupBy(found, ({ amount, unit }) => `${amount}${stemOf(unit)}`).values()) {
    const forms = [...groupBy(same, ({ unit }) => factorOf(unit)).values()].sort((a, b) => b.length - a.length);
    const [usual = [], ...others] = forms;
    for (const odd of others.flat()) {
      const like = usual.find((each) => isLost(each.unit, odd.unit) && sharesWords(each.about, odd.about));
      if (!like) continue;
      yield {
        span: odd.span,
        message: `此处写${odd.words}，别处同一个数是${like.words}，请核对单位`,
        related: [{ span: like.span, message: like.words }],
      };
    }
  }
}

function isLost(a: string, b: string): boolean {
  const power = Math.abs(Math.log10(factorOf(a) / factorOf(b)));
  return power === 4 || power === 8;
}

function* figures({ prose, tables }: Plan): Generator<Figure> {
  for (const run of prose)
    for (const amount of readAmounts(run)) {
      if (significant(amount) < DIGITS || !stemOf(amount.unit) || amount.high) continue;
      const about = run.text.slice(Math.max(0, amount.from - BEFORE), amount.from);
      const { span } = quantityOf(run, amount);
      yield { amount: amount.amount, unit: amount.unit, about, words: run.text.slice(amount.start, amount.end), span };
    }
  for (const { kind, head, rows } of tables)
    for (const [column, { value: title }] of kind === 'data' ? head.entries() : []) {
      const unit = readUnit(/[(（]([^()（）]+)[)）]$/.exec(title)?.[1] ?? '');
      if (!unit || !stemOf(unit)) continue;
      for (const { cells } of rows) {
        const cell = cells[column];
        const [amount] = cell ? scanAmounts(cell.value) : [];
        if (!cell || !amount || amount.unit || significant(amount) < DIGITS) continue;
        yield { amount: amount.amount, unit, about: title, words: `${cell.value}${unit}`, span: cell.span };
      }
    }
}

/** Whether two texts share a word of two characters that says what is counted. */
function sharesWords(a: string, b: string): boolean {
  const [one, other] = [a, b].map((text) => text.replace(COMMON, ' ')) as [string, string];
  for (let at = 0; at < one.length - 1; at++) {
    const word = one.slice(at, at + 2);
    if (/^[\u4e00-\u9fff]{2}$/.test(word) && other.includes(word)) return true;
  }
  return false;
}
