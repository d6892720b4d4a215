import type { Report } from '../../core/check.ts';
import { directionOf } from '../../core/direction.ts';
import { unitOf } from '../../core/facts/tables.ts';
import type { Bound, Indicator, Mention, Reading, Span } from '../../core/model.ts';
import { quote, sayValue, sayWhen } from '../../core/say.ts';
import { type Movement, movementBetween, movementOfRow, sayGrowth, sayMovement, sayYearly } from '../change.ts';
import type { Thing } from '../things.ts';
import type { Block, Card, Words } from './card.ts';
import { statementsOf } from './statements.ts';

/** What the plan says of a thing: from what to what, what is known of it, where it is told and whether all places agree. */
export function cardOfThing(report: Report, thing: Thing, here: Span): Card {
  return [
    { line: [{ strong: titleOf(thing) }] },
    ...sentence(aimOf(report, thing), '，'),
    ...sentence(traitsOf(report, thing), '；'),
    ...aboveOf(report, thing),
    ...statementsOf(report, thing, here),
  ];
}

/** Whether there is more to say of a thing than that it stands where the reader sees it. */
export function isWorthTelling({ knowledge }: Report, { rows, mentions, name }: Thing): boolean {
  return rows.length > 0 || mentions.length > 1 || knowledge.traitOf(name).entry !== undefined;
}

function sentence(parts: readonly (string | undefined)[], between: string): Block[] {
  const said = parts.filter((part) => part);
  return said.length ? [{ line: [said.join(between)] }] : [];
}

/** 孕产妇死亡率（其中：农村） */
function titleOf({ rows: [row], mentions: [mention], scope, name }: Thing): string {
  const own = row ? quote(row.name) : mention ? quote(mention.subject) : name;
  const full = row?.whole ? `${quote(row.whole.name)}（其中：${own}）` : own;
  return scope && !full.startsWith(scope) ? `${full}（${scope}）` : full;
}

/** 2020年77.6岁 → 2025年78.6岁，提高1岁，年均提高0.2岁 */
function aimOf(report: Report, thing: Thing): (string | undefined)[] {
  const [row] = thing.rows;
  return row ? aimOfRow(report, thing, row) : aimOfText(thing);
}

function aimOfRow({ plan }: Report, { mentions }: Thing, row: Indicator): (string | undefined)[] {
  const when = (role: 'baseline' | 'target', year = plan.years[role === 'target' ? 'target' : 'base']) =>
    sayWhen({ role, ...(year !== undefined && { year }) });
  const say = (cell: Reading) => {
    const mention = mentions.find(({ span, value }) => span === cell.span && value.kind !== 'relative');
    return mention ? sayValue(mention) : cell.read.kind === 'none' ? '未列数值' : quote(cell);
  };
  const { baseline, target } = row;
  const from = baseline ? [`${when('baseline', baseline.year)}${say(baseline)}`] : [];
  const movement = movementOfRow(row, plan.years);
  if (target?.read.kind !== 'relative') {
    const to = target ? [`${when('target', target.year)}${say(target)}`] : [];
    return [[...from, ...to].join(' → '), ...sayAll(movement)];
  }
  const end = movement && [`共${sayMovement(movement)}`, `${when('target', target.year)}${endOf(movement, row)}`];
  return [[...from, say(target)].join(' → '), ...(end ?? [])];
}

function aimOfText({ mentions }: Thing): (string | undefined)[] {
  const first = (role: Mention['role']) =>
    mentions.find((mention) => mention.role === role && mention.value.kind !== 'relative');
  const [from, to] = [first('baseline'), first('target')];
  if (!from || !to) return [];
  const stated = ({ value, year }: Mention) => ({ read: value, ...(year !== undefined && { year }) });
  const ends = [from, to].map((mention) => `${sayWhen(mention)}${sayValue(mention)}`);
  return [ends.join(' → '), ...sayAll(movementBetween(stated(from), stated(to)))];
}

function sayAll(movement: Movement | undefined): (string | undefined)[] {
  return movement ? [sayMovement(movement), sayYearly(movement), sayGrowth(movement)] : [];
}

const BOUNDS: Readonly<Record<Bound, string>> = {
  '=': '',
  '≈': '约',
  '≥': '不低于',
  '≤': '不高于',
  '>': '高于',
  '<': '低于',
};

/** 每年降低0.5个百分点 comes to 49.6%. */
function endOf({ to, bound }: Movement, row: Indicator): string {
  const own = row.baseline?.read.kind === 'amount' ? row.baseline.read.quantity.unit : '';
  return `相当于${BOUNDS[bound]}${to}${own || unitOf(row)}`;
}

/** 单位：岁；越高越好；预期性；出自“十四五”国民健康规划 */
function traitsOf({ knowledge }: Report, { rows: [row], mentions: [mention], key }: Thing): (string | undefined)[] {
  if (key.includes('|')) return [];
  const phrases = row ? [row.name, ...(row.whole ? [row.whole.name] : [])] : mention ? [mention.subject] : [];
  const names = phrases.map(({ value }) => value);
  const direction = directionOf(knowledge, names);
  const traits = names.map(knowledge.traitOf);
  const sure = traits.find((trait) => trait.direction === direction)?.confidence === 1;
  const better = direction === 'higher' ? '越高越好' : '越低越好';
  const unit = row && (row.units[0] ? quote(row.units[0]) : unitOf(row));
  const source = traits[0]?.entry?.source;
  return [
    unit && `单位：${unit}`,
    direction === 'neutral' ? undefined : `${better}${sure ? '' : '（按名称推断）'}`,
    row?.nature && quote(row.nature),
    source && `出自${source}`,
  ];
}

/** What the plans above set for it, the row's target before what only the text says. */
function aboveOf({ upstream }: Report, { key, scope }: Thing): Block[] {
  const aims = upstream.filter(
    (mention) => mention.key === key && mention.scope === scope && mention.role === 'target',
  );
  const aim = aims.find(({ indicator }) => indicator) ?? aims[0];
  const words: Words[] = aim ? ['上位规划：', { words: `${sayWhen(aim)}${sayValue(aim)}`, to: aim.span }] : [];
  return aim ? [{ line: words }] : [];
}
