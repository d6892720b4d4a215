import type { Report } from '../core/check.ts';
import type { Indicator, Mention, Span } from '../core/model.ts';
import { quote, sayPlace, sayValue } from '../core/say.ts';
import { isLimit, type Movement, movementOfRow, sayGrowth, sayMovement, sayYearly } from './change.ts';
import { differencesOf } from './differences.ts';

/** A few words to show behind a value, which are no part of the text. */
export interface Hint {
  readonly kind: 'change' | 'difference';
  /** The value that it stands behind. */
  readonly span: Span;
  readonly label: string;
  /** What the label means, in a sentence. */
  readonly tooltip: string;
  /** Where the end of the label comes from, and how long that end is. */
  readonly from?: { readonly span: Span; readonly length: number };
}

const known = new WeakMap<Report, readonly Hint[]>();

/** Behind the targets of indicator tables how far they go; behind values in the text that contradict a table, the table's. */
export function hintsOf(report: Report): readonly Hint[] {
  const found = known.get(report) ?? [...changes(report), ...differences(report)];
  known.set(report, found);
  return found;
}

/** What is itself told as a change over years: how it differs from what it was in one year means nothing. */
const CHANGE = /年均|累计|(?:增长|增速|增幅|降幅|降低|下降|削减|减少|提高)(?:率|幅度|比例)?$/;

function* changes({ plan }: Report): Generator<Hint> {
  for (const { indicators } of plan.tables)
    for (const row of indicators) {
      const { target, baseline } = row;
      if (target?.read.kind !== 'amount' || !baseline || CHANGE.test(row.name.value)) continue;
      const movement = movementOfRow(row, plan.years);
      if (!movement) continue;
      yield { kind: 'change', span: target.span, label: short(row, movement), tooltip: told(row, movement) };
    }
}

/** +1.1 年均+0.22; of what is counted, but not per head, the yearly rate. */
function short({ name }: Indicator, movement: Movement): string {
  const { trend, by, unit, yearly = 0, growth = 0, bound } = movement;
  if (trend === 'flat') return sayMovement(movement);
  const sign = trend === 'up' ? '+' : '−';
  const whole = `${sign}${by}${unit.endsWith('分点') ? unit : ''}`;
  if (isLimit(movement)) return `${trend === 'up' ? '上限' : '下限'}${whole}`;
  const rate = sayGrowth(movement) && !name.value.startsWith('每');
  const each = rate ? `${Math.abs(growth)}%` : sayYearly(movement) && `${yearly}`;
  return `${bound === '≈' ? '约' : ''}${whole}${each ? ` 年均${sign}${each}` : ''}`;
}

/** “人均预期寿命”从79.2到80.3：提高1.1岁，年均提高0.22岁 */
function told({ name, baseline, target }: Indicator, movement: Movement): string {
  const words = [sayMovement(movement), sayYearly(movement), sayGrowth(movement)].filter((part) => part);
  return `“${quote(name)}”从${baseline?.value}到${target?.value}：${words.join('，')}`;
}

function* differences(report: Report): Generator<Hint> {
  for (const { mention, cell } of differencesOf(report)) {
    const when = cell.year === undefined ? '' : `${cell.year}年`;
    const value = writtenIn(cell);
    yield {
      kind: 'difference',
      span: mention.span,
      label: `表：${value}`,
      tooltip: `${sayPlace(cell)}里“${quote(cell.subject)}”${when}为${value}，此处为${sayValue(mention)}`,
      from: { span: cell.span, length: value.length },
    };
  }
}

/** A range as it is written, everything else with its unit. */
function writtenIn(cell: Mention): string {
  return cell.value.kind === 'range' ? quote({ value: sayValue(cell), span: cell.span }) : sayValue(cell);
}
