import { breaks, figureOf, TOTAL, tellBreak } from '../columns.ts';
import { groupBy } from '../group.ts';
import { impossible } from '../limits.ts';
import { baseAmount, comparable } from '../measure.ts';
import type { Indicator, Mention, Phrase, Quantity, Table } from '../model.ts';
import type { Problem, Rule, View } from '../rule.ts';
import { quote, sayQuantity } from '../say.ts';
import { sameSpan } from '../span.ts';

/** A part exceeds its whole, or rows do not add up to their total. */
export const partWhole: Rule = {
  id: 'part-whole',
  category: 'table',
  severity: 'error',
  summary: '“其中”大于所属的指标；各行之和不等于合计；部分指标大于整体指标。',
  *check(view) {
    for (const table of view.plan.tables) {
      for (const indicator of table.indicators) yield* exceeds(view, indicator);
      if (table.kind === 'data') yield* sums(table);
      yield* divided(table);
    }
    yield* contained(view);
  },
};

/** A 其中 row against its whole, cell by cell. A rate's part may be higher than the whole. */
function* exceeds({ knowledge }: View, { whole, name, baseline, target }: Indicator): Generator<Problem> {
  if (!whole || knowledge.traitOf(whole.name.value).share || /率|比例|比重|占比|平均|人均/.test(whole.name.value))
    return;
  for (const [part, all] of [
    [baseline, whole.baseline],
    [target, whole.target],
  ] as const) {
    if (part?.read.kind !== 'amount' || all?.read.kind !== 'amount') continue;
    const [a, b] = [part.read.quantity, all.read.quantity];
    if (/[%‰]/.test(a.unit + b.unit) || !comparable(a, b) || /[≥>]/.test(b.bound) || baseAmount(a) <= baseAmount(b))
      continue;
    yield {
      span: part.span,
      message: `“${quote(name)}”${part.value}是“${quote(whole.name)}”${all.value}的一部分，却比它大`,
      related: [{ span: all.span, message: `${quote(whole.name)}：${all.value}` }],
    };
  }
}

/** What the lexicon holds for a part of something else: 婴儿死亡率 within 5岁以下儿童死亡率. */
function* contained({ mentions, knowledge }: View): Generator<Problem> {
  const inTables = mentions.filter(({ indicator, value }) => indicator && value.kind === 'amount');
  const wholes = new Map(inTables.map((mention) => [[mention.key, mention.year, mention.role].join('\n'), mention]));
  for (const part of inTables) {
    const { entry, ...trait } = knowledge.traitOf(part.subject.value);
    if (!entry?.partOf || knowledge.keyOf(entry.name) !== part.key) continue;
    const key = knowledge.keyOf(entry.partOf);
    const whole = wholes.get([key, part.year, part.role].join('\n'));
    const [a, b] = [quantityOf(part), quantityOf(whole)];
    if (
      !whole ||
      !a ||
      !b ||
      !comparable(a, b) ||
      a.unit !== b.unit ||
      /[≥>]/.test(b.bound) ||
      /[≤<]/.test(a.bound) !== /[≤<]/.test(b.bound)
    )
      continue;
    if (baseAmount(a) <= baseAmount(b) || impossible(trait, a) || impossible(trait, b)) continue;
    yield {
      span: part.span,
      message: `“${quote(part.subject)}”${sayQuantity(a)}包含在“${quote(whole.subject)}”${sayQuantity(b)}之内，却比它大`,
      related: [{ span: whole.span, message: `${quote(whole.subject)}：${sayQuantity(b)}` }],
    };
  }
}

function quantityOf(mention: Mention | undefined): Quantity | undefined {
  return mention?.value.kind === 'amount' ? mention.value.quantity : undefined;
}

/** Every column of counts of a table with one total row. */
function* totals({ head, rows }: Table): Generator<Problem> {
  const label = (cells: readonly Phrase[]) => cells.slice(0, 2).some(({ value }) => TOTAL.test(value));
  const total = rows.filter(({ cells }) => label(cells));
  const parts = rows.filter(({ cells }) => !label(cells));
  const [sum] = total;
  // A table with subtotals, or with parts of parts, adds up in its own way.
  if (
    !sum ||
    total.length > 1 ||
    parts.length < 2 ||
    parts.some(
      ({ cells }) => cells.length !== head.length || cells.slice(0, 2).some(({ value }) => /小计|其中/.test(value)),
    )
  )
    return;
  for (const [column, title] of head.entries()) {
    const cell = sum.cells[column];
    const stated = figureOf(cell);
    if (!cell || !stated || column === 0 || /率|比|%|‰|人均|平均|均|每|年份|年度|序号/.test(title.value)) continue;
    const numbers = parts.map(({ cells }) => figureOf(cells[column]));
    if (numbers.some((part) => part === undefined)) continue;
    const added = numbers.reduce((all, part) => all + (part?.amount ?? 0), 0);
    const slack = (stated.step + Math.max(...numbers.map((part) => part?.step ?? 0)) * numbers.length) / 2;
    const whole = stated.step >= 1 && numbers.every((part) => (part?.step ?? 1) >= 1);
    if (Math.abs(added - stated.amount) <= (whole ? 1e-9 : slack) || added > 1.9 * stated.amount) continue;
    const related = parts.flatMap(({ cells }) =>
      cells[column] ? [{ span: cells[column].span, message: `${cells[0]?.value}：${cells[column].value}` }] : [],
    );
    yield {
      span: cell.span,
      message: `“${quote(title)}”一列各行之和是${Number(added.toFixed(6))}，合计写的是${cell.value}`,
      related,
    };
  }
}

/** Where the columns add up and one row's cells do not, the row is told; the total of its column is then no other matter. */
function* sums(table: Table): Generator<Problem> {
  const told = [...totals(table)];
  yield* told;
  const blamed = told.flatMap(({ span, related = [] }) => [span, ...related.map((note) => note.span)]);
  for (const broken of breaks(table, ['sum', 'difference']))
    if (![broken.cell, ...broken.from].some(({ span }) => blamed.some((each) => sameSpan(each, span))))
      yield tellBreak(broken);
}

/** 其中 rows that make their whole in one column and do not in the other. */
function* divided({ indicators }: Table): Generator<Problem> {
  for (const [whole, parts] of groupBy(indicators, ({ whole }) => whole)) {
    if (!whole || parts.length < 2) continue;
    const columns = (['baseline', 'target'] as const).map((column) => columnOf(column, whole, parts));
    const odd = columns.find((column) => column && !column.made);
    if (!odd || !columns.some((column) => column?.made)) continue;
    yield {
      span: odd.whole.span,
      message: `“${quote(whole.name)}”${odd.whole.value}，“其中”各项之和却是${odd.sum}；另一列的各项之和与总数相等`,
      related: odd.parts.map(({ span, value }) => ({ span, message: `其中：${value}` })),
    };
  }
}

function columnOf(column: 'baseline' | 'target', whole: Indicator, parts: readonly Indicator[]) {
  const [all, ...cells] = [whole, ...parts].map((indicator) => indicator[column]);
  const [total, ...figures] = [all, ...cells].map((cell) =>
    cell?.read.kind === 'amount' && cell.read.quantity.bound === '=' ? cell.read.quantity : undefined,
  );
  if (!all || !total || figures.some((figure) => !figure || figure.unit !== total.unit)) return undefined;
  const sum = figures.reduce((added, figure) => added + (figure?.amount ?? 0), 0);
  const slack = [total, ...figures].reduce((added, figure) => added + (figure && figure.step < 1 ? figure.step : 0), 0);
  return {
    whole: all,
    parts: cells.flatMap((cell) => cell ?? []),
    sum: Number(sum.toFixed(6)),
    made: Math.abs(sum - total.amount) <= slack / 2 + 1e-9,
  };
}
