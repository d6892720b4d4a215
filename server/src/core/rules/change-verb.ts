import { misworded } from '../measure.ts';
import type { Rule } from '../rule.ts';
import { quote } from '../say.ts';

/** 提高到 a lower value, 下降到 a higher one. */
export const changeVerb: Rule = {
  id: 'change-verb',
  category: 'consistency',
  severity: 'error',
  summary: '动词与数值矛盾：说“提高到”，数值却降低了；说“下降到”，数值却升高了。',
  *check({ changes }) {
    for (const change of changes) {
      const [pair] = change.pairs;
      if (!pair || !misworded(change)) continue;
      const [from, to] = [pair.from.quantity, pair.to.quantity];
      const [said, seen] = change.trend === 'up' ? ['上升', '降为'] : ['下降', '升为'];
      yield {
        span: to.span,
        message: `“${quote(change.subject)}”说的是${said}，数值却由${from.value}${seen}${to.value}，请核对动词和前后两个数`,
        related: [{ span: from.span, message: `原来：${from.value}` }],
      };
    }
  },
};
