import { conflicts } from './conflicts.ts';
import { type Facts, readFacts } from './facts/facts.ts';
import { findings } from './findings.ts';
import type { Lexicon } from './lexicon.ts';
import type { Mention, Plan, Source } from './model.ts';
import { createMemory, type Memory } from './parse.ts';
import { readFlow } from './read/flow.ts';
import { readPlan } from './read/plan.ts';
import type { Conflict, FieldCheck, Finding, Levels } from './rule.ts';
import { rules } from './rules/index.ts';
import { type TypoList, typosWith } from './words.ts';

export interface Options {
  /** The levels that hold for a source, by its uri. */
  readonly levels?: (uri: string) => Levels;
  /** Entries of the plan's own; one that bears a known name takes its place. */
  readonly lexicon?: Lexicon;
  /** Typos of the plan's own, likewise. */
  readonly typos?: TypoList;
  readonly fields?: FieldCheck;
  /** The drafts that the front matter names as 上位规划, each a plan of its own. */
  readonly upstream?: readonly Source[];
  /** Tells the time in milliseconds; where it is given, the report says what each rule took. */
  readonly clock?: () => number;
}

export interface Report extends Facts {
  readonly plan: Plan;
  /** What the plans above state. */
  readonly upstream: readonly Mention[];
  readonly conflicts: readonly Conflict[];
  readonly findings: readonly Finding[];
  /** Rules that threw: a defect of the checker, never of the draft. */
  readonly broken: readonly { readonly rule: string; readonly error: string }[];
  /** Milliseconds by rule, where a clock was given. */
  readonly took?: Readonly<Record<string, number>>;
}

/** Checks the sources, in order, as one plan. Pure; never throws on any text. Findings come in the order of the text. */
export function check(sources: readonly Source[], options: Options = {}, memory: Memory = createMemory()): Report {
  const plan = readPlan(sources, readFlow(sources, memory));
  const facts = readFacts(plan, options.lexicon);
  const view = {
    plan,
    ...facts,
    conflicts: conflicts(facts.mentions, facts.vague, facts.knowledge),
    upstream: (options.upstream ?? []).flatMap((source) => above(source, options)),
    fields: options.fields,
    typos: typosWith(options.typos),
  };
  const { upstream } = view;
  return {
    plan,
    ...facts,
    conflicts: view.conflicts,
    upstream,
    ...findings(rules, view, options.levels ?? (() => ({})), options.clock),
  };
}

/** What a plan above states: read like any other, but not checked. */
function above(source: Source, { lexicon }: Options): readonly Mention[] {
  return readFacts(readPlan([source], readFlow([source], createMemory())), lexicon).mentions;
}
