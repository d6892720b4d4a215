import { InvalidArgumentError } from 'commander';
import { type Level, levels, type RuleLevels, ruleNames, unknownRule } from '../config/index.ts';

/** Adds a level as the user writes it (`target-flat=off`, `text/*=hint`) to those given before. */
export function withLevel(value: string, before: RuleLevels = {}): RuleLevels {
  const [name = '', level = ''] = value.split(/=(.*)/s);
  if (!ruleNames.includes(name)) throw new InvalidArgumentError(unknownRule(name, ruleNames));
  if (isLevel(level)) return { ...before, [name]: level };
  throw new InvalidArgumentError(`应写作“规则=级别”，级别可用：${levels.join('、')}`);
}

function isLevel(word: string): word is Level {
  return (levels as readonly string[]).includes(word);
}
