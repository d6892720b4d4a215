import type { Report } from '../core/check.ts';
import { clean, place } from '../core/clean.ts';
import { withoutLead } from '../core/facts/naming.ts';
import { fold } from '../core/fold.ts';
import type { Knowledge } from '../core/lexicon.ts';
import type { Mention, Phrase, Plan, Span, Written } from '../core/model.ts';
import { overlap } from '../core/span.ts';
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

const known = new WeakMap<Report, ReadonlyMap<Thing, readonly Use[]>>();

/** Every place where a thing is named: its rows, the places that state its values, and where it is named without a value. */
export function usesOf(report: Report): readonly Use[] {
  return [...byThing(report).values()].flat();
}

/** The places where one thing is named: those that state values of it, the rows first, then those that only name it. */
export function usesOfThing(report: Report, thing: Thing): readonly Use[] {
  return byThing(report).get(thing) ?? [];
}

/** A name as it is written, but for markup, width and white space. */
export function formOf({ source, start, end }: Span): string {
  return plain(source.text.slice(start, end));
}

function plain(text: string): string {
  return fold(text).replace(/[\s*]/g, '');
}

function byThing(report: Report): ReadonlyMap<Thing, readonly Use[]> {
  const found = known.get(report) ?? gather(report);
  known.set(report, found);
  return found;
}

function gather(report: Report): ReadonlyMap<Thing, readonly Use[]> {
  const things = thingsOf(report).all;
  const uses = new Map(things.map((thing) => [thing, toldOf(thing, report.knowledge)]));
  const covered = new Map(report.plan.sources.map((source) => [source, new Uint8Array(source.text.length)]));
  const cover = ({ source, start, end }: Span) => covered.get(source)?.fill(1, start, end);
  for (const { span } of [...uses.values()].flat()) cover(span);
  const names = dictionary(things, report.knowledge);
  for (const run of runsOf(report.plan))
    for (const { thing, start, end } of named(run.text, names, report.knowledge)) {
      const span = place(run, start, end);
      if (covered.get(span.source)?.subarray(span.start, span.end).includes(1)) continue;
      cover(span);
      uses.get(thing)?.push({ thing, span, exact: true, mentions: [] });
    }
  return uses;
}

/** The rows of a thing and the places that state a value of it. */
function toldOf(thing: Thing, knowledge: Knowledge): Use[] {
  const uses = new Map<string, Use & { readonly mentions: Mention[] }>();
  let last: (Use & { readonly mentions: Mention[] }) | undefined;
  const use = (phrase: Phrase): Mention[] => {
    const { value, span } = withoutHome(phrase, knowledge);
    const id = `${span.source.uri}\n${span.start}`;
    // Of two mentions in one clause, one may have read more into the name than the other.
    const known = uses.get(id) ?? (last && overlap(last.span, span) ? last : undefined);
    last = known ?? { thing, span, exact: formOf(span) === plain(value), mentions: [] };
    if (!known) uses.set(id, last);
    return last.mentions;
  };
  for (const { name } of thing.rows) use(name);
  for (const mention of thing.mentions) use(mention.indicator?.name ?? mention.subject).push(mention);
  return [...uses.values()];
}

const HOME = /^[全我本][省市县区州盟旗]的?/;

/** 全市人均预期寿命: whose it is, where that need not be said, is no part of the name. */
function withoutHome(phrase: Phrase, { keyOf }: Knowledge): Phrase {
  const { value, span } = phrase;
  const { length } = HOME.exec(value)?.[0] ?? '';
  if (!length || !HOME.test(span.source.text.slice(span.start, span.end))) return phrase;
  const rest = value.slice(length);
  return keyOf(rest) === keyOf(value) ? { value: rest, span: { ...span, start: span.start + length } } : phrase;
}

/** Everything in which a name may stand: sentences, headings, the table of contents, cells, comments that name a row. */
function* runsOf({ prose, sections, contents, boxes, tables, directives }: Plan): Generator<Written> {
  yield* prose;
  const phrases = [
    ...sections.map(({ title }) => title),
    ...contents.flatMap(({ entries }) => entries),
    ...boxes.flatMap(({ name }) => name ?? []),
    ...tables.flatMap(({ head, rows }) => [...head, ...rows.flatMap(({ cells }) => cells)]),
  ];
  for (const { value, span } of phrases) if (value.length >= SHORTEST) yield clean(span.source, span.start, span.end);
  for (const { span, row = '' } of directives) {
    const start = span.source.text.indexOf(row, span.start);
    if (row.length >= SHORTEST && start >= 0 && start < span.end) yield clean(span.source, start, start + row.length);
  }
}

interface Name {
  readonly text: string;
  readonly thing: Thing;
}

/** Names by their first two characters, the longest first. A name that two things bear names neither. */
function dictionary(things: readonly Thing[], knowledge: Knowledge): ReadonlyMap<string, readonly Name[]> {
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
const EDGE = /[^\u3400-\u9fff\w]|[和与及或]/;
const LONGEST_LEAD = 16;
/** 第一节 and 表1, from which cleaning has taken the space behind them. */
const NUMBERING = /^(?:第[一二三四五六七八九十\d]+[编章节]|(?:附?[表图]|专栏)[\d-]+)/;
/** What is done about an indicator rather than to it. */
const VERBS =
  /^(?:开展|加强|强化|完善|优化|改善|监测|统计|发布|公布|公示|评估|考核|分析|反映|衡量|关注|控制|遏制|围绕|针对|按照?|根据|包括|纳入|有关|相关)+/;

function* named(text: string, names: ReadonlyMap<string, readonly Name[]>, { keyOf }: Knowledge) {
  for (let at = 0; at < text.length - 1; at++) {
    const found = names.get(text.slice(at, at + 2))?.find((name) => text.startsWith(name.text, at));
    if (!found) continue;
    const end = at + found.text.length;
    const isHome = (place: string) => keyOf(place + found.text) === keyOf(found.text);
    if (standsFree(text, at, isHome)) yield { thing: found.thing, start: at, end };
    at = end - 1;
  }
}

/** Whether nothing but verbs and adverbs, or the plan's own place, stands between the last edge and a name. */
function standsFree(text: string, at: number, isHome: (place: string) => boolean): boolean {
  let from = at;
  while (from > 0 && at - from < LONGEST_LEAD && !EDGE.test(text[from - 1] ?? '')) from--;
  let lead = text.slice(from, at).replace(NUMBERING, '');
  for (let before = ''; lead !== before; ) {
    before = lead;
    const place = HOME.exec(lead)?.[0] ?? '';
    if (place && !isHome(place)) return false;
    lead = withoutLead(`${lead.slice(place.length)}#`)
      .slice(0, -1)
      .replace(VERBS, '');
  }
  return lead === '';
}
