/** The vocabulary of the checker: types only. Offsets are half-open UTF-16 offsets into a source's text. */

export interface Source {
  readonly uri: string;
  /** Without a byte order mark: whoever reads a file strips it, or every offset is one too high. */
  readonly text: string;
}

export interface Span {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}

/** A text that was understood, and the place where it was written. */
export interface Phrase {
  readonly value: string;
  readonly span: Span;
}

/** Anything that stands in the plan. */
export interface Passage {
  readonly span: Span;
  readonly section?: Section;
}

export interface Section extends Passage {
  readonly title: Phrase;
  /** 1 for the plan's title, 2 for a chapter, down to 6. */
  readonly level: number;
  readonly parent?: Section;
}

export type Bound = '=' | '≈' | '≥' | '≤' | '>' | '<';

/** One number with its unit and bound. `span` covers what states it, bound words included. */
export interface Quantity extends Phrase {
  readonly amount: number;
  /** As lexicon/units.json names it; '' where none is written. */
  readonly unit: string;
  readonly bound: Bound;
  /** What the last written digit is worth, in `unit`: 0.01 for 15.74. */
  readonly step: number;
  /** Where the number with its unit stands, without the bound words. */
  readonly core: Span;
}

export type Trend = 'up' | 'down';

/** What a cell or a phrase states. What cannot be read is a value too: a rule speaks for it. */
export type Value =
  | { readonly kind: 'amount'; readonly quantity: Quantity }
  | { readonly kind: 'range'; readonly low: Quantity; readonly high: Quantity }
  | { readonly kind: 'ratio'; readonly left: number; readonly right: number }
  /** 每年降低0.5个百分点; 在2020年基础上增长10%左右; 同比例提高 (no `by`). */
  | { readonly kind: 'relative'; readonly trend: Trend; readonly by?: Quantity; readonly yearly: boolean }
  /** 完成, 全覆盖, 持续改善, 保持稳定. `assessable` is false where nobody can tell whether it was reached. */
  | { readonly kind: 'state'; readonly assessable: boolean }
  /** 城镇80左右 居民70 */
  | { readonly kind: 'several'; readonly quantities: readonly Quantity[] }
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable'; readonly reason: string; readonly repaired?: string };

/** A text freed of markup, stray spaces and full-width forms, and where its pieces stand in the source. */
export interface Written {
  readonly source: Source;
  readonly text: string;
  /** The unit `at` of the text, and all that follow it up to the next piece, stand from `from` on. Never empty. */
  readonly pieces: readonly { readonly at: number; readonly from: number }[];
}

export interface Reading extends Phrase {
  readonly read: Value;
}

export type Column =
  | 'domain'
  | 'number'
  | 'name'
  | 'unit'
  | 'baseline'
  | 'target'
  | 'history'
  | 'growth'
  | 'nature'
  | 'office'
  | 'remark'
  | 'other';

export interface HeadCell extends Phrase {
  readonly column: Column;
  readonly year?: number;
}

export interface Row extends Passage {
  readonly cells: readonly Phrase[];
}

export interface Table extends Passage {
  readonly kind: 'indicator' | 'data';
  readonly caption?: Phrase;
  readonly head: readonly HeadCell[];
  readonly headSpan: Span;
  /** How many columns the delimiter row makes; where it differs from `head`, Markdown sees no table. */
  readonly delimiters: number;
  readonly rows: readonly Row[];
  /** Rows that repeat the head's words instead of naming an indicator. */
  readonly secondHeads: readonly Row[];
  readonly indicators: readonly Indicator[];
  readonly note?: Phrase;
}

/** One row of an indicator table. */
export interface Indicator extends Passage {
  readonly row: Row;
  /** The cell's text without the unit's bracket and without 其中. */
  readonly name: Phrase;
  readonly cell: Phrase;
  readonly domain?: string;
  readonly number?: Phrase;
  readonly nature?: Phrase;
  /** Every place that states a unit: the name's last bracket, the 单位 column. */
  readonly units: readonly Phrase[];
  readonly baseline?: Reading & { readonly year?: number };
  readonly target?: Reading & { readonly year?: number };
  readonly history: readonly (Reading & { readonly year?: number })[];
  /** A 其中 row: the indicator that it is a part of. */
  readonly whole?: Indicator;
}

export type BoxForm = 'quote' | 'table' | 'heading' | 'paragraph';

export interface BoxField {
  readonly name: Phrase;
  readonly content: Phrase;
}

export interface BoxItem extends Passage {
  readonly number?: Phrase;
  readonly name?: Phrase;
  readonly content?: Phrase;
  readonly fields: readonly BoxField[];
  /** False where the paragraph may as well be an introduction, a note, or the rest of the item above. */
  readonly certain: boolean;
  /** Where in the content another bold project name begins. */
  readonly runOn: readonly Span[];
}

export interface Box extends Passage {
  readonly form: BoxForm;
  readonly heading: Phrase;
  readonly number?: Phrase;
  readonly name?: Phrase;
  readonly items: readonly BoxItem[];
}

/** A run of text in which facts are looked for. */
export interface Prose extends Passage, Written {
  readonly kind: 'paragraph' | 'item' | 'box' | 'note' | 'caption';
}

export interface Reference extends Passage {
  readonly kind: 'box' | 'table' | 'figure' | 'annex' | 'section' | 'footnote';
  readonly label: string;
}

export interface FrontMatter {
  readonly span: Span;
  readonly entries: ReadonlyMap<string, Phrase>;
  readonly title?: string;
  readonly place?: string;
  readonly level?: string;
  readonly baseYear?: number;
  readonly targetYear?: number;
  readonly period?: { readonly from: number; readonly to: number };
  /** The paths of the 上位规划, as written. */
  readonly upstream: readonly Phrase[];
  /** A YAML mistake, where the parser met it. */
  readonly fault?: Phrase;
}

/** A table of contents: its heading, and what it lists, without page numbers and links. */
export interface Contents extends Passage {
  readonly heading: Phrase;
  readonly entries: readonly Phrase[];
}

/** A suppression comment. `rules` may hold `category/*` and `*`. */
export interface Directive {
  readonly span: Span;
  readonly kind: 'next-line' | 'from' | 'until' | 'file' | 'table';
  readonly rules: readonly string[];
  readonly row?: string;
  readonly reason: string;
}

export interface Plan {
  readonly sources: readonly Source[];
  /** The baseline's and the target's year, from the front matter or the title's 五年 ordinal. */
  readonly years: { readonly base?: number; readonly target?: number };
  readonly frontMatter?: FrontMatter;
  readonly sections: readonly Section[];
  readonly tables: readonly Table[];
  /** Whatever is drawn as a table: these, boxes in the form of one, tables within quotes and lists. */
  readonly grids: readonly Span[];
  readonly boxes: readonly Box[];
  readonly prose: readonly Prose[];
  readonly references: readonly Reference[];
  readonly footnotes: readonly Phrase[];
  /** Tables of contents; their headings are none of `sections`. */
  readonly contents: readonly Contents[];
  readonly directives: readonly Directive[];
}

export type Role = 'history' | 'baseline' | 'milestone' | 'target';

/** One end of a change: a value, and the year that it is told for. */
export interface End {
  readonly quantity: Quantity;
  readonly year?: number;
}

export interface Pair {
  readonly from: End;
  readonly to: End;
}

/** 从A提高到B，提高C: a change as the text tells it. Without `by`, the verb alone claims something. */
export interface Change extends Passage {
  readonly subject: Phrase;
  readonly key: string;
  readonly trend: Trend;
  /** The values that the change may be told of; where a sentence tells of several pairs, all of them. */
  readonly pairs: readonly Pair[];
  /** The value reached, where none is told that it comes from. */
  readonly to?: End;
  readonly by?: Quantity;
  /** 年均: `by` is told for a year. */
  readonly yearly: boolean;
  /** 五年来, “十三五”期间: over how many years, where the sentence says so. */
  readonly over?: number;
  /** The year that the change reaches, where no value is told for it. */
  readonly year?: number;
  /** Where the text says for when the change is told or wanted. */
  readonly role?: Role;
  /** 比2020年: the year that `by` is counted from, where no `from` is told. */
  readonly since?: number;
}

/** 共A（其中B、C）: a whole and the parts that are told with it. */
export interface Breakdown extends Passage {
  readonly whole: Quantity;
  readonly parts: readonly Quantity[];
  /** Whether the parts claim to make the whole, may or may not, or leave something out (等). */
  readonly extent: 'all' | 'unsaid' | 'some';
}

/** Who says what: one statement of one value of one indicator or countable thing. */
export interface Mention extends Passage {
  /** As written. */
  readonly subject: Phrase;
  /** The name under which mentions of the same thing meet. */
  readonly key: string;
  readonly scope: string;
  readonly year?: number;
  readonly role: Role;
  readonly value: Extract<Value, { kind: 'amount' | 'range' | 'relative' }>;
  /** The first value of 从A提高到B. */
  readonly before?: Quantity;
  readonly from: 'table' | 'text' | 'box';
  /** 现有: told of about the time of the baseline, not of a year. */
  readonly vague?: true;
  /** 累计: the sum of several years, not the value of one. */
  readonly total?: true;
  readonly indicator?: Indicator;
}
