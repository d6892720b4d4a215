import type { Severity } from '../core/rule.ts';
import validate from '../generated/planlint.js';
import { type Data, readData } from './data.ts';

/** The name of the configuration file, in the draft's folder or the nearest above it. */
export const configName = 'planlint.json';

/** `default`: the level that the rule has of its own. */
export type Level = Severity | 'off' | 'default';
export const levels: readonly Level[] = ['error', 'warning', 'information', 'hint', 'off', 'default'];

/** Levels as they are written: by rule, by category (`text/*`), for all (`*`). */
export type RuleLevels = Readonly<Record<string, Level>>;

/** What a configuration file says. Paths are as written: relative to the file's own folder. */
export interface Config {
  readonly description?: string;
  readonly extends?: string | readonly string[];
  readonly rules?: RuleLevels;
  readonly overrides?: readonly { readonly files: readonly string[]; readonly rules: RuleLevels }[];
  readonly boxSchema?: string;
  readonly lexicon?: readonly string[];
  readonly typos?: readonly string[];
  readonly plans?: readonly PlanFiles[];
}

/** A plan in several files, in order; globs allowed. */
export interface PlanFiles {
  readonly name?: string;
  readonly files: readonly string[];
}

/** Reads the text of a configuration file. `file` is the name that faults carry. */
export function parseConfig(file: string, text: string): Data<Config> {
  return readData(file, text, validate);
}
