import type { Rule } from '../rule.ts';
import { quote } from '../say.ts';

/** A target relative by a stated amount to a baseline that is not given. */
export const indicatorBaselineMissing: Rule = {
  id: 'indicator-baseline-missing',
  category: 'table',
  severity: 'warning',
  summary: '目标是相对基期的变化，基期值却空着。',
  *check({ plan }) {
    for (const { indicators } of plan.tables)
      for (const { target, baseline, name, cell } of indicators) {
        if (target?.read.kind !== 'relative' || !target.read.by || baseline?.read.kind !== 'none') continue;
        const related = [
          { span: cell.span, message: '指标' },
          { span: baseline.span, message: '基期值' },
        ];
        yield {
          span: target.span,
          related,
          message: `“${quote(name)}”的目标“${target.value}”要以基期值为准，基期值却没有给出`,
        };
      }
  },
};
