import assert from 'node:assert/strict';
import { cityPlan, report } from './reading.ts';

/** Where a passage stands: a chapter that looks back, or one that sets aims. */
const CHAPTER = { past: '## 一、发展基础\n\n', aim: '## 二、发展目标\n\n' };

/** A passage of a plan, written as officials write. */
export type Passage = readonly [chapter: keyof typeof CHAPTER, text: string];

/** `sum-mismatch | 246所`: what a passage is blamed for, but for the form of the plan around it. */
function blamed([chapter, text]: Passage): string[] {
  return report(cityPlan(CHAPTER[chapter] + text)).findings.flatMap(({ rule, category, span }) =>
    /^(?:consistency|target|text)$/.test(category) ? [`${rule} | ${span.source.text.slice(span.start, span.end)}`] : [],
  );
}

/** Holds a rule to passages that it must blame, each once and for nothing else, and to those that it must leave alone. */
export function spoken(
  rule: string,
  wrong: readonly (readonly [...Passage, quote: string])[],
  right: readonly Passage[],
) {
  describe(rule, () => {
    for (const [chapter, text, quote] of wrong)
      it(`says so: ${text}`, () => assert.deepEqual(blamed([chapter, text]), [`${rule} | ${quote}`]));
    for (const passage of right) it(`is silent: ${passage[1]}`, () => assert.deepEqual(blamed(passage), []));
  });
}
