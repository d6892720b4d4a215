import type { Phrase, Table } from './model.ts';
import { scanAmounts } from './quantity/scan.ts';
import type { Problem } from './rule.ts';
import { quote } from './say.ts';

/** A cell that breaks what all other rows of its table keep: 新增 is 2025 less 2020, 占比 is the row's share of 合计. */
export interface Break {
  readonly kind: 'sum' | 'difference' | 'share' | 'growth';
  readonly title: Phrase;
  readonly row: Phrase;
  readonly cell: Phrase;
  /** What the others make of the cell, with as many digits as it has. */
  readonly expected: string;
  readonly from: readonly Phrase[];
}

export interface Figure {
  readonly amount: number;
  readonly step: number;
}

/** The one exact number of a data cell; a dash counts for nothing. */
export function figureOf(cell: Phrase | undefined): Figure | undefined {
  if (!cell) return undefined;
  if (/^[-—/]*$/.test(cell.value)) return { amount: 0, step: 0 };
  const [amount, other] = scanAmounts(cell.value);
  return amount && !other && amount.bound === '=' && !amount.high && amount.start === 0 ? amount : undefined;
}

/** The row that sums up the others. */
export const TOTAL = /^(?:合计|总计|共计|总和)$/;

const ENDINGS: readonly (readonly [Break['kind'], RegExp])[] = [
  ['share', /占比|比重|比例|占.{0,10}[%(]/],
  ['growth', /(?:增长|增幅|增速|增长率|涨幅)(?:率|幅)?(?:\(%\)|%)?$/],
  ['difference', /新增|净增|增加|增减|增量|变化|结余|盈余|差额|减少/],
  ['sum', /合计|小计|总计|总数|总量|总额|共计|总投资|总收入/],
];
/** Fewer rows prove nothing. */
const FEWEST = 4;
/** A wider table is no one's sum. */
const WIDEST = 14;

/** What one row keeps of a relation: the value that its other cells give the last one, and how far rounding may move it. */
type Relation = (cells: readonly Figure[], total: readonly (Figure | undefined)[]) => Figure | undefined;

/** The cells of a data table that break a relation between columns that every other row keeps. */
export function* breaks({ kind: sort, head, rows }: Table, kinds: readonly Break['kind'][]): Generator<Break> {
  if (sort !== 'data' || rows.length < FEWEST || head.length > WIDEST) return;
  const figures = rows.map(({ cells }) => cells.map(figureOf));
  const total = figures[rows.findIndex(({ cells }) => cells.slice(0, 2).some(({ value }) => TOTAL.test(value)))] ?? [];
  for (const [column, title] of head.entries()) {
    const kind = ENDINGS.find(([, ending]) => ending.test(title.value))?.[0];
    if (!kind || !kinds.includes(kind) || column === 0) continue;
    for (const [columns, relation] of relationsOf(kind, column, head.length)) {
      const odd = oddRow(figures, columns, column, relation, total);
      if (!odd) continue;
      const cells = rows[odd.row]?.cells ?? [];
      const [cell, row] = [cells[column], cells.find(({ value }) => /[\u4e00-\u9fff]/.test(value)) ?? cells[0]];
      if (!cell || !row) continue;
      const digits = Math.max(0, Math.round(-Math.log10(figures[odd.row]?.[column]?.step || 1)));
      yield {
        kind,
        title,
        row,
        cell,
        expected: odd.expected.toFixed(digits),
        from: columns.flatMap((at) => cells[at] ?? []),
      };
      break;
    }
  }
}

/** A break as a rule tells it. */
export function tellBreak({ title, row, cell, expected, from }: Break): Problem {
  return {
    span: cell.span,
    message: `按其他各行的算法，“${quote(row)}”的“${quote(title)}”应为${expected}，此处写${cell.value}`,
    related: from.map(({ span, value }) => ({ span, message: `据此计算：${value}` })),
  };
}

/** The ways in which a column may come from others. */
function* relationsOf(kind: Break['kind'], column: number, width: number): Generator<[number[], Relation]> {
  const others = [...Array(width).keys()].slice(1).filter((at) => at !== column);
  if (kind === 'share') for (const at of others) yield [[at], ([x], total) => over(x, total[at], 100)];
  else if (kind === 'sum') {
    const right = others.filter((at) => at > column);
    const left = others.filter((at) => at < column);
    for (const group of [left, right])
      for (let size = 2; size <= Math.min(6, group.length); size++)
        yield [
          group === left ? group.slice(-size) : group.slice(0, size),
          (all) =>
            added(
              all,
              all.map(() => 1),
            ),
        ];
  } else
    for (const a of others)
      for (const b of others)
        if (a !== b) yield [[a, b], (all) => (kind === 'difference' ? added(all, [1, -1]) : growth(all))];
}

function added(all: readonly Figure[], signs: readonly number[]): Figure {
  return {
    amount: all.reduce((sum, { amount }, at) => sum + amount * (signs[at] ?? 1), 0),
    step: all.reduce((sum, { step }) => sum + (step < 1 ? step : 0), 0),
  };
}

function over(x: Figure | undefined, y: Figure | undefined, scale: number): Figure | undefined {
  if (!x || !y || y.amount === 0) return undefined;
  const amount = (scale * x.amount) / y.amount;
  const [a, b] = [x.step < 1 ? x.step : 0, y.step < 1 ? y.step : 0];
  return { amount, step: Math.abs(amount) * (a / Math.abs(x.amount || 1) + b / Math.abs(y.amount)) };
}

function growth([b, a]: readonly Figure[]): Figure | undefined {
  const ratio = over(b, a, 100);
  return ratio && { ...ratio, amount: ratio.amount - 100 };
}

/** The only row that breaks a relation; undefined where none does, or more, or where it holds of nothing but zeros. */
function oddRow(
  figures: readonly (readonly (Figure | undefined)[])[],
  columns: readonly number[],
  column: number,
  relation: Relation,
  total: readonly (Figure | undefined)[],
): { row: number; expected: number } | undefined {
  let kept = 0;
  let odd: { row: number; expected: number } | undefined;
  for (const [row, cells] of figures.entries()) {
    const inputs = columns.map((at) => cells[at]);
    const told = cells[column];
    if (!told || inputs.some((each) => !each)) continue;
    const result = relation(inputs as Figure[], total);
    if (!result) continue;
    const counted = Number.isInteger(result.amount) && result.step === 0 && told.step >= 1;
    const slack = counted ? 0 : (result.step + told.step) / 2;
    if (Math.abs(result.amount - told.amount) <= slack + 1e-9)
      kept += told.amount !== 0 && inputs.every((each) => each?.amount !== 0) ? 1 : 0;
    else if (odd) return undefined;
    else odd = { row, expected: result.amount };
  }
  return kept >= FEWEST - 1 ? odd : undefined;
}
