import endings from '../../../lexicon/endings.json' with { type: 'json' };
import health from '../../../lexicon/health.json' with { type: 'json' };
import type { EndingsFile, IndicatorEntry, Knowledge, Lexicon, Trait } from '../lexicon.ts';
import type { Plan } from '../model.ts';
import { normalize } from './naming.ts';

const { endings: ENDINGS, heads: HEADS, excessive: EXCESSIVE } = endings as EndingsFile;
const FILES = [health] as unknown as readonly Lexicon[];
const BUILT_IN = index(FILES.flatMap(({ indicators }) => indicators));
const BY_LENGTH = [...ENDINGS].sort((a, b) => b.ending.length - a.ending.length);
const NOTHING: Trait = { direction: 'neutral', confidence: 0, share: false, units: [] };

function index(entries: readonly IndicatorEntry[]): Map<string, IndicatorEntry> {
  const byKey = new Map<string, IndicatorEntry>();
  for (const entry of entries) for (const name of [entry.name, ...(entry.aliases ?? [])]) byKey.set(normalize(name), entry);
  return byKey;
}

/** What is known of the names in a plan: the built-in lexicon, the plan's own entries over it, and its tables' names. */
export function createKnowledge(plan: Plan, own: Lexicon | undefined): Knowledge {
  const place = plan.frontMatter?.place ?? '';
  const mine = index(own?.indicators ?? []);
  const entryOf = (name: string) => {
    const key = normalize(name, place);
    return mine.get(key) ?? BUILT_IN.get(key);
  };
  const keyOf = (name: string) => {
    const entry = entryOf(name);
    return entry ? normalize(entry.name) : normalize(name, place);
  };
  const names = new Set(plan.tables.flatMap(({ indicators }) => indicators.map(({ name }) => keyOf(name.value))));
  const traitOf = (name: string): Trait => {
    const entry = entryOf(name);
    return entry ? { ...entry, confidence: 1, entry } : guess(name);
  };
  return { keyOf, traitOf, knows: (name) => entryOf(name) !== undefined || names.has(keyOf(name)) };
}

/** What an unknown name's ending and words tell. */
function guess(name: string): Trait {
  const plain = name.replace(/\([^()]*\)/g, '').replace(/\s/g, '');
  if (EXCESSIVE.some((word) => plain.includes(word))) return NOTHING;
  const head = HEADS.find(({ contains, endings: ends }) => plain.includes(contains) && ends.some((end) => plain.endsWith(end)));
  const found = head ?? BY_LENGTH.find(({ ending }) => plain.endsWith(ending));
  return found ? { direction: found.direction, confidence: found.confidence, share: found.share, units: found.units ?? [] } : NOTHING;
}
