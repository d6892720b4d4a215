import { directionOf, directionOfRow } from '../direction.ts';
import type { Direction } from '../lexicon.ts';
import { impossible } from '../limits.ts';
import { baseAmount, comparable, misworded } from '../measure.ts';
import type { Bound, Indicator, Mention, Quantity } from '../model.ts';
import type { Problem, Rule, Severity, View } from '../rule.ts';
import { quote, sayQuantity, sayValue } from '../say.ts';

const NATURAL: Readonly<Record<Direction, RegExp>> = { higher: /[≥>]/, lower: /[≤<]/, neutral: /[^\s\S]/ };

/** The target moves the wrong way for what the indicator means. */
export const targetDirection: Rule = {
  id: 'target-direction',
  category: 'target',
  severity: 'error',
  summary: '目标的方向反了：该提高的降低了，该降低的提高了。',
  *check(view) {
    // 提高到 a lower value: the verb is wrong or the values are swapped, which change-verb says.
    const slips = view.changes.flatMap((change) =>
      misworded(change) ? change.pairs.map(({ to }) => to.quantity) : [],
    );
    for (const mention of view.mentions) {
      const { indicator, value, role } = mention;
      if (slips.some(({ span }) => span.source === mention.span.source && span.start === mention.span.start)) continue;
      const direction = wanted(view, mention);
      if (direction === 'neutral') continue;
      const good = direction === 'higher' ? '越高越好' : '越低越好';
      const name = quote(mention.subject);
      const aims = indicator ? indicator.target?.span === mention.span : role === 'target' || role === 'milestone';
      if (!aims) continue;
      if (value.kind === 'relative') {
        if (value.by && (value.trend === 'up') !== (direction === 'higher'))
          yield { span: spanOf(mention), message: `“${name}”${good}，目标却是${sayValue(mention)}` };
        continue;
      }
      const baseline = baselineOf(mention);
      const target = value.kind === 'amount' ? value.quantity : direction === 'higher' ? value.high : value.low;
      yield* judge(view, mention, direction, good, baseline, target);
    }
    yield* movements(view);
  },
};

/** What is measured by how far it moves: 降幅, 减排量. */
const MOVEMENT = /(?:[升降增涨减]幅|增速|增长率|下降率|降低率|减[排少]量|减少率|削减|降低)/;

/** 在2020年基础上上升15%, 提高到12%: an aim that is told by how it is to move alone. */
function* movements({ changes, knowledge }: View): Generator<Problem> {
  for (const { by, pairs, to, role, trend, yearly, subject } of changes) {
    if (pairs.length || yearly || (role !== 'target' && role !== 'milestone')) continue;
    const told = by ?? to?.quantity;
    const direction = directionOf(knowledge, [subject.value]);
    if (!told || direction === 'neutral' || (trend === 'up') === (direction === 'higher')) continue;
    // 控制在5%以内，比2020年提高0.5个百分点: within the bound, what it may come to is no aim.
    if (MOVEMENT.test(subject.value) || (by && to && to.quantity.bound !== '=')) continue;
    const [good, verb] = direction === 'higher' ? ['越高越好', '降低'] : ['越低越好', '提高'];
    yield { span: told.span, message: `“${quote(subject)}”${good}，目标却是${verb}${by ? '' : '到'}${told.value}` };
  }
}

function* judge(
  view: View,
  mention: Mention,
  direction: Direction,
  good: string,
  baseline: Quantity | undefined,
  target: Quantity,
): Generator<Problem> {
  const trait = view.knowledge.traitOf(mention.subject.value);
  const name = quote(mention.subject);
  const span = spanOf(mention);
  if (impossible(trait, target) || (baseline && impossible(trait, baseline))) return;
  const natural = NATURAL[direction].test(target.bound);
  if (/[≥≤<>]/.test(target.bound) && !natural && mention.indicator) {
    yield {
      span,
      message: `“${name}”${good}，目标“${target.value}”却规定了${/[≤<]/.test(target.bound) ? '上限' : '下限'}`,
    };
    return;
  }
  if (!baseline || !comparable(baseline, target) || !worse(direction, baseline, target)) return;
  const severity: Severity = natural ? 'warning' : 'error';
  const related = mention.indicator?.baseline
    ? [{ span: mention.indicator.baseline.span, message: `基期：${sayQuantity(baseline)}` }]
    : [{ span: baseline.span, message: `原来：${sayQuantity(baseline)}` }];
  const fact = natural
    ? `界限${sayQuantity(target)}比基期${sayQuantity(baseline)}还差，等于允许变差`
    : `由${sayQuantity(baseline)}变为${sayQuantity(target)}，方向相反`;
  yield { span, severity, message: `“${name}”${good}，${fact}`, related };
}

function wanted({ knowledge }: View, { indicator, subject, key }: Mention): Direction {
  if (key.includes('|')) return 'neutral';
  return indicator ? directionOfRow(knowledge, indicator) : directionOf(knowledge, [subject.value]);
}

/** A row's own baseline cell, with the unit that the row gives it; in the text, the first value of 从A提高到B. */
function baselineOf({ indicator, before, value }: Mention): Quantity | undefined {
  if (!indicator) return before;
  const read = (indicator as Indicator).baseline?.read;
  if (read?.kind !== 'amount') return undefined;
  const unit = value.kind === 'amount' ? value.quantity.unit : value.kind === 'range' ? value.low.unit : '';
  return read.quantity.unit ? read.quantity : { ...read.quantity, unit };
}

function worse(direction: Direction, baseline: Quantity, target: Quantity): boolean {
  const open = !baseline.unit || !target.unit;
  const [from, to] = open ? [baseline.amount, target.amount] : [baseAmount(baseline), baseAmount(target)];
  const rough = ([baseline.bound, target.bound] as Bound[]).includes('≈')
    ? 0.02 * Math.abs(from)
    : 1e-9 * Math.abs(from);
  return direction === 'higher' ? to < from - rough : to > from + rough;
}

function spanOf({ indicator, span, value }: Mention): Mention['span'] {
  if (indicator?.target) return indicator.target.span;
  return value.kind === 'amount' ? value.quantity.span : span;
}
