import type { Knowledge, Lexicon } from '../lexicon.ts';
import type { Breakdown, Change, Mention, Plan } from '../model.ts';
import { readBreakdowns } from './breakdowns.ts';
import { createKnowledge } from './knowledge.ts';
import { inPlaces } from './places.ts';
import { readTableMentions } from './tables.ts';
import { readStatements } from './text.ts';

export interface Facts {
  /** Every value that is stated: in the tables, then in the text and the boxes. */
  readonly mentions: readonly Mention[];
  /** Values told without saying exactly when (现有): no more than a slip of the pen in them can be seen. */
  readonly vague: readonly Mention[];
  readonly changes: readonly Change[];
  readonly breakdowns: readonly Breakdown[];
  readonly knowledge: Knowledge;
}

/** Who says what: every statement of the plan's tables, then of its text and boxes, in their order. */
export function readFacts(plan: Plan, lexicon: Lexicon | undefined): Facts {
  const knowledge = createKnowledge(plan, lexicon);
  const mentions: Mention[] = [...readTableMentions(plan, knowledge)];
  const vague: Mention[] = [];
  const changes: Change[] = [];
  const breakdowns: Breakdown[] = [];
  for (const prose of plan.prose) {
    if (prose.kind === 'note') continue;
    const told: Mention[] = [];
    for (const statement of readStatements({ prose, plan, knowledge }))
      if ('mention' in statement) told.push(statement.mention);
      else changes.push(statement.change);
    for (const mention of inPlaces(told, prose, plan, knowledge)) (mention.vague ? vague : mentions).push(mention);
    breakdowns.push(...readBreakdowns(prose));
  }
  return { mentions, vague, changes, breakdowns, knowledge };
}
