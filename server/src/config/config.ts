import { getNodeValue } from 'jsonc-parser';
import type { Severity } from '../core/rule.ts';
import validate from '../generated/planlint.js';
import { faultsOf } from './faults.ts';
import { type Fault, type Json, readJson } from './json.ts';

/** The name of the configuration file, in the draft's folder or the nearest above it. */
export const configName = 'planlint.json';

/** What planlint.json says. Paths are as written: relative to the file's own folder. */
export interface Config {
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
  readonly boxSchema?: string;
  readonly lexicon?: readonly string[];
  readonly plans?: readonly PlanFiles[];
}

/** A plan in several files, in order; globs allowed. */
export interface PlanFiles {
  readonly name?: string;
  readonly files: readonly string[];
}

export type Parsed = { readonly config: Config; readonly json: Json } | { readonly faults: readonly Fault[] };

/** Reads the text of a planlint.json. `file` is the name that faults carry. */
export function parseConfig(file: string, text: string): Parsed {
  const json = readJson(file, text);
  if ('message' in json) return { faults: [json] };
  const config: unknown = getNodeValue(json.root);
  if (validate(config)) return { config: config as Config, json };
  return { faults: faultsOf(json, validate.errors) };
}
