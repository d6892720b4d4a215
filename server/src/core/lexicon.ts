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
  /** The whole's name: in one place and year this is never more than it; both have the same first unit. */
  readonly partOf?: string;
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

/** A unit of server/lexicon/units.json: `factor` of the dimension's base make one of it. */
export interface UnitEntry {
  readonly unit: string;
  readonly aliases?: readonly string[];
  readonly dimension: string;
  readonly factor: number;
}

/** What the end of an unknown indicator's name tells of it (server/lexicon/endings.json). The longest ending decides. */
export interface Ending {
  readonly ending: string;
  readonly direction: Direction;
  /** 0 to 1; below 0.8 a sane official may want either direction. */
  readonly confidence: number;
  readonly share: boolean;
  readonly units?: readonly string[];
}

/** A word inside a name that ends in 比例, 占比 …: the first in the file that fits decides. */
export interface Head extends Omit<Ending, 'ending'> {
  readonly contains: string;
  readonly endings: readonly string[];
}

export interface EndingsFile {
  readonly endings: readonly Ending[];
  readonly heads: readonly Head[];
  /** A name that holds one of these may well be wanted higher or lower: no direction. */
  readonly excessive: readonly string[];
}

/** What is known, or with some confidence guessed, of one name. */
export interface Trait {
  readonly direction: Direction;
  /** 1 where the lexicon holds the name, less where its ending alone speaks, 0 where nothing does. */
  readonly confidence: number;
  readonly share: boolean;
  readonly units: readonly string[];
  readonly possible?: readonly [number, number];
  readonly plausible?: readonly [number, number];
  readonly entry?: IndicatorEntry;
  /** 每万人口, where the name counts per another number of heads than the lexicon does. */
  readonly usualHead?: string;
}

export interface Knowledge {
  /** What is known before the plan is read: the plan's own entries, of no domain, then each domain's. */
  readonly lexicon: readonly LexiconFile[];
  /** The one name under which all ways to write an indicator meet. */
  keyOf(name: string): string;
  traitOf(name: string): Trait;
  /** Whether the lexicon or the plan's own tables hold the name. */
  knows(name: string): boolean;
}
