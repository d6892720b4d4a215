import type { Options } from '../core/check.ts';
import type { IndicatorEntry } from '../core/lexicon.ts';
import type { FieldCheck } from '../core/rule.ts';
import { compileBoxSchema } from './box-schema.ts';
import { type Config, parseConfig } from './config.ts';
import { defaultFields } from './fields.ts';
import { type Fault, faultIn, type Json } from './json.ts';
import { readLexicon } from './lexicon.ts';

/** A configuration ready for use: what it says, and what `check` takes. */
export interface Loaded {
  readonly config: Config;
  readonly options: Options;
  /** Its text with the places of its values, for faults found later. */
  readonly json?: Json;
}

/** Gives the text of a file named in the configuration, by the path written there; undefined where it cannot be read. */
export type ReadNear = (path: string) => Promise<string | undefined>;

/** What holds where no planlint.json does. */
export const noConfig: Loaded = { config: {}, options: { fields: defaultFields } };

/** Reads planlint.json and the files that it names. Faults carry `file`, or the path of the named file as it is written there. */
export async function loadConfig(
  file: string,
  text: string,
  read: ReadNear,
): Promise<Loaded | { readonly faults: readonly Fault[] }> {
  const parsed = parseConfig(file, text);
  if ('faults' in parsed) return parsed;
  const { config, json } = parsed;
  const fields = await fieldsOf(config, json, read);
  const indicators = await indicatorsOf(config, json, read);
  if (typeof fields !== 'function') return { faults: fields };
  if ('faults' in indicators) return indicators;
  return { config, json, options: { rules: config.rules, fields, ...(config.lexicon && { lexicon: { indicators } }) } };
}

async function fieldsOf({ boxSchema }: Config, json: Json, read: ReadNear): Promise<FieldCheck | readonly Fault[]> {
  if (boxSchema === undefined) return defaultFields;
  const text = await read(boxSchema);
  return text === undefined ? [unread(json, ['boxSchema'], boxSchema)] : compileBoxSchema(boxSchema, text);
}

async function indicatorsOf({ lexicon = [] }: Config, json: Json, read: ReadNear) {
  const indicators: IndicatorEntry[] = [];
  for (const [index, path] of lexicon.entries()) {
    const text = await read(path);
    if (text === undefined) return { faults: [unread(json, ['lexicon', index], path)] };
    const file = readLexicon(path, text);
    if ('faults' in file) return file;
    indicators.push(...file.indicators);
  }
  return indicators;
}

function unread(json: Json, at: readonly (string | number)[], path: string): Fault {
  return faultIn(json, at, `读不到“${path}”：请按相对于本文件的路径填写，并存为 UTF-8 编码`);
}
