import type { Amount } from '../quantity/scan.ts';
import type { Run } from './clauses.ts';
import { type Lead, readLead } from './lead.ts';
import { soundsMeasured } from './naming.ts';

/** A run of text that names something, and where it begins. */
export interface Subject {
  readonly text: string;
  readonly at: number;
  /** 达到, 为, 有 stands between it and its number: all there are, not some more. */
  readonly attains?: boolean;
}

/** A clause's statement before its names are resolved. */
export interface Group {
  readonly amounts: readonly Amount[];
  readonly lead: Lead;
  readonly leadStart: number;
  readonly noun?: Subject;
}

/** No name with its verbs is longer. */
const LONGEST_LEAD = 160;

/** Amounts with nothing but 、和 between them are one group: 14.5/10万、4.4‰、6.4‰. */
export function groupsOf(text: string, clause: Run, amounts: readonly Amount[]): Group[] {
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
    const read = readLead(text.slice(start, from));
    const end = amounts.at(-1)?.to ?? start;
    const until = bundles[index + 1]?.[0]?.from ?? clause.end;
    const named = nounBehind(text.slice(end, until), read, index + 1 < bundles.length);
    // 新增4600个学位 counts what is new.
    const lead = named && read.gain ? withoutChange(read) : read;
    groups.push({ amounts, lead, leadStart: start, ...(named && { noun: { text: named, at: end } }) });
    start = named ? end + named.length : end;
  }
  return groups;
}

function withoutChange({ change, trend, ...lead }: Lead): Lead {
  return lead;
}

/** What the number stands before: 建设7个|P2实验室, 60%|的乡镇卫生院达到标准. Up to the 、or 和 before the next number. */
function nounBehind(behind: string, lead: Lead, more: boolean): string | undefined {
  if ((lead.change && !lead.gain) || soundsMeasured(lead.subject) || !/^的?[^\s、,;:()和及与的]/.test(behind))
    return undefined;
  const noun = more ? /^(.*)(?:、|和|及|与|以及|,)/.exec(behind)?.[1] : behind;
  return noun &&
    !/^(?:提高|提升|净?增加|净增|新增|上升|增长|下降|降低|净?减少|净减|扩大|延长|缩短|增至|升至|降至|翻)/.test(noun)
    ? noun
    : undefined;
}
