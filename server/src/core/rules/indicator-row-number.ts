import type { Phrase, Row } from '../model.ts';
import type { Edit, Problem, Rule } from '../rule.ts';

/** The running numbers of an indicator table skip or repeat. */
export const indicatorRowNumber: Rule = {
  id: 'indicator-row-number',
  category: 'table',
  severity: 'error',
  summary: '指标表的序号跳号或者重号。',
  *check({ plan }) {
    for (const { kind, head, rows } of plan.tables) {
      const column = head.findIndex((cell) => cell.column === 'number');
      // A row that lost a cell has its number one place off.
      const cellOf = ({ cells }: Row) =>
        cells.length === head.length ? cells[column] : cells.slice(0, 2).find((cell) => numberOf(cell) !== undefined);
      const numbers = kind === 'indicator' && column >= 0 ? rows.flatMap((row) => cellOf(row) ?? []) : [];
      yield* sequence(numbers.filter((cell) => numberOf(cell) !== undefined));
    }
  },
};

function numberOf({ value }: Phrase): number | undefined {
  const digits = /^(\d{1,4})[.、]?$/.exec(value)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function* sequence(cells: readonly Phrase[]): Generator<Problem> {
  let last: number | undefined;
  for (const [index, cell] of cells.entries()) {
    const number = numberOf(cell) ?? 0;
    const expected = last === undefined ? number : last + 1;
    last = number;
    if (number === expected) continue;
    // Where the next row goes on as if this one were right, this one alone is wrong; else all that follow shift.
    const next = cells[index + 1];
    const alone = !next || numberOf(next) === expected + 1;
    if (alone) last = expected;
    const shift = expected - number;
    const edits = (alone ? [cell] : cells.slice(index)).map(
      (wrong): Edit => ({
        span: wrong.span,
        newText: wrong.value.replace(/\d+/, (digits) => String(Number(digits) + shift)),
      }),
    );
    const message =
      number < expected ? `序号${number}重复，应为${expected}` : `序号从${expected - 1}跳到${number}，应为${expected}`;
    yield {
      span: cell.span,
      message,
      fix: { title: alone ? `改为${expected}` : '从此行起重新编号', safe: true, edits },
    };
  }
}
