import type { Rule } from '../rule.ts';

/** A comment that switches rules off and does not say why: a reviewer cannot judge it. */
export const suppressionReason: Rule = {
  id: 'suppression-reason',
  category: 'suppression',
  severity: 'warning',
  summary: '关闭规则的注释没有写明理由。',
  *check({ plan }) {
    for (const { span, kind, reason } of plan.directives) {
      if (kind === 'until' || reason !== '') continue;
      yield { span, message: '没有写明为什么关闭规则：请在“--”之后写上理由，供审核时查看' };
    }
  },
};
