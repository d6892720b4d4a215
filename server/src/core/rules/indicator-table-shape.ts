import type { HeadCell, Row, Table } from '../model.ts';
import type { Problem, Rule } from '../rule.ts';
import { quote } from '../say.ts';

const REQUIRED = { name: '指标名称', baseline: '基期值', target: '目标值' } as const;

/** A column missing, a row too long or too short, a second head, an empty row. */
export const indicatorTableShape: Rule = {
  id: 'indicator-table-shape',
  category: 'table',
  severity: 'error',
  summary: '指标表缺列，一行的单元格比表头多或少，有两行表头，或者夹着空行。',
  *check({ plan }) {
    for (const table of plan.tables) {
      const { head, delimiters, headSpan } = table;
      if (head.length !== delimiters) {
        const message = `表头有${head.length}格，下面的分隔行有${delimiters}格，Markdown 不会把它当作表格；请补上缺的一格或删去多的一格`;
        yield { span: headSpan, message };
      } else if (table.kind === 'indicator') yield* shape(table);
    }
  },
};

function* shape({ head, headSpan, rows, secondHeads }: Table): Generator<Problem> {
  for (const [column, name] of Object.entries(REQUIRED))
    if (!head.some((cell) => cell.column === column)) yield { span: headSpan, message: `指标表缺少“${name}”一列` };
  for (const [index, cell] of head.entries())
    if (cell.value === '' && rows.some(({ cells }) => cells[index]?.value))
      yield { span: headSpan, message: `表头第${index + 1}格是空的，下面的单元格却有内容` };
  for (const row of rows) {
    const { span, cells } = row;
    if (isEmpty(row))
      yield {
        span,
        message: '空行：表格里的这一行没有内容',
        fix: { title: '删去空行', safe: true, edits: [{ span: wholeLine(row), newText: '' }] },
      };
    else if (cells.length !== head.length) yield { span, message: misfit(head, row) };
    else if (secondHeads.includes(row))
      yield { span, message: '第二行表头：Markdown 的表格只有一行表头，请并入上一行' };
  }
}

function isEmpty({ cells }: Row): boolean {
  return cells.every(({ value }) => value === '');
}

function misfit(head: readonly HeadCell[], { cells }: Row): string {
  const [more, less] = [cells.length - head.length, head.length - cells.length];
  const named = cells.find(({ value }) => value.length > 3) ?? cells.find(({ value }) => value);
  const name = named ? quote(named) : '';
  return `“${name}”一行有${cells.length}格，${more > 0 ? `比表头多${more}格` : `比表头少${less}格`}（表头${head.length}格），后面的值会错位`;
}

function wholeLine({ span }: Row): Row['span'] {
  const { text } = span.source;
  let start = span.start;
  while (start > 0 && text[start - 1] !== '\n') start--;
  const next = text.indexOf('\n', span.end);
  return { source: span.source, start, end: next < 0 ? text.length : next + 1 };
}
