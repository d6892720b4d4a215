import type { Body } from './body.ts';
import type { Knowledge } from './lexicon.ts';
import type { BoxItem, Breakdown, Change, Directive, Mention, Plan, Span } from './model.ts';
import type { Typos } from './words.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';
/** Rule id → its level; a rule that is not named keeps its own. */
export type Levels = Readonly<Record<string, Severity | 'off'>>;
export type Category = 'structure' | 'table' | 'target' | 'box' | 'consistency' | 'text' | 'suppression';

export interface Note {
  readonly span: Span;
  readonly message: string;
}

export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/** `safe`: the text that results is certain; it may be applied without asking. */
export interface Fix {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly Edit[];
}

export interface Problem extends Note {
  readonly severity?: Severity;
  readonly related?: readonly Note[];
  readonly fix?: Fix;
}

export interface Finding extends Problem {
  readonly rule: string;
  readonly category: Category;
  readonly severity: Severity;
  readonly related: readonly Note[];
  /** The reason given in the comment that switches the rule off here. */
  readonly suppressed?: string;
}

/** What a box item lacks, in Chinese words: the answer of the schema that the plan's boxes are held to. */
export interface FieldFault {
  readonly field: string;
  readonly message: string;
}
export interface FieldCheck {
  (item: BoxItem): readonly FieldFault[];
  /** The fields that the schema names besides 名称 and 内容, those that it requires first. */
  readonly asked: readonly AskedField[];
}

export interface AskedField {
  readonly name: string;
  readonly required: boolean;
  /** How it is written, in Chinese. */
  readonly hint?: string;
  readonly choices: readonly string[];
}

/** One mention against all the others of its thing. */
export interface Conflict {
  readonly kind: 'values' | 'units';
  readonly odd: Mention;
  /** What it contradicts; the table's cell first. */
  readonly others: readonly Mention[];
}

export interface View {
  readonly plan: Plan;
  readonly mentions: readonly Mention[];
  readonly changes: readonly Change[];
  readonly breakdowns: readonly Breakdown[];
  /** What the plans above this one state. */
  readonly upstream: readonly Mention[];
  readonly knowledge: Knowledge;
  /** Where mentions of one thing contradict each other. */
  readonly conflicts: readonly Conflict[];
  /** The schema that the plan's boxes are held to; none asks for a name and content alone. */
  readonly fields?: FieldCheck | undefined;
  readonly typos: Typos;
  /** The plan's sources as text, in order, without those in which the rule is off. */
  readonly bodies: readonly Body[];
  /** The comments that have switched nothing off so far, though every rule that they name was run; all of them for the last rule. */
  idle(): readonly Directive[];
}

export interface Rule {
  readonly id: string;
  readonly category: Category;
  readonly severity: Severity;
  /** One Chinese sentence: what it flags. */
  readonly summary: string;
  check(view: View): Iterable<Problem>;
}
