import { getNodeValue } from 'jsonc-parser';
import type { IndicatorEntry, LexiconFile } from '../core/lexicon.ts';
import validate from '../generated/lexicon.js';
import { faultsOf } from './faults.ts';
import { type Fault, readJson } from './json.ts';

/** Reads a lexicon file of the plan's own. `file` is the name that faults carry. */
export function readLexicon(
  file: string,
  text: string,
): { readonly indicators: readonly IndicatorEntry[] } | { readonly faults: readonly Fault[] } {
  const json = readJson(file, text);
  if ('message' in json) return { faults: [json] };
  const lexicon: unknown = getNodeValue(json.root);
  if (validate(lexicon)) return { indicators: (lexicon as LexiconFile).indicators };
  return { faults: faultsOf(json, validate.errors) };
}
