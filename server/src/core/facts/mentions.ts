import { place } from '../clean.ts';
import type { Knowledge } from '../lexicon.ts';
import type { Mention, Phrase, Prose, Trend } from '../model.ts';
import type { Amount } from '../quantity/scan.ts';
import { dimensionOf } from '../quantity/units.ts';
import { quantityOf, rangeOf } from '../quantity/value.ts';
import type { Group, Subject } from './groups.ts';
import { soundsMeasured } from './naming.ts';
import type { Scene, Statement } from './scene.ts';
import { known, namesOf, PER_HEAD } from './subjects.ts';
import { countable, counts, thingKey } from './things.ts';
import type { When } from './time.ts';

/** A、B和C分别达到x、y和z; A达到x; A和B均达到x. */
export function* values(scene: Scene, subject: Subject, { amounts, lead }: Group, when: When): Generator<Mention> {
  const names = namesOf(scene.knowledge, subject.text, amounts.length, lead.each);
  for (const [index, name] of names.entries()) {
    const amount = amounts.length === 1 ? amounts[0] : amounts[index];
    if (amount) yield* mention(scene, name, subject, amount, when);
  }
}

/** 每年降低0.5个百分点 */
export function* movement(
  scene: Scene,
  subject: Subject,
  amount: Amount,
  trend: Trend,
  when: When,
): Generator<Statement> {
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

/** 管理率 that neither lexicon nor tables hold: whose it is, its name does not say. */
export function isBareRate({ knows }: Knowledge, { key, subject, value }: Mention): boolean {
  const share = value.kind === 'amount' && dimensionOf(value.quantity.unit) === 'share';
  return share && /(?:率|比例|比重|占比)$/.test(key) && !knows(subject.value) && !knows(key);
}

/** Without a word for what they attain, 60%的乡镇卫生院 says nothing that could be compared. */
const ATTAINS =
  /达到|达标|建成|建立|创建|设|开展|提供|实现|配备|具备|完成|纳入|通过|接受|参与|掌握|签约|覆盖|获得|符合|成为|使用|拥有/;

/** 60%的乡镇卫生院达到基本标准; 每个县配置4个P2实验室: the number stands before what it counts. */
export function* beforeNoun(
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
  { year, role, vague }: When,
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
    ...(vague && { vague }),
    ...(prose.section && { section: prose.section }),
  };
}

/** A name where it stands: whole, without the 每千人口 that it shares with another, or as far as it is written in one run. */
export function phraseOf(prose: Prose, subject: Subject, name: string): Phrase {
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
