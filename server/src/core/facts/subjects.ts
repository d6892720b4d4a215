import type { Knowledge } from '../lexicon.ts';
import { members } from './clauses.ts';
import type { Subject } from './groups.ts';
import type { Lead } from './lead.ts';
import { soundsMeasured, withoutLead } from './naming.ts';

const GENERIC = /^(?:比例|比率|占比|比重|覆盖率|达标率|数量|总数|总量)$/;
/** 高于全省平均水平3个百分点, 占卫生技术人员的35%: how the value before stands to another one, not a value of its own. */
const COMPARES =
  /^(?:[均都略远明显大幅]*)(?:高于|低于|多于|少于|优于|好于|快于|慢于|领先|落后|超过|超出|不及|相当于|接近|比|较|占)/;

/** What a lead speaks of; a bare 比例 or a bare verb speaks of the clause before, which is carried over. */
export function subjectOf(
  knowledge: Knowledge,
  lead: Lead,
  leadStart: number,
  carried: Subject | undefined,
): Subject | undefined {
  const { subject } = lead;
  const bare = knowledge.knows(subject) ? subject : withoutLead(subject, knowledge.knows);
  if (GENERIC.test(bare) && carried) return { text: `${withoutLead(carried.text)}${bare}`, at: carried.at };
  if (!bare) return lead.verb ? carried : undefined;
  if (COMPARES.test(bare) && !knowledge.knows(bare)) return undefined;
  return { text: bare, at: leadStart + lead.at + subject.length - bare.length, attains: lead.verb || lead.from };
}

/** 每千人口 at a name's head. */
export const PER_HEAD = /^每(?:千|万|10万|百)(?:名)?(?:常住|户籍)?人口?(?:拥有)?/;

/** 其中农村5.8‰, where the table has such a row: a part of what was told before. */
export function partOfTold(
  knowledge: Knowledge,
  whole: Subject | undefined,
  lead: Lead,
  part: Subject | undefined,
): Subject | undefined {
  const name = whole && part && /^其中/.test(lead.subject) ? `${known(knowledge, whole.text)}·${part.text}` : '';
  return part && name && knowledge.knows(name) ? { ...part, text: name } : partPerHead(whole, lead, part);
}

/** 每千人口床位数6.6张，其中公立中医医院床位数0.78张: a part is counted per head as its whole is. */
function partPerHead(whole: Subject | undefined, lead: Lead, part: Subject | undefined): Subject | undefined {
  const head = PER_HEAD.exec(whole?.text ?? '')?.[0];
  const bare = head && part && /^其中/.test(lead.subject) && soundsMeasured(part.text) && !PER_HEAD.test(part.text);
  return bare ? { ...part, text: head + part.text } : part;
}

/** The names that a subject holds for so many numbers; none where they cannot be told apart. */
export function namesOf(knowledge: Knowledge, subject: string, count: number, each: boolean): string[] {
  if (count === 1 && (knowledge.knows(subject) || !each)) {
    const parts = members(subject);
    if (parts.length > 1 && !knowledge.knows(subject) && parts.every((part) => knowledge.knows(part))) return parts;
    return [subject];
  }
  const single = members(subject);
  if (count === 1 && single.length > 1) {
    const shared = single.map((part) => withTail(knowledge, part, single.at(-1) ?? ''));
    if (shared.every(knowledge.knows)) return shared;
  }
  const parts = count > 1 && single.length === count ? single : measuredMembers(subject);
  if (count > 1 && parts.length !== count) return [];
  const perHead = PER_HEAD.exec(parts[0] ?? '')?.[0];
  const last = parts.at(-1) ?? '';
  return parts.map((part, index) => {
    if (perHead && index > 0 && !PER_HEAD.test(part)) return perHead + part;
    if (soundsMeasured(part) && (index === 0 || knowledge.knows(part))) return part;
    const whole = withTail(knowledge, part, last);
    if (whole !== part) return whole;
    return soundsMeasured(part) && index === 0 ? part : `${subject}#${index + 1}`;
  });
}

/** 高血压 with what it shares with 2型糖尿病患者规范管理率, where that makes a known name; else as it stands. */
function withTail(knowledge: Knowledge, part: string, last: string): string {
  if (knowledge.knows(part)) return part;
  for (let cut = 1; cut < last.length - 1; cut++)
    if (knowledge.knows(part + last.slice(cut))) return part + last.slice(cut);
  return part;
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

/** 石桥县力争|人均预期寿命: a name told of a place keeps it. */
const OTHER_PLACE = /[^全我本](?:省|市|县|区|州|盟|旗|国)$/;
const VERB_BEFORE_NAME = /(?:实现|确保|保证|使得?|让|推动|提高|提升|达到|力争|将|保持|巩固|扩大|强化|加强|完善|其中)/g;

/** A name as far as it is known: whole, or what follows the last verb that stands before a known name, places apart. */
export function known(knowledge: Knowledge, name: string): string {
  if (knowledge.knows(name)) return name;
  for (const match of name.matchAll(VERB_BEFORE_NAME)) {
    const tail = name.slice(match.index + match[0].length);
    if (tail && knowledge.knows(tail)) return OTHER_PLACE.test(name.slice(0, match.index)) ? name : tail;
  }
  return name;
}
