import type { Indicator } from '../model.ts';
import type { Edit, Problem, Rule } from '../rule.ts';

/** The running numbers of an indicator table skip or repeat. */
export const indicatorRowNumber: Rule = {
  id: 'indicator-row-number',
  category: 'table',
  severity: 'error',
  summary: '指标表的序号跳号或者重号。',
  *check({ plan }) {
    for (const table of plan.tables) yield* sequence(table.indicators.filter((row) => numberOf(row) !== undefined));
  },
};

function numberOf({ number }: Indicator): number | undefined {
  const digits = /^\(?(\d{1,4})\)?[.、]?$/.exec(number?.value ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function* sequence(rows: readonly Indicator[]): Generator<Problem> {
  let last: number | undefined;
  for (const [index, row] of rows.entries()) {
    const number = numberOf(row) ?? 0;
    const expected = last === undefined ? number : last + 1;
    last = number;
    if (number === expected || !row.number) continue;
    // Where the next row goes on as if this one were right, this one alone is wrong; else all that follow shift.
    const next = rows[index + 1];
    const alone = !next || numberOf(next) === expected + 1;
    if (alone) last = expected;
    const wrong = alone ? [row] : rows.slice(index);
    const edits = wrong.flatMap((each): Edit[] =>
      each.number
        ? [
            {
              span: each.number.span,
              newText: each.number.value.replace(/\d+/, String((numberOf(each) ?? 0) - number + expected)),
            },
          ]
        : [],
    );
    const message =
      number < expected ? `序号${number}重复，应为${expected}` : `序号从${expected - 1}跳到${number}，应为${expected}`;
    yield {
      span: row.number.span,
      message,
      fix: { title: alone ? `改为${expected}` : `从此行起重新编号`, safe: true, edits },
    };
  }
}
