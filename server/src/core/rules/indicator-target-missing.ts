import type { Rule } from '../rule.ts';
import { quote } from '../say.ts';

/** No target, or, of a binding indicator, one that nobody can assess. */
export const indicatorTargetMissing: Rule = {
  id: 'indicator-target-missing',
  category: 'table',
  severity: 'error',
  summary: '指标没有目标值；约束性指标的目标无法考核。',
  *check({ plan }) {
    for (const { indicators, head } of plan.tables) {
      const growth = head.findIndex(({ column }) => column === 'growth');
      for (const { target, baseline, nature, name, cell, row } of indicators) {
        if (!target) continue;
        const heading =
          target.read.kind === 'none' &&
          (baseline?.read.kind ?? 'none') === 'none' &&
          !/约束|预期/.test(nature?.value ?? '');
        const open = target.read.kind === 'state' && !target.read.assessable && /约束/.test(nature?.value ?? '');
        if (open)
          yield {
            span: target.span,
            severity: 'warning',
            message: `约束性指标“${quote(name)}”的目标“${target.value}”无法考核，请写出数值`,
          };
        // 地区生产总值增长 | — | 年均6.5%: the column of growth states the target.
        else if (target.read.kind === 'none' && !heading && !/[^-—/]/.test(row.cells[growth]?.value ?? ''))
          yield { span: cell.span, message: `“${quote(name)}”没有目标值` };
      }
    }
  },
};
