import type { Report } from '../core/check.ts';
import { place } from '../core/clean.ts';
import { withoutLead } from '../core/facts/naming.ts';
import { fold } from '../core/fold.ts';
import { groupBy } from '../core/group.ts';
import type { Mention, Span } from '../core/model.ts';
import { type Thing, thingsOf } from './things.ts';

/** A place where the name of a thing is written. */
export interface Use {
  readonly thing: Thing;
  readonly span: Span;
  /** The name alone stands at `span`: it may be written otherwise without touching anything else. */
  readonly exact: boolean;
  /** The values that are told there of it. */
  readonly mentions: readonly Mention[];
}

const known = new WeakMap<Report, readonly Use[]>();

/** Every place where a thing is named: its rows, the places that state its values, and where it is named without a value. */
export function usesOf(report: Report): readonly Use[] {
  const found = known.get(report) ?? gather(report);
  known.set(report, found);
  return found;
}

function gather(report: Report): readonly Use[] {
  const things = thingsOf(report);
  const uses = new Map<string, { thing: Thing; span: Span; exact: boolean; mentions: Mention[] }>();
  const add = (thing: Thing, span: Span, name: string, mention?: Mention) => {
    const id = `${span.source.uri}\n${span.start}\n${span.end}`;
    const written = fold(span.source.text.slice(span.start, span.end)).replace(/[\s*]/g, '');
    const use = uses.get(id) ?? { thing, span, exact: written === fold(name).replace(/\s/g, ''), mentions: [] };
    if (mention) use.mentions.push(mention);
    uses.set(id, use);
  };
  for (const thing of things.all) {
    for (const { name } of thing.rows) add(thing, name.span, name.value);
    for (const mention of thing.mentions) {
      const { value, span } = mention.subject;
      add(thing, span, mention.indicator ? mention.indicator.name.value : value, mention);
    }
  }
  const told = groupBy(
    [...uses.values()].map(({ span }) => span),
    ({ source }) => source.uri,
  );
  const names = dictionary(things.all, report);
  for (const prose of report.plan.prose) {
    const near = (told.get(prose.source.uri) ?? []).filter((span) => overlap(span, prose.span));
    for (const { thing, start, end } of named(prose.text, names)) {
      const span = place(prose, start, end);
      if (!near.some((other) => overlap(other, span))) add(thing, span, prose.text.slice(start, end));
    }
  }
  return [...uses.values()];
}

interface Name {
  readonly text: string;
  readonly thing: Thing;
}

/** Names by their first two characters, the longest first. A name that two things bear names neither. */
function dictionary(things: readonly Thing[], { knowledge }: Report): ReadonlyMap<string, readonly Name[]> {
  const owners = new Map<string, Thing | undefined>();
  for (const thing of things) {
    if (thing.scope || (!thing.rows.length && !knowledge.knows(thing.name))) continue;
    const entry = knowledge.traitOf(thing.name).entry;
    const written = [thing.name, ...thing.mentions.map(({ subject }) => subject.value)];
    for (const name of new Set([...written, ...(entry ? [entry.name, ...(entry.aliases ?? [])] : [])].map(fold)))
      owners.set(name, owners.has(name) && owners.get(name) !== thing ? undefined : thing);
  }
  const names = new Map<string, Name[]>();
  for (const [text, thing] of owners) {
    if (!thing || text.length < SHORTEST) continue;
    const head = text.slice(0, 2);
    names.set(head, [...(names.get(head) ?? []), { text, thing }]);
  }
  for (const list of names.values()) list.sort((a, b) => b.text.length - a.text.length);
  return names;
}

/** A shorter name is a word of everyday language more often than an indicator's. */
const SHORTEST = 4;
/** What may stand before a name without making it another's: 男性吸烟率 is not 吸烟率. */
const EDGE = /[^\u3400-\u9fff\w]|[和与及或的]/;
const LONGEST_LEAD = 16;

function* named(text: string, names: ReadonlyMap<string, readonly Name[]>) {
  for (let at = 0; at < text.length - 1; at++) {
    const found = names.get(text.slice(at, at + 2))?.find((name) => text.startsWith(name.text, at));
    if (!found) continue;
    const end = at + found.text.length;
    if (standsFree(text, at)) yield { thing: found.thing, start: at, end };
    at = end - 1;
  }
}

/** Whether nothing but verbs and adverbs stands between the last edge and a name. */
function standsFree(text: string, at: number): boolean {
  let from = at;
  while (from > 0 && at - from < LONGEST_LEAD && !EDGE.test(text[from - 1] ?? '')) from--;
  const lead = text.slice(from, at).replace(/^[全我本][国省市县区州盟旗]/, '');
  return withoutLead(`${lead}#`) === '#';
}

function overlap(a: Span, b: Span): boolean {
  return a.source === b.source && a.start < b.end && b.start < a.end;
}
