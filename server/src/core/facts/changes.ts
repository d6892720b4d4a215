import type { Change, End, Trend } from '../model.ts';
import type { Amount, Year } from '../quantity/scan.ts';
import { quantityOf } from '../quantity/value.ts';
import type { Group, Subject } from './groups.ts';
import { phraseOf } from './mentions.ts';
import type { Scene, Statement, Told } from './scene.ts';
import { known } from './subjects.ts';
import type { When } from './time.ts';

/** Words before a change that name nothing of their own: 五年累计|增加, 绝对值|提高. */
const NO_NAME =
  /^(?:其中|累计|总量|总体|总数|总共|合计|共|净|再|又|将|比|较|同比|平均|均|分别|规模|绝对[值量]|数量|[三四五两]年(?:来|间|内)?|“?十[一二三四五六]五”?|期间|时期|以来|年度|幅度|的?基础上)*$/;

/** …，提高C: how far, for the values told before, or for the one that follows. */
export function* claims(
  scene: Scene,
  { lead, amounts }: Group,
  told: Told,
  own: Subject | undefined,
  when: When | undefined,
): Generator<Statement> {
  const named = !NO_NAME.test(lead.subject);
  const subject = named ? own : (told.subject ?? own);
  if (!lead.change || !subject) return;
  const base = {
    yearly: lead.yearly,
    ...(lead.since !== undefined && { since: lead.since }),
    ...(told.over && { over: told.over }),
    ...(when && { role: when.role }),
  };
  const claim = (amount: Amount, pairs: Change['pairs']) => {
    const by = quantityOf(scene.prose, amount);
    return { ...changeOf(scene, subject, lead.change as Trend, by.span), ...base, by, pairs };
  };
  // 分别增长10%和13%: as many as there are pairs, each for its own.
  if (amounts.length > 1) {
    if (named || told.pairs.length !== amounts.length) return;
    for (const [index, amount] of amounts.entries())
      yield { change: claim(amount, told.pairs.slice(index, index + 1)) };
    return;
  }
  const [amount] = amounts;
  if (!amount) return;
  const change = claim(amount, named ? [] : told.pairs);
  if (named || !told.to) told.pending = change;
  else yield { change: { ...change, to: told.to } };
  if (named) told.subject = subject;
}

/** 是2015年的4.3倍: what the last pair comes to, told as a multiple. */
export function* multiples(scene: Scene, { amounts, lead }: Group, told: Told): Generator<Statement> {
  const [amount] = amounts;
  const [pair] = told.pairs.slice(-1);
  if (amount?.unit !== '倍' || !lead.verb || lead.subject || !told.subject || !pair) return;
  const by = quantityOf(scene.prose, amount);
  yield { change: { ...changeOf(scene, told.subject, 'up', by.span), by, pairs: [pair], yearly: false } };
}

/** 比2015年的10860公里: the value that the last one is compared with. */
export function compared(scene: Scene, { amounts, lead }: Group, told: Told): boolean {
  const [amount] = amounts;
  if (lead.against === undefined || !amount || amounts.length > 1) return false;
  const from: End = { quantity: quantityOf(scene.prose, amount), year: lead.against };
  const same = told.to && !lead.subject && told.to.quantity.unit === from.quantity.unit;
  told.pairs = same && told.to ? [{ from, to: told.to }] : [];
  return true;
}

export function changeOf(scene: Scene, subject: Subject, trend: Trend, span: Change['span']) {
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

/** 从2015年的8.8%, 在2020年支出5.38亿元的基础上: a year that rules its own number only. */
export function opensChange(text: string, { start, end }: Year): boolean {
  const before = text[start - 1] ?? '';
  return (
    /[从由]/.test(before) ||
    (/[在以]/.test(before) && !/^(?:底|末)?的?(?:基础|水平|基[数期]|为|相)/.test(text.slice(end, end + 6)))
  );
}
