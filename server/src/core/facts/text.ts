import { place } from '../clean.ts';
import type { Knowledge } from '../lexicon.ts';
import type { Mention, Phrase, Plan, Prose } from '../model.ts';
import { type Amount, scanAmounts, scanYears, type Year } from '../quantity/scan.ts';
import { dimensionOf } from '../quantity/units.ts';
import { quantityOf, rangeOf } from '../quantity/value.ts';
import { clauses, members, type Run, sentences } from './clauses.ts';
import { type Lead, readLead } from './lead.ts';
import { normalize, soundsMeasured, withoutLead } from './naming.ts';
import { defaultWhen, governs, looksBack, roleOf, type When } from './time.ts';

interface Scene {
  readonly prose: Prose;
  readonly plan: Plan;
  readonly knowledge: Knowledge;
}

/** A clause's statement before its names are resolved. */
interface Group {
  readonly amounts: readonly Amount[];
  readonly lead: Lead;
  readonly leadStart: number;
  readonly noun?: Subject;
}

interface Subject {
  readonly text: string;
  readonly at: number;
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

/** No name with its verbs is longer. */
const LONGEST_LEAD = 160;

/** Amounts with nothing but 、和 between them are one group: 14.5/10万、4.4‰、6.4‰. */
function groupsOf(text: string, clause: Run, amounts: readonly Amount[]): Group[] {
  const bundles: Amount[][] = [];
  for (const amount of amounts) {
    const last = bundles.at(-1)?.at(-1);
    if (last && /^(?:、|和|及|与|以及|,)$/.test(text.slice(last.to, amount.from))) bundles.at(-1)?.push(amount);
    else bundles.push([amount]);
  }
  const groups: Group[] = [];
  let start = clause.start;
  for (const [index, bundle] of bundles.entries()) {
    const bound = bundle.at(-1)?.bound ?? '=';
    const amounts = bundle.map((amount) => (amount.bound === '=' ? { ...amount, bound } : amount));
    const from = amounts[0]?.from ?? start;
    start = Math.max(start, from - LONGEST_LEAD);
    const lead = readLead(text.slice(start, from));
    const end = amounts.at(-1)?.to ?? start;
    const until = bundles[index + 1]?.[0]?.from ?? clause.end;
    const named = nounBehind(text.slice(end, until), lead, index + 1 < bundles.length);
    groups.push({ amounts, lead, leadStart: start, ...(named && { noun: { text: named, at: end } }) });
    start = named ? end + named.length : end;
  }
  return groups;
}

/** What the number stands before: 建设7个|P2实验室, 60%|的乡镇卫生院达到标准. Up to the 、or 和 before the next number. */
function nounBehind(behind: string, lead: Lead, more: boolean): string | undefined {
  if (lead.change || soundsMeasured(lead.subject) || !/^的?[^\s、,;:()和及与的]/.test(behind)) return undefined;
  const noun = more ? /^(.*)(?:、|和|及|与|以及|,)/.exec(behind)?.[1] : behind;
  return noun && !/^(?:提高|提升|增加|上升|增长|下降|降低|减少|扩大|延长|缩短|增至|升至|降至)/.test(noun)
    ? noun
    : undefined;
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
    if (!continued) subject = subjectOf(scene, lead, leadStart, carried);
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

const GENERIC = /^(?:比例|比率|占比|比重|覆盖率|达标率|数量|总数|总量)$/;

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

function subjectOf(
  { knowledge }: Scene,
  lead: Lead,
  leadStart: number,
  carried: Subject | undefined,
): Subject | undefined {
  const { subject } = lead;
  const bare = knowledge.knows(subject) ? subject : withoutLead(subject, knowledge.knows);
  if (GENERIC.test(bare) && carried) return { text: `${withoutLead(carried.text)}${bare}`, at: carried.at };
  if (!bare) return lead.verb ? carried : undefined;
  return { text: bare, at: leadStart + lead.at + subject.length - bare.length };
}

/** A、B和C分别达到x、y和z; A达到x; A和B均达到x. */
function* values(scene: Scene, subject: Subject, { amounts, lead }: Group, when: When): Generator<Mention> {
  const names = namesOf(scene.knowledge, subject.text, amounts.length, lead.each);
  for (const [index, name] of names.entries()) {
    const amount = amounts.length === 1 ? amounts[0] : amounts[index];
    if (amount) yield* mention(scene, name, subject, amount, when);
  }
}

const PER_HEAD = /^每(?:千|万|10万|百)(?:名)?(?:常住|户籍)?人口?(?:拥有)?/;

/** The names that a subject holds for so many numbers; none where they cannot be told apart. */
function namesOf(knowledge: Knowledge, subject: string, count: number, each: boolean): string[] {
  if (count === 1 && (knowledge.knows(subject) || !each)) {
    const parts = members(subject);
    if (parts.length > 1 && !knowledge.knows(subject) && parts.every((part) => knowledge.knows(part))) return parts;
    return [subject];
  }
  const single = members(subject);
  const parts = count > 1 && single.length === count ? single : measuredMembers(subject);
  if (count > 1 && parts.length !== count) return [];
  const perHead = PER_HEAD.exec(parts[0] ?? '')?.[0];
  const last = parts.at(-1) ?? '';
  return parts.map((part, index) => {
    if (perHead && index > 0 && !PER_HEAD.test(part)) return perHead + part;
    if (soundsMeasured(part) && (index === 0 || knowledge.knows(part))) return part;
    for (let cut = 1; cut < last.length - 1; cut++)
      if (knowledge.knows(part + last.slice(cut))) return part + last.slice(cut);
    return soundsMeasured(part) && index === 0 ? part : `${subject}#${index + 1}`;
  });
}

/** Members joined until each names something measured: 儿童眼保健和视力检查覆盖率 is one. */
function measuredMembers(list: string): string[] {
  const found: string[] = [];
  let open = 0;
  let at = 0;
  for (const part of members(list)) {
    at = list.indexOf(part, at) + part.length;
    if (!soundsMeasured(part)) continue;
    found.push(list.slice(open, at).replace(/^(?:、|和|及|与|以及)/, ''));
    open = at;
  }
  return found;
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

const VERB_BEFORE_NAME =
  /(?:实现|确保|保证|使得?|让|推动|提高|提升|达到|力争|将|保持|巩固|扩大|强化|加强|完善|其中|全市|全县|全省|全区|我市|我县|我省)/g;

/** A name as far as it is known: whole, or what follows the last verb that stands before a known name. */
function known(knowledge: Knowledge, name: string): string {
  if (knowledge.knows(name)) return name;
  for (const match of name.matchAll(VERB_BEFORE_NAME)) {
    const tail = name.slice(match.index + match[0].length);
    if (tail && knowledge.knows(tail)) return tail;
  }
  return name;
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

const BUILD =
  /(?:建设|建成|新建|新增|改建|改扩建|扩建|建立|设立|设置|配置|配备|配齐|打造|培育|培养|引进|创建|争创|建好|布局|规划|支持|完成|认定|遴选|组建|拥有|现有|共有|培训|选派|选树|实施|举办|开展|评选|命名|至少|不少于|有)+$/;

/** 建设名老中医传承工作室2—3个: the thing counted. */
function countable(subject: string, value: Mention['value']): string | undefined {
  const unit = value.kind === 'amount' ? value.quantity.unit : value.kind === 'range' ? value.low.unit : '';
  if (!/^(?:count|person)$/.test(dimensionOf(unit))) return undefined;
  const thing = thingKey(
    subject.replace(/^.*?(?:建设|建成|新建|新增|设立|设置|配置|配备|打造|培育|培养|引进|创建|争创|组建)/, ''),
  );
  return thing.length >= 4 ? `${thing}|` : undefined;
}

function thingKey(thing: string): string {
  return normalize(thing).replace(/^(?:以上|左右)?(?:高水平|高标准|高质量|标准化|现代化|市级以上)?的?/, '');
}

/** 每个县配置: whose things are counted. 各 and 每个 say the same. */
function scopeOf({ subject }: Lead): string {
  return normalize(withoutLead(subject))
    .replace(BUILD, '')
    .replace(/^支持/, '')
    .replace(/^各(?:个|地)?/, '每');
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
  } else if (/^(?:count|person)$/.test(dimensionOf(amount.unit)) && !amount.spelled) {
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
