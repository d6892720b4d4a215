/** What panels and pages are shown of a plan: plain data, fit for JSON, in Chinese words. `P` is a place as its reader counts. Imports nothing. */

export interface Overview<P> {
  /** As the plan calls itself; '' where it has no title. */
  readonly title: string;
  readonly tables: readonly TableView<P>[];
}

export interface TableView<P> {
  /** '' where the table has none. */
  readonly caption: string;
  readonly place: P;
  /** What the head calls the columns of the two values: 2020年, 2025年目标. */
  readonly baseline: string;
  readonly target: string;
  readonly rows: readonly RowView<P>[];
}

/** One row of an indicator table, and what the whole plan says of its indicator. */
export interface RowView<P> {
  /** The same for the same indicator in the same table as long as it keeps its name. */
  readonly id: string;
  readonly place: P;
  readonly domain: string;
  readonly number: string;
  readonly name: string;
  readonly namePlace: P;
  /** The indicator that a 其中 row is a part of. */
  readonly whole?: string;
  readonly unit: string;
  readonly nature: string;
  readonly baseline?: CellView<P>;
  readonly target?: CellView<P>;
  readonly history: readonly CellView<P>[];
  readonly change?: ChangeView;
  /** 越高越好, 越低越好; '' where it may be wanted either way. */
  readonly direction: string;
  /** Where else the plan states a value of it, by the chapters in which that is. */
  readonly chapters: readonly ChapterView<P>[];
  /** In words, how those places stand to the row: 3处一致, 1处不一致. */
  readonly agreement: string;
  /** How many of those places differ from the row or from each other. */
  readonly differing: number;
  readonly findings: readonly FindingView<P>[];
}

export interface CellView<P> {
  /** As the cell has it, bound words and all. */
  readonly text: string;
  readonly year?: number;
  /** Where the cell states one number in the row's unit. */
  readonly amount?: number;
  readonly place: P;
}

export interface ChangeView {
  readonly from: number;
  readonly to: number;
  /** 提高0.9岁 */
  readonly text: string;
  /** 年均提高0.18岁, and the yearly rate of what is counted. */
  readonly yearly: readonly string[];
  readonly trend: 'up' | 'down' | 'flat';
  /** Absent where no way is known to be the wanted one. */
  readonly way?: 'right' | 'wrong' | 'flat';
}

export interface ChapterView<P> {
  /** '' before the first heading. */
  readonly title: string;
  readonly mentions: readonly MentionView<P>[];
}

export interface MentionView<P> {
  readonly place: P;
  /** The value as it is stated there, and what it is told for: 2025年, 目标. */
  readonly text: string;
  readonly when: string;
  readonly where: 'table' | 'text' | 'box';
  /** `other`: the row has no value to compare it with. */
  readonly verdict: 'agrees' | 'differs' | 'other';
}

export interface FindingView<P> {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly message: string;
  readonly place: P;
}

/** A 专栏 and its projects, with what each lacks. */
export interface BoxView<P> {
  readonly id: string;
  /** 专栏1 公共卫生能力提升工程 */
  readonly title: string;
  readonly chapter: string;
  readonly place: P;
  /** Of the box itself, not of a project in it. */
  readonly findings: readonly FindingView<P>[];
  readonly items: readonly ItemView<P>[];
}

export interface ItemView<P> {
  readonly id: string;
  /** '' where it has none. */
  readonly name: string;
  readonly place: P;
  readonly findings: readonly FindingView<P>[];
}
