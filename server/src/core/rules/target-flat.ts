import type { Rule } from '../rule.ts';
import { quote } from '../say.ts';

/** The target equals the baseline of an indicator that could still improve. */
export const targetFlat: Rule = {
  id: 'target-flat',
  category: 'target',
  severity: 'hint',
  summary: '目标值与基期值相同，而指标还有改进的余地。',
  *check({ plan, knowledge }) {
    for (const { indicators } of plan.tables)
      for (const { baseline, target, name, whole } of indicators) {
        if (baseline?.read.kind !== 'amount' || target?.read.kind !== 'amount') continue;
        const [from, to] = [baseline.read.quantity, target.read.quantity];
        if (from.amount !== to.amount || from.bound !== '=' || to.bound !== '=' || from.unit !== to.unit) continue;
        const { direction, confidence, share } = knowledge.traitOf((whole ?? { name }).name.value);
        const limit = direction === 'higher' ? share && to.amount >= 100 : to.amount === 0;
        if (direction === 'neutral' || confidence < 0.8 || limit) continue;
        const related = [{ span: baseline.span, message: `基期：${baseline.value}` }];
        yield {
          span: target.span,
          message: `“${quote(name)}”的目标值与基期值相同（${target.value}），五年没有变化`,
          related,
        };
      }
  },
};
