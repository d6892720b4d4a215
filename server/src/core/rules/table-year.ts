import type { HeadCell, Plan, Table } from '../model.ts';
import { yearsOfTitle } from '../period.ts';
import type { Problem, Rule } from '../rule.ts';

/** The head's years do not fit the plan's. */
export const tableYear: Rule = {
  id: 'table-year',
  category: 'table',
  severity: 'warning',
  summary: '指标表的年份与规划的基期年、目标年不符。',
  *check({ plan }) {
    for (const table of plan.tables) {
      yield* strayYears(plan, table);
      if (table.kind !== 'indicator') continue;
      yield* caption(plan, table);
      const { base, target } = plan.years;
      const { period } = plan.frontMatter ?? {};
      for (const cell of table.head) {
        if (cell.column === 'baseline' && misses(cell, base)) yield* problem(plan, cell, `基期年是${base}年`);
        else if (cell.column === 'target' && misses(cell, target)) yield* problem(plan, cell, `目标年是${target}年`);
        else if (cell.column === 'target' && cell.year && period && (cell.year > period.to || cell.year < period.from))
          yield* problem(plan, cell, `规划期是${period.from}—${period.to}年`);
      }
    }
  },
};

function misses({ year }: HeadCell, planned: number | undefined): boolean {
  return year !== undefined && planned !== undefined && year !== planned;
}

function* problem({ frontMatter }: Plan, cell: HeadCell, fact: string): Generator<Problem> {
  const entry = ['规划期', '目标年', '基期年']
    .map((key) => frontMatter?.entries.get(key))
    .find((phrase) => phrase && fact.includes(phrase.value.slice(0, 4)));
  const related = entry ? [{ span: entry.span, message: fact }] : [];
  yield { span: cell.span, message: `表头写“${cell.value}”，本规划的${fact}`, related };
}

/** “十三五”…指标 over a table of the 十四五 */
function* caption(plan: Plan, table: Table): Generator<Problem> {
  const titled = table.caption && yearsOfTitle(table.caption.value);
  const { target } = plan.years;
  if (titled && target !== undefined && titled.to !== target && table.caption)
    yield {
      span: table.caption.span,
      message: `表题说的是${titled.from}—${titled.to}年的规划，本规划的目标年是${target}年`,
    };
}

/** 2026年 in the head of any table of a plan that ends in 2025: neither within the period nor a long-range year. */
function* strayYears({ years: { target } }: Plan, { kind, head }: Table): Generator<Problem> {
  if (kind === 'indicator' || target === undefined) return;
  for (const { value, span, year } of head)
    if (year !== undefined && year > target && year < target + 5)
      yield { span, message: `表头写“${value}”，超出了规划期（到${target}年）` };
}
