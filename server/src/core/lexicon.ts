/** What is known of indicators and units, as data: types of the files in server/lexicon (schemas/lexicon.schema.json). */

export type Direction = 'higher' | 'lower' | 'neutral';

export interface IndicatorEntry {
  readonly name: string;
  readonly aliases?: readonly string[];
  /** The usual one first. '' for an index or a ratio that has none. */
  readonly units: readonly string[];
  readonly direction: Direction;
  /** In the first unit: outside it, no such value exists. */
  readonly possible?: readonly [number, number];
  /** In the first unit: outside it, a unit or a scale is wrong. */
  readonly plausible?: readonly [number, number];
  /** A part of a whole: 0 to 100 %. */
  readonly share: boolean;
  /** The plan or standard that defines it. */
  readonly source: string;
}

export interface LexiconFile {
  readonly domain: string;
  readonly indicators: readonly IndicatorEntry[];
}

export interface Lexicon {
  readonly indicators: readonly IndicatorEntry[];
}
