import { place } from '../clean.ts';
import type { Knowledge } from '../lexicon.ts';
import type { Mention, Phrase, Plan, Prose } from '../model.ts';
import { type Amount, scanAmounts, scanYears, type Year } from '../quantity/scan.ts';
import { dimensionOf } from '../quantity/units.ts';
import { quantityOf, rangeOf } from '../quantity/value.ts';
import { clauses, type Run, sentences } from './clauses.ts';
import { type Group, groupsOf, type Subject } from './groups.ts';
import { soundsMeasured } from './naming.ts';
import { known, namesOf, subjectOf } from './subjects.ts';
import { countable, counts, scopeOf, thingKey } from './things.ts';
import { defaultWhen, governs, looksBack, roleOf, type When } from './time.ts';

interface Scene {
  readonly prose: Prose;
  readonly plan: Plan;
  readonly knowledge: Knowledge;
}

/** Everything that a run of text states: values of indicators, shares, and counts of things. */
export function* readMentions(scene: Scene): Generator<Mention> {
  const { text } = scene.prose;
  const amounts = outsideBrackets(text, scanAmounts(text));
  if (!amounts.length) return;
  const years = scanYears(text).filter((year) => governs(text, year) || opensChange(text, year));
  const [amountsOf, yearsOf] = [walk(amounts), walk(years)];
  let horizon: number | undefined;
  for (const sentence of sentences(text)) {
    const inSentence = amountsOf(sentence);
    const timed = yearsOf(sentence);
    const ruling = timed.filter((year) => governs(text, year));
    // 到2025年 at a paragraph's head rules all of it, except where the chapter looks back.
    const [head] = ruling;
    if (head && head.start <= 4 && /[到至]/.test(text[head.start - 1] ?? '') && !looksBack(scene.prose.section))
      horizon = head.year;
    if (!inSentence.length) continue;
    let year = ruling.length ? undefined : horizon;
    let previous: Run | undefined;
    for (const clause of clauses(text, sentence)) {
      const own = within(ruling, clause);
      year = own.at(-1)?.year ?? year;
      const groups = groupsOf(text, clause, within(inSentence, clause));
      const fallback =
        year === undefined
          ? defaultWhen(text.slice(sentence.start, sentence.end), scene.prose.section, scene.plan.years)
          : { year, role: roleOf(year, scene.plan.years) };
      const carried = previous && { text: text.slice(previous.start, previous.end), at: previous.start };
      yield* statements(scene, groups, within(timed, clause), fallback, carried);
      if (!groups.length) previous = clause;
      else previous = undefined;
    }
  }
}

/** 从2015年的8.8%: a year that rules its own number only. */
function opensChange(text: string, { start }: Year): boolean {
  return /[从由]/.test(text[start - 1] ?? '');
}

/** Hands out the items of one run after another, in one pass over all of them. */
function walk<T extends Run>(items: readonly T[]): (run: Run) => T[] {
  let next = 0;
  return ({ start, end }) => {
    while (next < items.length && (items[next] as T).start < start) next++;
    const first = next;
    while (next < items.length && (items[next] as T).start < end) next++;
    return items.slice(first, next).filter((item) => item.end <= end);
  };
}

function within<T extends Run>(items: readonly T[], { start, end }: Run): T[] {
  return items.filter((item) => item.start >= start && item.end <= end);
}

function outsideBrackets(text: string, amounts: readonly Amount[]): Amount[] {
  let depth = 0;
  let at = 0;
  return amounts.filter(({ start }) => {
    for (; at < start; at++) depth = text[at] === '(' ? depth + 1 : text[at] === ')' ? Math.max(0, depth - 1) : depth;
    return depth === 0;
  });
}

function* statements(
  scene: Scene,
  groups: readonly Group[],
  years: readonly Year[],
  fallback: When | undefined,
  carried: Subject | undefined,
): Generator<Mention> {
  let subject: Subject | undefined;
  let scope = '';
  for (const [index, group] of groups.entries()) {
    const { lead, amounts, leadStart } = group;
    const [first] = amounts;
    if (!first) continue;
    const when = whenOf(scene, group, years, fallback);
    const opening = groups[index - 1];
    const continued = lead.subject === '' && lead.verb && opening?.lead.from;
    const before = continued && opening.amounts[0] ? quantityOf(scene.prose, opening.amounts[0]) : undefined;
    if (!continued) subject = subjectOf(scene.knowledge, lead, leadStart, carried);
    if (!when) continue;
    if (lead.change) {
      if (lead.yearly && subject) yield* movement(scene, subject, first, lead.change, when);
    } else if (group.noun) {
      scope = lead.subject || !index ? scopeOf(lead) : scope;
      yield* beforeNoun(scene, first, group.noun, scope, when);
    } else if (subject)
      for (const mention of values(scene, subject, group, when)) yield before ? { ...mention, before } : mention;
  }
}

/** 从2015年的8.8%: the first value of a change has the year right before it, or none that is told. */
function whenOf(
  { plan, prose }: Scene,
  { amounts, lead, leadStart }: Group,
  years: readonly Year[],
  fallback: When | undefined,
): When | undefined {
  const from = amounts[0]?.from ?? 0;
  const own = years.filter(({ start, end }) => start >= leadStart && end <= from).at(-1);
  const ruling = own && (!lead.from || /^(?:底|末)?的?$/.test(prose.text.slice(own.end, from))) ? own.year : undefined;
  if (ruling !== undefined) return { year: ruling, role: roleOf(ruling, plan.years) };
  return lead.from ? undefined : fallback;
}

/** A、B和C分别达到x、y和z; A达到x; A和B均达到x. */
function* values(scene: Scene, subject: Subject, { amounts, lead }: Group, when: When): Generator<Mention> {
  const names = namesOf(scene.knowledge, subject.text, amounts.length, lead.each);
  for (const [index, name] of names.entries()) {
    const amount = amounts.length === 1 ? amounts[0] : amounts[index];
    if (amount) yield* mention(scene, name, subject, amount, when);
  }
}

/** 每年降低0.5个百分点 */
function* movement(
  scene: Scene,
  subject: Subject,
  amount: Amount,
  trend: 'up' | 'down',
  when: When,
): Generator<Mention> {
  const by = quantityOf(scene.prose, amount);
  yield* state(scene, subject.text, subject, { kind: 'relative', trend, yearly: true, by }, when);
}

function* mention(scene: Scene, name: string, subject: Subject, amount: Amount, when: When): Generator<Mention> {
  const value = rangeOf(scene.prose, amount) ?? { kind: 'amount' as const, quantity: quantityOf(scene.prose, amount) };
  yield* state(scene, name, subject, value, when);
}

function* state(scene: Scene, raw: string, subject: Subject, value: Mention['value'], when: When): Generator<Mention> {
  const name = known(scene.knowledge, raw);
  const key = scene.knowledge.keyOf(name);
  if (
    !scene.knowledge.knows(name) &&
    !(soundsMeasured(name) && key.length >= 3 && key.length <= 60) &&
    !raw.includes('#')
  ) {
    const thing = countable(raw, value);
    if (thing) yield build(scene, subject, raw, thing, '', value, when);
    return;
  }
  yield build(scene, subject, name, key, '', value, when);
}

/** Without a word for what they attain, 60%的乡镇卫生院 says nothing that could be compared. */
const ATTAINS =
  /达到|达标|建成|建立|创建|设|开展|提供|实现|配备|具备|完成|纳入|通过|接受|参与|掌握|签约|覆盖|获得|符合|成为|使用|拥有/;

/** 60%的乡镇卫生院达到基本标准; 每个县配置4个P2实验室: the number stands before what it counts. */
function* beforeNoun(scene: Scene, amount: Amount, noun: Subject, scope: string, when: When): Generator<Mention> {
  const { prose, knowledge } = scene;
  const value = rangeOf(prose, amount) ?? { kind: 'amount' as const, quantity: quantityOf(prose, amount) };
  if (dimensionOf(amount.unit) === 'share') {
    const name = `${noun.text.replace(/^的/, '')}比例`;
    if (ATTAINS.test(noun.text)) yield build(scene, noun, name, knowledge.keyOf(name), '', value, when);
  } else if (counts(amount.unit) && !amount.spelled) {
    const key = thingKey(/^的?((?:[^、,;:()]|\([^()]{0,20}\)){2,40})/.exec(noun.text)?.[1] ?? '');
    if (key.length >= 3) yield build(scene, noun, noun.text, `${key}|`, scope, value, when);
  }
}

function build(
  scene: Scene,
  subject: Subject,
  name: string,
  key: string,
  scope: string,
  value: Mention['value'],
  { year, role }: When,
): Mention {
  const { prose } = scene;
  const at = prose.text.indexOf(name, Math.max(0, subject.at - 2));
  const end = at >= 0 ? at + name.length : Math.min(subject.at + subject.text.length, prose.text.length);
  const phrase: Phrase = { value: name, span: place(prose, at >= 0 ? at : subject.at, end) };
  return {
    subject: phrase,
    key,
    scope,
    role,
    value,
    from: prose.kind === 'box' ? 'box' : 'text',
    span: spanOf(value),
    ...(year !== undefined && { year }),
    ...(prose.section && { section: prose.section }),
  };
}

function spanOf(value: Mention['value']) {
  if (value.kind === 'amount') return value.quantity.span;
  if (value.kind === 'range') return value.low.span;
  return value.by?.span as NonNullable<typeof value.by>['span'];
}
