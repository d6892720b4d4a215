import confusables from '../../lexicon/confusables.json' with { type: 'json' };
import repeats from '../../lexicon/repeats.json' with { type: 'json' };
import builtIn from '../../lexicon/typos.json' with { type: 'json' };
import type { Body } from './body.ts';

/** What is known of words that go wrong: types and look-up of server/lexicon/{typos,confusables,repeats}.json. */

export interface Typo {
  readonly wrong: string;
  readonly right: string;
  readonly kind?: string;
  /** Lawful texts that hold the wrong one. */
  readonly unless?: readonly string[];
  /** One of these must stand right before or right after. */
  readonly context?: { readonly before?: readonly string[]; readonly after?: readonly string[] };
}

/** What schemas/typos.schema.json says of each. */
export interface TypoList {
  readonly typos?: readonly Typo[];
  /** Texts in which nothing is a typo; one that is itself a typo of the list is one nowhere. */
  readonly allowed?: readonly string[];
}

/** Typos made ready for looking up. */
export interface Typos {
  readonly first: Uint8Array;
  readonly second: Uint8Array;
  readonly byPair: ReadonlyMap<number, readonly { readonly typo: Typo; readonly shift: number }[]>;
}

interface Confusable {
  readonly wrong: string;
  readonly right: string;
  /** Words to which the first character belongs. */
  readonly lawful: readonly string[];
}

/** What schemas/repeats.schema.json says of each. */
interface Repeats {
  readonly particles: Readonly<Record<string, { readonly before: string; readonly after: string }>>;
  readonly words: readonly string[];
  readonly ends: Readonly<Record<string, string>>;
  readonly starts: Readonly<Record<string, string>>;
  readonly again: string;
  readonly alone: string;
  readonly compounds: string;
  readonly pairs: readonly string[];
  readonly never: readonly string[];
}

export const REPEATS: Repeats = repeats;
const { typos: TYPOS } = builtIn as { readonly typos: readonly Typo[] };
const CONFUSABLES = new Map(confusables.confusables.map((each): [string, Confusable] => [each.wrong, each]));

/** 1 at each code unit of the characters: most of a text needs no further look. */
function table(characters: Iterable<string>): Uint8Array {
  const units = new Uint8Array(0x10000);
  for (const character of characters) units[character.charCodeAt(0)] = 1;
  return units;
}

/** Two code units in one small integer; what is lost in it, the look at the text makes good. */
function pair(text: string, at: number): number {
  return ((text.charCodeAt(at) & 0x7fff) << 15) | (text.charCodeAt(at + 1) & 0x7fff);
}

/** Where in the wrong word the two characters stand that the right one has not: an ordinary text hardly ever has them. */
function oddPair({ wrong, right }: Typo): number {
  let same = 0;
  while (same < wrong.length && wrong[same] === right[same]) same++;
  return Math.min(Math.max(0, same - 1), wrong.length - 2);
}

function ready(typos: readonly Typo[]): Typos {
  const byPair = new Map<number, { readonly typo: Typo; readonly shift: number }[]>();
  for (const typo of [...typos].sort((a, b) => b.wrong.length - a.wrong.length)) {
    const shift = oddPair(typo);
    const key = pair(typo.wrong, shift);
    byPair.set(key, [...(byPair.get(key) ?? []), { typo, shift }]);
  }
  const first = table(typos.map((typo) => typo.wrong.slice(oddPair(typo))));
  const second = table(typos.map((typo) => typo.wrong.slice(oddPair(typo) + 1)));
  return { first, second, byPair };
}

const BUILT_IN = ready(TYPOS);
const WITH_OWN = new WeakMap<TypoList, Typos>();
const DOUBTFUL = table(CONFUSABLES.keys());

/** The built-in typos and a list of one's own over them: made ready once for each list. */
export function typosWith(own: TypoList | undefined): Typos {
  if (!own) return BUILT_IN;
  const known = WITH_OWN.get(own);
  if (known) return known;
  const { typos = [], allowed = [] } = own;
  const byWrong = new Map([...TYPOS, ...typos].map((typo) => [typo.wrong, typo]));
  const made = ready([...byWrong.values()].map((typo) => excepting(typo, allowed)));
  WITH_OWN.set(own, made);
  return made;
}

function excepting(typo: Typo, allowed: readonly string[]): Typo {
  const more = allowed.filter((text) => text.includes(typo.wrong));
  return more.length ? { ...typo, unless: [...(typo.unless ?? []), ...more] } : typo;
}

/** The typos in a text, the longest at each place, in order. */
export function findTypos(
  { own, units }: Body,
  { first, second, byPair }: Typos,
): { readonly at: number; readonly typo: Typo }[] {
  const found: { at: number; typo: Typo }[] = [];
  let free = 0;
  for (let at = 0; at < own.length; at++) {
    if (!first[units[at] ?? 0] || !second[units[at + 1] ?? 0]) continue;
    const hit = byPair.get(pair(own, at))?.find(({ typo, shift }) => holds(typo, own, at - shift));
    if (!hit || at - hit.shift < free) continue;
    found.push({ at: at - hit.shift, typo: hit.typo });
    free = at - hit.shift + hit.typo.wrong.length;
  }
  return found;
}

function holds({ wrong, right, unless = [], context }: Typo, text: string, at: number): boolean {
  if (at < 0 || !text.startsWith(wrong, at)) return false;
  // The right word may hold the wrong one: 规范 for 规范化.
  if ([right, ...unless].some((word) => within(word, wrong, text, at))) return false;
  if (!context) return true;
  const { before = [], after = [] } = context;
  return (
    before.some((word) => text.endsWith(word, at)) || after.some((word) => text.startsWith(word, at + wrong.length))
  );
}

/** Whether the text is `word` around the `part` at an offset. */
function within(word: string, part: string, text: string, at: number): boolean {
  for (let shift = word.indexOf(part); shift >= 0; shift = word.indexOf(part, shift + 1))
    if (at >= shift && text.startsWith(word, at - shift)) return true;
  return false;
}

/** Where a text has a character that is often written for another, outside the words that it belongs to. */
export function findDoubtful({ own, units }: Body): number[] {
  const found: number[] = [];
  for (let at = 0; at < own.length; at++) if (DOUBTFUL[units[at] ?? 0] && !isLawful(own, at)) found.push(at);
  return found;
}

/** What the character at an offset may have been meant for. */
export function meantFor(text: string, at: number): string | undefined {
  return CONFUSABLES.get(text[at] ?? '')?.right;
}

/** Whether the character at an offset stands in a word that it belongs to, or is written for no other. */
export function isLawful(text: string, at: number): boolean {
  const pair = CONFUSABLES.get(text[at] ?? '');
  return pair?.lawful.some((word) => within(word, pair.wrong, text, at)) ?? true;
}
