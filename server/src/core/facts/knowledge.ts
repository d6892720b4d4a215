import agriculture from '../../../lexicon/agriculture.json' with { type: 'json' };
import culture from '../../../lexicon/culture.json' with { type: 'json' };
import ecology from '../../../lexicon/ecology.json' with { type: 'json' };
import economy from '../../../lexicon/economy.json' with { type: 'json' };
import education from '../../../lexicon/education.json' with { type: 'json' };
import elderly from '../../../lexicon/elderly.json' with { type: 'json' };
import employment from '../../../lexicon/employment.json' with { type: 'json' };
import endings from '../../../lexicon/endings.json' with { type: 'json' };
import health from '../../../lexicon/health.json' with { type: 'json' };
import science from '../../../lexicon/science.json' with { type: 'json' };
import transport from '../../../lexicon/transport.json' with { type: 'json' };
import urban from '../../../lexicon/urban.json' with { type: 'json' };
import type { EndingsFile, IndicatorEntry, Knowledge, Lexicon, LexiconFile, Trait } from '../lexicon.ts';
import type { Plan } from '../model.ts';
import { normalize } from './naming.ts';
import { nameOf } from './tables.ts';

const { endings: ENDINGS, heads: HEADS, excessive: EXCESSIVE } = endings as EndingsFile;
const FILES = [
  health,
  agriculture,
  culture,
  ecology,
  economy,
  education,
  elderly,
  employment,
  science,
  transport,
  urban,
] as unknown as readonly LexiconFile[];
const BUILT_IN = index(FILES.flatMap(({ indicators }) => indicators));
const BY_LENGTH = [...ENDINGS].sort((a, b) => b.ending.length - a.ending.length);
const NOTHING: Trait = { direction: 'neutral', confidence: 0, share: false, units: [] };

function index(entries: readonly IndicatorEntry[]): Map<string, IndicatorEntry> {
  const byKey = new Map<string, IndicatorEntry>();
  for (const entry of entries)
    for (const name of [entry.name, ...(entry.aliases ?? [])]) byKey.set(normalize(name), entry);
  return byKey;
}

/** What is known of the names in a plan: the built-in lexicon, the plan's own entries over it, and its tables' names. */
export function createKnowledge(plan: Plan, own: Lexicon | undefined): Knowledge {
  const home = { level: plan.frontMatter?.level, place: plan.frontMatter?.place };
  const mine = index(own?.indicators ?? []);
  const plain = remember((name) => normalize(name, home));
  const entryOf = (name: string) => mine.get(plain(name)) ?? BUILT_IN.get(plain(name));
  const one = (name: string) => {
    const entry = entryOf(name);
    return entry ? normalize(entry.name) : plain(name);
  };
  const keyOf = remember((name) => name.split('·').map(one).join('·'));
  const names = new Set(
    plan.tables.flatMap(({ indicators }) =>
      indicators.flatMap((indicator) => [keyOf(indicator.name.value), keyOf(nameOf(indicator))]),
    ),
  );
  const traitOf = remember((name): Trait => {
    const entry = entryOf(name);
    if (entry) return { ...entry, confidence: 1, entry };
    return perOtherHead(plain(name), entryOf) ?? guess(name);
  });
  const lexicon = own ? [{ domain: '', ...own }, ...FILES] : FILES;
  return { lexicon, keyOf, traitOf, knows: (name) => entryOf(name) !== undefined || names.has(keyOf(name)) };
}

/** The same names come up again and again within one check. */
function remember<T>(find: (name: string) => T): (name: string) => T {
  const found = new Map<string, T>();
  return (name) => {
    if (!found.has(name)) found.set(name, find(name));
    return found.get(name) as T;
  };
}

const HEADS_PER: Readonly<Record<string, number>> = { 每千人口: 1e3, 每万人口: 1e4, 每10万人口: 1e5 };

/** 每千人口全科医生数 from what is known of 每万人口全科医生数: the same thing on another scale. */
function perOtherHead(key: string, entryOf: (name: string) => IndicatorEntry | undefined): Trait | undefined {
  const own = Object.keys(HEADS_PER).find((head) => key.startsWith(head));
  if (!own) return undefined;
  for (const [head, count] of Object.entries(HEADS_PER)) {
    const entry = head === own ? undefined : entryOf(head + key.slice(own.length));
    if (!entry) continue;
    const ratio = (HEADS_PER[own] ?? 1) / count;
    const scaled = (range: readonly [number, number] | undefined) =>
      range && ([range[0] * ratio, range[1] * ratio] as const);
    const [possible, plausible] = [scaled(entry.possible), scaled(entry.plausible)];
    const { direction, share, units } = entry;
    return {
      direction,
      share,
      units,
      confidence: 0.9,
      usualHead: head,
      ...(possible && { possible }),
      ...(plausible && { plausible }),
    };
  }
  return undefined;
}

/** What an unknown name's ending and words tell. */
function guess(name: string): Trait {
  const plain = name.replace(/\([^()]*\)/g, '').replace(/\s/g, '');
  if (EXCESSIVE.some((word) => plain.includes(word))) return NOTHING;
  const head = HEADS.find(
    ({ contains, endings: ends }) => plain.includes(contains) && ends.some((end) => plain.endsWith(end)),
  );
  const found = head ?? BY_LENGTH.find(({ ending }) => plain.endsWith(ending));
  return found
    ? { direction: found.direction, confidence: found.confidence, share: found.share, units: found.units ?? [] }
    : NOTHING;
}
