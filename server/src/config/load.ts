import type { Options } from '../core/check.ts';
import type { FieldCheck } from '../core/rule.ts';
import { compileBoxSchema } from './box-schema.ts';
import { type Config, parseConfig } from './config.ts';
import { defaultFields } from './fields.ts';
import { type Fault, faultIn, type Json } from './json.ts';

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

/** Reads planlint.json and the files that it names. `file` is the name that faults carry. */
export async function loadConfig(
  file: string,
  text: string,
  read: ReadNear,
): Promise<Loaded | { faults: readonly Fault[] }> {
  const parsed = parseConfig(file, text);
  if ('faults' in parsed) return parsed;
  const { config, json } = parsed;
  const fields = await fieldsOf(config, json, read);
  if (typeof fields !== 'function') return { faults: fields };
  return { config, json, options: { rules: config.rules, fields } };
}

async function fieldsOf({ boxSchema }: Config, json: Json, read: ReadNear): Promise<FieldCheck | readonly Fault[]> {
  if (boxSchema === undefined) return defaultFields;
  const text = await read(boxSchema);
  if (text !== undefined) return compileBoxSchema(boxSchema, text);
  return [faultIn(json, ['boxSchema'], `读不到“${boxSchema}”：请按相对于本文件的路径填写`)];
}
