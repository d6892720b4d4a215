import type { Knowledge } from '../lexicon.ts';
import type { Indicator, Mention, Plan, Quantity, Reading } from '../model.ts';
import { readUnit } from '../quantity/units.ts';
import { normalize, soundsMeasured } from './naming.ts';
import { placeOfCaption } from './places.ts';
import { PER_HEAD } from './subjects.ts';
import { roleOf } from './time.ts';

type Cell = Reading & { readonly year?: number };

/** The unit that a row gives its values: of the name's bracket or the 单位 column, else of the indicator it is part of. */
export function unitOf(indicator: Indicator): string {
  for (const { value } of indicator.units) {
    const unit = readUnit(value);
    if (unit !== undefined) return unit;
  }
  return indicator.whole && indicator.units.length === 0 ? unitOf(indicator.whole) : '';
}

/** The full name of a row: a part is counted per head as its whole is, and bears the whole's name where its own is none. */
export function nameOf({ name, whole }: Indicator): string {
  // 高技能人才 of 技能人才总量 says for itself what it is.
  if (!whole || names(name.value, whole.name.value)) return name.value;
  if (name.value.length <= 6 || !soundsMeasured(name.value)) return `${nameOf(whole)}·${name.value}`;
  const perHead = PER_HEAD.test(name.value) ? '' : (PER_HEAD.exec(nameOf(whole))?.[0] ?? '');
  return perHead + name.value;
}

/** Whether a part's name holds, at its end, all that its whole counts. */
function names(part: string, whole: string): boolean {
  const core = normalize(whole);
  return core.length > 2 && part.length > core.length && normalize(part).endsWith(core);
}

/** What a row is about: the key and the scope under which other places that state it meet. */
export interface Identity {
  readonly key: string;
  readonly scope: string;
}

/** Every row of the plan's indicator tables, with what it is about. */
export function* readRows(plan: Plan, knowledge: Knowledge): Generator<Identity & { readonly indicator: Indicator }> {
  for (const table of plan.tables) {
    const scope = placeOfCaption(table.caption, plan);
    for (const indicator of table.indicators) yield { indicator, scope, key: knowledge.keyOf(nameOf(indicator)) };
  }
}

/** What an indicator table's rows state, cell by cell. */
export function* readTableMentions(plan: Plan, knowledge: Knowledge): Generator<Mention> {
  for (const { indicator, ...identity } of readRows(plan, knowledge)) {
    const { baseline, target, history } = indicator;
    if (baseline) yield* cell(plan, indicator, identity, baseline, 'baseline');
    if (target) yield* cell(plan, indicator, identity, target, 'target');
    for (const past of history) yield* cell(plan, indicator, identity, past, 'history');
  }
}

function* cell(
  plan: Plan,
  indicator: Indicator,
  identity: Identity,
  reading: Cell,
  column: 'baseline' | 'target' | 'history',
): Generator<Mention> {
  const { read } = reading;
  if (read.kind !== 'amount' && read.kind !== 'range' && read.kind !== 'relative') return;
  const { base, target } = plan.years;
  const year = reading.year ?? (column === 'baseline' ? base : column === 'target' ? target : undefined);
  const unit = unitOf(indicator);
  const withUnit = (quantity: Quantity): Quantity => (quantity.unit ? quantity : { ...quantity, unit });
  const value =
    read.kind === 'amount'
      ? { ...read, quantity: withUnit(read.quantity) }
      : read.kind === 'range'
        ? { ...read, low: withUnit(read.low), high: withUnit(read.high) }
        : read;
  yield {
    subject: { value: nameOf(indicator), span: indicator.name.span },
    ...identity,
    role: year === undefined ? column : roleOf(year, plan.years),
    value,
    from: 'table',
    indicator,
    span: reading.span,
    ...(year !== undefined && { year }),
    ...(indicator.section && { section: indicator.section }),
  };
}
