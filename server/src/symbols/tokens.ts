import type { Report } from '../core/check.ts';
import type { Mention, Quantity, Source, Span } from '../core/model.ts';
import { overlap } from '../core/span.ts';
import { usesOf } from './uses.ts';

export const kinds = ['indicator', 'baseline', 'target', 'bound', 'unit', 'boxField'] as const;

/** A word of a kind; `declares`: the name that stands in the indicator's own row. Never empty, never across a line break. */
export interface Token {
  readonly kind: (typeof kinds)[number];
  readonly span: Span;
  readonly declares: boolean;
}

const known = new WeakMap<Report, ReadonlyMap<Source, readonly Token[]>>();

/** The tokens of one file of a plan in the order of the text, none of which overlaps another. */
export function tokensOf(report: Report, source: Source): readonly Token[] {
  const found = known.get(report) ?? gather(report);
  known.set(report, found);
  return found.get(source) ?? [];
}

function gather(report: Report): ReadonlyMap<Source, readonly Token[]> {
  const bySource = new Map<Source, Token[]>(report.plan.sources.map((source) => [source, []]));
  // Values go before names: a name that was read loosely may reach into one.
  const all = [...valuesOf(report), ...unitsOf(report), ...fieldsOf(report), ...namesOf(report)];
  for (const token of all.flatMap((each) => lineByLine(each))) bySource.get(token.span.source)?.push(token);
  return new Map([...bySource].map(([source, tokens]) => [source, apart(tokens)]));
}

/** In the order of the text; of two that overlap the one that was found first. */
function apart(tokens: readonly Token[]): readonly Token[] {
  const ranked = tokens.map((token, rank) => ({ token, rank }));
  ranked.sort((a, b) => a.token.span.start - b.token.span.start || a.rank - b.rank);
  const kept: { token: Token; rank: number }[] = [];
  for (const one of ranked) {
    const last = kept.at(-1);
    if (last && overlap(last.token.span, one.token.span)) {
      if (one.rank >= last.rank) continue;
      kept.pop();
    }
    kept.push(one);
  }
  return kept.map(({ token }) => token);
}

/** Of indicators only: what is merely counted somewhere has no name of its own. */
function* namesOf(report: Report): Generator<Token> {
  for (const { thing, span } of usesOf(report))
    if (thing.rows.length > 0 || report.knowledge.knows(thing.name))
      yield { kind: 'indicator', span, declares: thing.rows.some((row) => row.name.span.start === span.start) };
}

function* valuesOf({ mentions }: Report): Generator<Token> {
  for (const mention of mentions) {
    const past = mention.role === 'baseline' || mention.role === 'history';
    for (const quantity of quantitiesOf(mention)) yield* partsOf(quantity, past ? 'baseline' : 'target');
    if (mention.before) yield* partsOf(mention.before, 'baseline');
  }
}

function quantitiesOf({ value }: Mention): readonly Quantity[] {
  if (value.kind === 'range') return [value.low, value.high];
  return value.kind === 'amount' ? [value.quantity] : value.by ? [value.by] : [];
}

/** 95, 6—8 */
const NUMBER = /^[\d０-９][\d０-９.,，．]*(?:[—–~～至-]{1,2}[\d０-９][\d０-９.,，．]*)?/;

/** The bound words, the number, the unit: 不低于 | 95 | % */
function* partsOf({ span, core }: Quantity, kind: 'baseline' | 'target'): Generator<Token> {
  const written = core.source.text.slice(core.start, core.end);
  const end = core.start + (NUMBER.exec(written)?.[0].length ?? written.length);
  const part = (kind: Token['kind'], start: number, end: number): Token => ({
    kind,
    span: { ...core, start, end },
    declares: false,
  });
  yield part(kind, core.start, end);
  yield part('unit', end, core.end);
  yield part('bound', span.start, core.start);
  yield part('bound', core.end, span.end);
}

function* unitsOf({ plan }: Report): Generator<Token> {
  for (const { indicators } of plan.tables)
    for (const { units } of indicators) for (const { span } of units) yield { kind: 'unit', span, declares: false };
}

function* fieldsOf({ plan }: Report): Generator<Token> {
  for (const { items } of plan.boxes)
    for (const { fields } of items)
      for (const { name } of fields) yield { kind: 'boxField', span: name.span, declares: false };
}

/** A token for each line on which something of it stands. */
function lineByLine({ span, ...token }: Token): Token[] {
  const text = span.source.text.slice(span.start, span.end);
  return [...text.matchAll(/[^\s>](?:[^\r\n]*\S)?/g)].map(({ 0: line, index }) => {
    const start = span.start + index;
    return { ...token, span: { ...span, start, end: start + line.length } };
  });
}
