import { place } from '../clean.ts';
import type { Knowledge } from '../lexicon.ts';
import type { Change, End, Mention, Pair, Phrase, Plan, Prose, Trend } from '../model.ts';
import { looksBack } from '../period.ts';
import { type Amount, scanAmounts, scanYears, type Year } from '../quantity/scan.ts';
import { dimensionOf } from '../quantity/units.ts';
import { quantityOf, rangeOf } from '../quantity/value.ts';
import { clauses, type Run, sentences } from './clauses.ts';
import { type Group, groupsOf, type Subject } from './groups.ts';
import { soundsMeasured } from './naming.ts';
import { known, namesOf, PER_HEAD, partPerHead, subjectOf } from './subjects.ts';
import { countable, counts, scopeOf, thingKey } from './things.ts';
import { defaultWhen, governs, roleOf, tellsOldGoals, type When } from './time.ts';

interface Scene {
  readonly prose: Prose;
  readonly plan: Plan;
  readonly knowledge: Knowledge;
}

/** What a run of text states: values of indicators, shares, counts of things, and how values change. */
export type Statement = { readonly mention: Mention } | { readonly change: Change };

/** Everything that a run of text states, in its order. */
export function* readStatements(scene: Scene): Generator<Statement> {
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
    const said = text.slice(sentence.start, sentence.end);
    if (!inSentence.length || tellsOldGoals(said, scene.prose.section)) continue;
    let year = ruling.length ? undefined : horizon;
    const told: Told = { pairs: [] };
    const [amountsIn, yearsIn, rulingIn] = [walk(inSentence), walk(timed), walk(ruling)];
    const unsaid = defaultWhen(said, scene.prose.section, scene.plan.years);
    for (const clause of clauses(text, sentence)) {
      year = rulingIn(clause).at(-1)?.year ?? year;
      const groups = groupsOf(text, clause, amountsIn(clause));
      const fallback = year === undefined ? unsaid : { year, role: roleOf(year, scene.plan.years) };
      yield* statements(scene, groups, yearsIn(clause), fallback, told);
      if (told.pending && year !== undefined) told.pending = { ...told.pending, year };
      if (groups.length) delete told.clause;
      else told.clause = { text: text.slice(clause.start, clause.end), at: clause.start };
    }
    if (told.pending) yield { change: told.pending };
  }
}

/** What the clauses before have told: a clause without numbers, and the last value with its subject. */
interface Told {
  clause?: Subject;
  subject?: Subject;
  from?: End;
  to?: End;
  /** The first value of a change, where no year is told for it. */
  opening?: Group;
  /** The pairs that the sentence has told so far. */
  pairs: readonly Pair[];
  /** A change told before its value: 比2020年提高1.2岁，达到78.6岁. */
  pending?: Omit<Change, 'to'>;
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
  told: Told,
): Generator<Statement> {
  let scope = '';
  let verbs = '';
  for (const [index, group] of groups.entries()) {
    const { lead, amounts, leadStart } = group;
    const [first] = amounts;
    if (!first) continue;
    const when = whenOf(scene, group, years, fallback);
    const opening = groups[index - 1];
    const continued = lead.subject === '' && lead.verb && opening?.lead.from;
    // What a change starts from and comes to is all there is, not what is added.
    const subject =
      continued && told.subject
        ? { ...told.subject, attains: true }
        : partPerHead(told.subject, lead, subjectOf(scene.knowledge, lead, leadStart, told.clause));
    if (lead.change) {
      if (lead.yearly && subject && when && (lead.subject || !told.to))
        yield* movement(scene, subject, first, lead.change, when);
      if (amounts.length === 1) yield* claim(scene, group, first, told, subject);
      continue;
    }
    if (group.noun) {
      if (lead.subject || !index) [scope, verbs] = [scopeOf(lead), lead.subject];
      if (when) yield* beforeNoun(scene, first, group.noun, scope, verbs, when);
      continue;
    }
    const end: End = { quantity: quantityOf(scene.prose, first), ...(when?.year !== undefined && { year: when.year }) };
    if (continued && told.from && subject && amounts.length === 1) {
      const pair = { from: told.from, to: end };
      told.pairs = [...told.pairs, pair];
      if (lead.trend)
        yield { change: { ...changeOf(scene, subject, lead.trend, end.quantity.span), pairs: [pair], yearly: false } };
    }
    const { base } = scene.plan.years;
    // In a chapter that looks forward, what a target comes from is the baseline.
    if (continued && told.opening && subject && when?.role === 'target' && base !== undefined)
      for (const mention of values(scene, subject, told.opening, { year: base, role: 'baseline' })) yield { mention };
    if (when && subject)
      for (const mention of values(scene, subject, group, when)) {
        const before = continued && told.from && { before: told.from.quantity };
        yield { mention: { ...mention, ...(lead.yearly && { scope: '每年' }), ...before } };
      }
    if (subject && told.pending && !lead.from && !lead.subject) yield { change: { ...told.pending, to: end } };
    delete told.pending;
    if (subject) told.subject = subject;
    if (lead.from) {
      told.from = end;
      if (when) delete told.opening;
      else told.opening = group;
      delete told.to;
    } else {
      if (!continued) {
        delete told.from;
        told.pairs = [];
      }
      if (amounts.length === 1) told.to = end;
    }
  }
}

/** …，提高C: how far, for the values told before, or for the one that follows. */
function* claim(
  scene: Scene,
  { lead }: Group,
  amount: Amount,
  told: Told,
  own: Subject | undefined,
): Generator<Statement> {
  const named =
    lead.subject !== '' && !/^(?:其中|累计|总量|总体|比|较|同比|平均|规模|绝对值|五年|期间|年度)*$/.test(lead.subject);
  const subject = named ? own : (told.subject ?? own);
  if (!lead.change || !subject) return;
  const by = quantityOf(scene.prose, amount);
  const change = {
    ...changeOf(scene, subject, lead.change, by.span),
    by,
    pairs: named ? [] : told.pairs,
    yearly: lead.yearly,
    ...(lead.since !== undefined && { since: lead.since }),
  };
  if (named || !told.to) told.pending = change;
  else yield { change: { ...change, to: told.to } };
  if (named) told.subject = subject;
}

function changeOf(scene: Scene, subject: Subject, trend: Trend, span: Change['span']) {
  const { prose, knowledge } = scene;
  const name = known(knowledge, subject.text);
  return {
    subject: phraseOf(prose, subject, name),
    key: knowledge.keyOf(name),
    trend,
    span,
    ...(prose.section && { section: prose.section }),
  };
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
function* movement(scene: Scene, subject: Subject, amount: Amount, trend: Trend, when: When): Generator<Statement> {
  const by = quantityOf(scene.prose, amount);
  for (const mention of state(scene, subject.text, subject, { kind: 'relative', trend, yearly: true, by }, when))
    yield { mention };
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
    const thing = countable({ ...subject, text: raw }, value);
    if (thing) yield build(scene, subject, raw, thing.key, thing.scope, value, when);
    return;
  }
  yield build(scene, subject, name, key, '', value, when);
}

/** Without a word for what they attain, 60%的乡镇卫生院 says nothing that could be compared. */
const ATTAINS =
  /达到|达标|建成|建立|创建|设|开展|提供|实现|配备|具备|完成|纳入|通过|接受|参与|掌握|签约|覆盖|获得|符合|成为|使用|拥有/;

/** 60%的乡镇卫生院达到基本标准; 每个县配置4个P2实验室: the number stands before what it counts. */
function* beforeNoun(
  scene: Scene,
  amount: Amount,
  noun: Subject,
  scope: string,
  verbs: string,
  when: When,
): Generator<Statement> {
  const { prose, knowledge } = scene;
  const value = rangeOf(prose, amount) ?? { kind: 'amount' as const, quantity: quantityOf(prose, amount) };
  if (dimensionOf(amount.unit) === 'share') {
    const name = `${noun.text.replace(/^的/, '')}比例`;
    if (ATTAINS.test(noun.text)) yield { mention: build(scene, noun, name, knowledge.keyOf(name), '', value, when) };
  } else if (counts(amount.unit) && !amount.spelled) {
    const key = thingKey(/^的?((?:[^、,;:()]|\([^()]{0,20}\)){2,40})/.exec(noun.text)?.[1] ?? '', verbs);
    if (key.indexOf('|') >= 3) yield { mention: build(scene, noun, noun.text, key, scope, value, when) };
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
  return {
    subject: phraseOf(prose, subject, name),
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

/** A name where it stands: whole, without the 每千人口 that it shares with another, or as far as it is written in one run. */
function phraseOf(prose: Prose, subject: Subject, name: string): Phrase {
  const from = Math.max(0, subject.at - 2);
  const run = prose.text.slice(from, subject.at + subject.text.length);
  const written = [name, name.replace(PER_HEAD, ''), opening(name, run), run.slice(subject.at - from)];
  const part = written.find((text) => text && run.includes(text)) ?? '';
  const at = from + run.indexOf(part);
  return { value: name, span: place(prose, at, at + part.length) };
}

/** As much of a name's beginning as stands in a run: 高血压 of 高血压患者管理率 in 高血压、糖尿病患者管理率. */
function opening(name: string, run: string): string {
  let length = name.length - 1;
  while (length > 1 && !run.includes(name.slice(0, length))) length--;
  return length > 1 ? name.slice(0, length) : '';
}

function spanOf(value: Mention['value']) {
  if (value.kind === 'amount') return value.quantity.span;
  if (value.kind === 'range') return value.low.span;
  return value.by?.span as NonNullable<typeof value.by>['span'];
}
