import type { Levels, Rule } from '../core/rule.ts';
import { rules } from '../core/rules/index.ts';
import type { Level, RuleLevels } from './config.ts';
import type { Files } from './files.ts';
import { createMatch } from './globs.ts';
import type { Part } from './parts.ts';

/** Levels that one place of a configuration sets. */
export interface Layer {
  /** A file as the shell names it, a preset, or an option of the command line. */
  readonly from: string;
  /** Which of the `overrides` in it. */
  readonly index?: number;
  readonly rules: RuleLevels;
  /** Whether it is for a source, by its uri. */
  readonly holds: (uri: string) => boolean;
}

/** Who has the last word on a rule. */
export interface Said {
  readonly level: Level;
  readonly layer: Layer;
}

const always = () => true;

/** What the parts set, what yields first: in each part `overrides` come after `rules`. */
export function layersOf(parts: readonly Part[], files: Files): Layer[] {
  return parts.flatMap(({ file, config: { rules = {}, overrides = [] } }) => [
    { from: file, rules, holds: always },
    ...overrides.map((override, index) => {
      const fits = createMatch(override.files);
      return { from: file, index, rules: override.rules, holds: (uri: string) => fits(files.pathFrom(file, uri)) };
    }),
  ]);
}

/** The layer of levels that the user sets for this run. */
export function layerOf(from: string, rules: RuleLevels): Layer {
  return { from, rules, holds: always };
}

/** By rule id, who has the last word on it in a source; a rule of which nobody speaks is left out. */
export function saidOf(layers: readonly Layer[], uri: string): Map<string, Said> {
  const said = new Map<string, Said>();
  for (const layer of layers) {
    if (!layer.holds(uri)) continue;
    for (const rule of rules) {
      const level = levelIn(layer.rules, rule);
      if (level) said.set(rule.id, { level, layer });
    }
  }
  return said;
}

/** The rule's own name says more than its category, the category more than `*`. */
function levelIn(levels: RuleLevels, { id, category }: Rule): Level | undefined {
  return levels[id] ?? levels[`${category}/*`] ?? levels['*'];
}

/** The levels that hold in a source, as `check` takes them. */
export function levelsOf(layers: readonly Layer[], uri: string): Levels {
  const levels: Record<string, Levels[string]> = {};
  for (const [id, { level }] of saidOf(layers, uri)) if (level !== 'default') levels[id] = level;
  return levels;
}

/** Every name under which a level may be set: `*`, the categories, the rules. */
export const ruleNames: readonly string[] = [
  '*',
  ...new Set(rules.map(({ category }) => `${category}/*`)),
  ...rules.map(({ id }) => id),
];
