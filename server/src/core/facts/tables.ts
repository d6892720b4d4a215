import type { Knowledge } from '../lexicon.ts';
import type { Indicator, Mention, Plan, Quantity, Reading } from '../model.ts';
import { readUnit } from '../quantity/units.ts';
import { soundsMeasured } from './naming.ts';
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
  if (!whole) return name.value;
  if (name.value.length <= 6 || !soundsMeasured(name.value)) return `${nameOf(whole)}·${name.value}`;
  const perHead = PER_HEAD.test(name.value) ? '' : (PER_HEAD.exec(nameOf(whole))?.[0] ?? '');
  return perHead + name.value;
}

/** What an indicator table's rows state, cell by cell. */
export function* readTableMentions(plan: Plan, knowledge: Knowledge): Generator<Mention> {
  for (const table of plan.tables) {
    const scope = placeOfCaption(table.caption, plan);
    for (const indicator of table.indicators) {
      const { baseline, target, history } = indicator;
      if (baseline) yield* cell(plan, knowledge, indicator, scope, baseline, 'baseline');
      if (target) yield* cell(plan, knowledge, indicator, scope, target, 'target');
      for (const past of history) yield* cell(plan, knowledge, indicator, scope, past, 'history');
    }
  }
}

function* cell(
  plan: Plan,
  knowledge: Knowledge,
  indicator: Indicator,
  scope: string,
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
  const name = nameOf(indicator);
  yield {
    subject: { value: name, span: indicator.name.span },
    key: name.split('·').map(knowledge.keyOf).join('·'),
    scope,
    role: year === undefined ? column : roleOf(year, plan.years),
    value,
    from: 'table',
    indicator,
    span: reading.span,
    ...(year !== undefined && { year }),
    ...(indicator.section && { section: indicator.section }),
  };
}
