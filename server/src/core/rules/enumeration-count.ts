import type { Rule } from '../rule.ts';
import { claimsOf } from './enumeration/claims.ts';
import { levels } from './enumeration/levels.ts';
import { inLists, inSentence } from './enumeration/lists.ts';
import { setPhrases } from './enumeration/phrases.ts';
import { inSteps } from './enumeration/steps.ts';
import { inBoxes, inHeadings } from './enumeration/titles.ts';

/** 八大工程 whose list counts otherwise. */
export const enumerationCount: Rule = {
  id: 'enumeration-count',
  category: 'consistency',
  severity: 'warning',
  summary: '说有几大工程、几项行动，列出来的却不是这个数。',
  *check(view) {
    for (const prose of view.plan.prose) {
      const claims = claimsOf(prose.text);
      for (const [index, claim] of claims.entries()) yield* inSentence(prose, claim, claims[index - 1]?.end ?? 0);
      yield* levels(prose);
    }
    yield* inSteps(view);
    yield* inLists(view);
    yield* inHeadings(view);
    yield* inBoxes(view);
    yield* setPhrases(view);
  },
};
