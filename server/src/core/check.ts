import type { Lexicon } from './lexicon.ts';
import type { Mention, Plan, Source } from './model.ts';
import type { FieldCheck, Finding, Severity } from './rule.ts';

export interface Options {
  /** Rule id → severity or 'off'; what is not named keeps its own. */
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
  readonly lexicon?: Lexicon;
  readonly fields?: FieldCheck;
}

export interface Report {
  readonly plan: Plan;
  readonly mentions: readonly Mention[];
  readonly findings: readonly Finding[];
  /** Rules that threw: a defect of the checker, never of the draft. */
  readonly broken: readonly { readonly rule: string; readonly error: string }[];
}

/** Checks the sources, in order, as one plan. Pure; never throws on any text. Findings come in the order of the text. */
export function check(sources: readonly Source[], _options: Options = {}): Report {
  const plan: Plan = {
    sources,
    sections: [],
    tables: [],
    boxes: [],
    prose: [],
    references: [],
    footnotes: [],
    directives: [],
  };
  return { plan, mentions: [], findings: [], broken: [] };
}
