import type { HeadCell, Reading } from '../model.ts';
import type { Problem, Rule } from '../rule.ts';

/** A value that cannot be read, a bound written backwards, a bound against its column. */
export const indicatorValue: Rule = {
  id: 'indicator-value',
  category: 'table',
  severity: 'error',
  summary: '指标值读不出来：界限符号写在数字后面，数字里混进字母，空缺写成了别的样子。',
  *check({ plan }) {
    for (const table of plan.tables)
      for (const { baseline, target, history, name } of table.indicators)
        for (const [column, reading] of [
          ['baseline', baseline],
          ['target', target],
          ...history.map((past) => ['history', past] as const),
        ] as const)
          if (reading)
            yield* judge(
              reading,
              name.value,
              table.head.find((cell) => cell.column === column),
            );
  },
};

function* judge(reading: Reading, name: string, column: HeadCell | undefined): Generator<Problem> {
  const { read, value, span } = reading;
  if (read.kind === 'unreadable') {
    const { reason, repaired } = read;
    const message = `“${name}”的值“${value}”${reason}${repaired ? `，应为“${repaired}”` : '，请核对'}`;
    yield {
      span,
      message,
      ...(repaired && { fix: { title: `改为${repaired}`, safe: true, edits: [{ span, newText: repaired }] } }),
    };
  }
  if (read.kind === 'amount' && column && against(column, read.quantity.bound))
    yield { span, message: `“${name}”的界限“${value}”与本列“${column.value}”相反` };
}

/** 目标值（下限） over ≤25 */
function against({ value }: HeadCell, bound: string): boolean {
  const floor = /≥|下限|不低于|最低/.test(value);
  const ceiling = /≤|上限|不高于|不超过|最高/.test(value);
  return floor !== ceiling && ((floor && /[≤<]/.test(bound)) || (ceiling && /[≥>]/.test(bound)));
}
