import type { Report } from '../core/check.ts';
import { clean, place } from '../core/clean.ts';
import { clauses, sentences } from '../core/facts/clauses.ts';
import type { Box, Phrase, Plan, Source, Span, Table, Written } from '../core/model.ts';
import { scanAmounts } from '../core/quantity/scan.ts';
import { extentsOf } from './extents.ts';
import { usesOf } from './uses.ts';

/**
 * The spans around an offset, each within the next, up to the whole text: a number, the quantity that it is of, its clause,
 * sentence and paragraph; a cell, its row and table; a project and its box; the chapters around.
 */
export function nestAt(report: Report, source: Source, offset: number): Span[] {
  const holds = (span: Span) => span.source === source && span.start <= offset && offset <= span.end;
  const behind = ({ end }: Span) => (offset < end ? 0 : 1);
  const width = ({ start, end }: Span) => end - start;
  const { plan } = report;
  const around = [...usesOf(report).map(({ span }) => span), ...parts(plan)].filter(holds);
  const within = runsAt(plan, holds).flatMap((run) => [...partsOf(run)].filter(holds));
  const whole = { source, start: 0, end: source.text.length };
  const sorted = [...around, ...within, whole]
    .filter((span) => width(span) > 0 || span === whole)
    .sort((a, b) => behind(a) - behind(b) || width(a) - width(b));
  const nest: Span[] = [];
  for (const span of sorted) {
    const last = nest.at(-1);
    if (!last || (span.start <= last.start && span.end >= last.end && width(span) > width(last))) nest.push(span);
  }
  return nest;
}

function* parts(plan: Plan): Generator<Span> {
  const { prose, tables, boxes, references, frontMatter, footnotes, contents, directives } = plan;
  for (const [{ title, span }, extent] of extentsOf(plan)) yield* [title.span, span, extent];
  for (const each of [...prose, ...references, ...footnotes, ...contents, ...directives]) yield each.span;
  for (const { span } of contents.flatMap(({ entries }) => entries)) yield span;
  for (const table of tables) yield* partsOfTable(table);
  for (const box of boxes) yield* partsOfBox(box);
  if (frontMatter) {
    yield frontMatter.span;
    for (const { span } of [...frontMatter.entries.values(), ...frontMatter.upstream]) yield span;
  }
}

function* partsOfTable({ span, caption, head, headSpan, rows }: Table): Generator<Span> {
  if (caption) yield* [caption.span, { ...caption.span, end: span.end }];
  yield* [span, headSpan];
  for (const cell of head) yield cell.span;
  for (const row of rows) {
    yield row.span;
    for (const cell of row.cells) yield cell.span;
  }
}

function* partsOfBox({ span, heading, items }: Box): Generator<Span> {
  yield* [span, heading.span];
  for (const { span: own, name, fields } of items) {
    yield own;
    if (name) yield name.span;
    for (const field of fields) yield* [field.name.span, field.content.span, joined(field.name, field.content)];
    const last = fields.at(-1);
    if (last) yield { ...own, end: Math.max(own.end, last.content.span.end) };
  }
}

function joined(a: Phrase, b: Phrase): Span {
  return { ...a.span, end: Math.max(a.span.end, b.span.end) };
}

/** The sentences or the cell that hold a place. */
function runsAt({ prose, tables }: Plan, holds: (span: Span) => boolean): Written[] {
  const cells = tables
    .filter(({ span }) => holds(span))
    .flatMap(({ head, rows }) => [...head, ...rows.flatMap((row) => row.cells)].filter(({ span }) => holds(span)));
  return [
    ...prose.filter(({ span }) => holds(span)),
    ...cells.map(({ span: { source, start, end } }) => clean(source, start, end)),
  ];
}

function* partsOf(run: Written): Generator<Span> {
  const { text } = run;
  for (const sentence of sentences(text)) {
    yield place(run, sentence.start, Math.min(text.length, sentence.end + 1));
    for (const { start, end } of clauses(text, sentence)) yield place(run, start, end);
  }
  for (const { start, end, from, to } of scanAmounts(text)) {
    const digits = /^[\d.,]+/.exec(text.slice(start, end))?.[0].length ?? 0;
    yield* [place(run, start, start + digits), place(run, start, end), place(run, from, to)];
  }
}
