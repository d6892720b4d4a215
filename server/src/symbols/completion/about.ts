import type { Report } from '../../core/check.ts';
import { rules } from '../../core/rules/index.ts';
import { severityWord } from '../../core/say.ts';
import type { Topic } from './proposal.ts';

/** What more there is to tell of a proposal, in lines of plain words. */
export function about({ kind, name }: Topic, { knowledge }: Report): string[] {
  if (kind === 'rule') {
    const rule = rules.find(({ id }) => id === name);
    return rule ? [rule.summary, `级别：${severityWord[rule.severity]}`] : [];
  }
  const { entry } = knowledge.traitOf(name);
  if (!entry) return [];
  const { aliases = [], units, direction, share, source, possible } = entry;
  return [
    ...(units.join('') ? [`单位：${units.filter(Boolean).join('、')}`] : []),
    ...(direction === 'neutral' ? [] : [direction === 'higher' ? '越高越好' : '越低越好']),
    ...(share || !possible ? [] : [`可能的范围：${possible.join('—')}${units[0] ?? ''}`]),
    ...(aliases.length ? [`又称：${aliases.join('、')}`] : []),
    `出处：${source}`,
  ];
}
