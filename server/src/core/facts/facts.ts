import type { Knowledge, Lexicon } from '../lexicon.ts';
import type { Mention, Plan } from '../model.ts';
import { createKnowledge } from './knowledge.ts';
import { readTableMentions } from './tables.ts';
import { readMentions } from './text.ts';

export interface Facts {
  readonly mentions: readonly Mention[];
  readonly knowledge: Knowledge;
}

/** Who says what: every statement of the plan's tables, then of its text and boxes, in their order. */
export function readFacts(plan: Plan, lexicon: Lexicon | undefined): Facts {
  const knowledge = createKnowledge(plan, lexicon);
  const told = plan.prose
    .filter(({ kind }) => kind !== 'note')
    .flatMap((prose) => [...readMentions({ prose, plan, knowledge })]);
  return { mentions: [...readTableMentions(plan, knowledge), ...told], knowledge };
}
