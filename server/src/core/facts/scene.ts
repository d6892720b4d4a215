import type { Knowledge } from '../lexicon.ts';
import type { Change, End, Mention, Pair, Plan, Prose } from '../model.ts';
import type { Group, Subject } from './groups.ts';

export interface Scene {
  readonly prose: Prose;
  readonly plan: Plan;
  readonly knowledge: Knowledge;
}

/** What a run of text states: values of indicators, shares, counts of things, and how values change. */
export type Statement = { readonly mention: Mention } | { readonly change: Change };

/** What the clauses before have told: a clause without numbers, and the last value with its subject. */
export interface Told {
  /** The sentence says what will come, not what is wanted. */
  readonly foretold: boolean;
  /** Whom or what the sentence counts first: a bare 管理率 behind it is theirs. */
  group?: string;
  /** Over how many years its changes are told. */
  readonly over?: number;
  clause?: Subject;
  subject?: Subject;
  from?: End;
  to?: End;
  /** The first value of a change, where no year is told for it. */
  opening?: Group;
  /** The pairs that the sentence has told so far. */
  pairs: readonly Pair[];
  /** A change told before its value: 比2020年提高1.2岁，达到78.6岁. */
  pending?: Omit<Change, 'to'>;
}
