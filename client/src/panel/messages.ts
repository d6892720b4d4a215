import type { Overview, Place } from '../../../server/src/lsp/protocol.ts';

/** What the extension tells the page of the overview: the plan to show. */
export interface Shown {
  readonly uri: string;
  /** null where the document is no plan. */
  readonly overview: Overview | null;
}

/** What the page asks of the extension. `ready` comes first: nothing that is sent before it arrives. */
export type Asked =
  | { readonly kind: 'ready' }
  | { readonly kind: 'export' }
  | { readonly kind: 'go'; readonly place: Place };

/** What the page keeps between two lives, besides what it was told. */
export interface Kept {
  readonly uri?: string;
  readonly choice?: Choice;
  /** How far down the page was. */
  readonly top?: number;
}

export type Filter = 'all' | 'trouble' | 'binding' | 'expected';
export type Column = 'name' | 'unit' | 'nature' | 'baseline' | 'target' | 'change' | 'places';

/** Which rows the reader wants to see, in which order; without a column, in the order of the text. */
export interface Choice {
  readonly filter: Filter;
  readonly query: string;
  readonly sort?: { readonly column: Column; readonly descending: boolean };
}
