import { breaks, tellBreak } from '../columns.ts';
import type { Problem, Rule } from '../rule.ts';
import { sameSpan } from '../span.ts';
import { averages } from './ratio/averages.ts';
import { headsInSentence, perHead, perPerson } from './ratio/heads.ts';
import { pairs } from './ratio/pairs.ts';
import { shares } from './ratio/shares.ts';
import { yearly } from './ratio/yearly.ts';

/** A share or a per-capita figure that its own components contradict. */
export const ratioMismatch: Rule = {
  id: 'ratio-mismatch',
  category: 'consistency',
  severity: 'error',
  summary: '占比、人均数、年均数、医护比与它自己的分子分母算不拢。',
  *check(view) {
    const told: Problem[] = [...perHead(view), ...perPerson(view), ...pairs(view)];
    yield* told;
    for (const table of view.plan.tables) for (const broken of breaks(table, ['share'])) yield tellBreak(broken);
    for (const prose of view.plan.prose)
      for (const problem of [...shares(prose), ...headsInSentence(prose), ...averages(prose), ...yearly(prose)])
        if (!told.some(({ span }) => sameSpan(span, problem.span))) yield problem;
  },
};
