import type { Indicator } from '../model.ts';
import type { Problem, Rule } from '../rule.ts';
import { quote } from '../say.ts';

/** 指标性质 is 约束性 or 预期性, and nothing else. */
export const indicatorNature: Rule = {
  id: 'indicator-nature',
  category: 'table',
  severity: 'error',
  summary: '指标性质空着，或者既不是约束性也不是预期性。',
  *check({ plan }) {
    for (const table of plan.tables) {
      const natures = table.indicators.filter(({ nature }) => nature && meant(nature.value));
      // A column that never holds either word is a column of something else.
      if (natures.length === 0) continue;
      for (const indicator of table.indicators) yield* judge(indicator);
    }
  },
};

function* judge({ nature, name, cell, whole, target }: Indicator): Generator<Problem> {
  if (!nature || /约束性|预期性/.test(nature.value)) return;
  const empty = /^[-—/]*$/.test(nature.value);
  // A merged cell leaves its part's blank; a row without a target heads a group.
  if (empty && (whole || !target || target.read.kind === 'none')) return;
  if (empty) {
    yield { span: cell.span, message: `“${quote(name)}”没有写指标性质，应为约束性或预期性` };
    return;
  }
  const right = meant(nature.value);
  const message = `“${quote(name)}”的指标性质“${nature.value}”${right ? `应为“${right}”` : '既不是约束性，也不是预期性'}`;
  yield {
    span: nature.span,
    message,
    ...(right && { fix: { title: `改为${right}`, safe: true, edits: [{ span: nature.span, newText: right }] } }),
  };
}

/** The word that a slip of the pen stands for: one character wrong or the last one missing. */
function meant(written: string): string | undefined {
  return ['约束性', '预期性'].find((word) => {
    const kept = [...word].filter((char, index) => written[index] === char).length;
    return kept === 3 || (written.length >= 2 && written.length <= 3 && kept === 2);
  });
}
