import type { Report } from '../core/check.ts';
import { directionOfRow } from '../core/direction.ts';
import { unitOf } from '../core/facts/tables.ts';
import { groupBy } from '../core/group.ts';
import type { Column, Indicator, Mention, Phrase, Reading, Row, Span, Table } from '../core/model.ts';
import type { Finding } from '../core/rule.ts';
import { quote, sayValue, sayWhen } from '../core/say.ts';
import { verdictsIn } from './agreement.ts';
import { movementOfRow, sayGrowth, sayMovement, sayYearly, wayOf } from './change.ts';
import { chapterOf } from './chapters.ts';
import type {
  CellView,
  ChangeView,
  ChapterView,
  FindingView,
  MentionView,
  Overview,
  RowView,
  TableView,
} from './shapes.ts';
import { type Thing, thingsOf } from './things.ts';

/** Tells where a span is, as the reader of the data counts. */
export type PlaceOf<P> = (span: Span) => P;

/** Every row of the plan's indicator tables, and what the whole plan says of each. */
export function overviewOf<P>(report: Report, placeOf: PlaceOf<P>): Overview<P> {
  const { plan } = report;
  const tables = plan.tables.filter(({ kind }) => kind === 'indicator');
  return { title: titleOf(report), tables: tables.map((table) => tableView(report, table, placeOf)) };
}

/** What a plan calls itself. */
export function titleOf({ plan }: Report): string {
  return plan.frontMatter?.title ?? plan.sections.find(({ level }) => level === 1)?.title.value ?? '';
}

function tableView<P>(report: Report, table: Table, placeOf: PlaceOf<P>): TableView<P> {
  const headOf = (column: Column) => table.head.find((cell) => cell.column === column)?.value;
  const indicators = new Map(table.indicators.map((indicator) => [indicator.row, indicator]));
  const seen = new Map<string, number>();
  let domain = '';
  const rows = table.rows.flatMap((row): RowView<P>[] => {
    const indicator = indicators.get(row);
    domain = indicator?.domain ?? domain;
    if (!indicator && (table.secondHeads.includes(row) || !nameIn(table, row))) return [];
    const view = indicator
      ? indicatorView(report, indicator, placeOf)
      : brokenView(report, table, row, domain, placeOf);
    const count = (seen.get(view.id) ?? 0) + 1;
    seen.set(view.id, count);
    return [count > 1 ? { ...view, id: `${view.id}\n${count}` } : view];
  });
  return {
    caption: table.caption ? wording(table.caption) : '',
    place: placeOf(table.caption?.span ?? table.headSpan),
    baseline: headOf('baseline') ?? '基期',
    target: headOf('target') ?? '目标',
    rows,
  };
}

function indicatorView<P>(report: Report, row: Indicator, placeOf: PlaceOf<P>): RowView<P> {
  const thing = thingsOf(report).ofRow(row);
  const mentions = thing ? mentionsBeside(thing, row, placeOf) : [];
  const change = changeOf(report, row);
  const count = (verdict: MentionView<P>['verdict']) => mentions.filter(({ view }) => view.verdict === verdict).length;
  const direction = directionOfRow(report.knowledge, row);
  return {
    id: thing ? `${thing.key}\n${thing.scope}` : row.name.value,
    place: placeOf(row.span),
    domain: row.domain ?? '',
    number: row.number?.value ?? '',
    name: quote(row.name),
    namePlace: placeOf(row.name.span),
    ...(row.whole && { whole: quote(row.whole.name) }),
    unit: row.units[0] ? quote(row.units[0]) : unitOf(row),
    nature: row.nature?.value ?? '',
    ...(row.baseline && { baseline: cellView(row.baseline, row, placeOf) }),
    ...(row.target && { target: cellView(row.target, row, placeOf) }),
    history: row.history.map((past) => cellView(past, row, placeOf)),
    ...(change && { change }),
    direction: direction === 'higher' ? '越高越好' : direction === 'lower' ? '越低越好' : '',
    chapters: byChapter(mentions),
    agreement: sayAgreement(count('agrees'), count('differs'), count('other')),
    differing: count('differs'),
    findings: touching(report, row.span, thing).map((finding) => findingView(finding, placeOf)),
  };
}

/** A row with too many or too few cells: nobody can tell which value stands where. */
function brokenView<P>(report: Report, table: Table, row: Row, domain: string, placeOf: PlaceOf<P>): RowView<P> {
  const name = nameIn(table, row);
  const place = placeOf(row.span);
  return {
    id: name,
    place,
    domain,
    number: '',
    name,
    namePlace: place,
    unit: '',
    nature: '',
    history: [],
    direction: '',
    chapters: [],
    agreement: '此行的格数与表头不符，未能读出',
    differing: 0,
    findings: touching(report, row.span).map((finding) => findingView(finding, placeOf)),
  };
}

function nameIn({ head }: Table, { cells }: Row): string {
  const cell = cells[head.findIndex(({ column }) => column === 'name')];
  return cell ? quote(cell) : '';
}

/** A title as it is written, but for stars and line breaks. */
export function wording({ span }: Pick<Phrase, 'span'>): string {
  return span.source.text.slice(span.start, span.end).replace(/\*+/g, '').replace(/\s+/g, ' ').trim();
}

function cellView<P>(
  { value, read, span, year }: Reading & { readonly year?: number },
  row: Indicator,
  placeOf: PlaceOf<P>,
): CellView<P> {
  const quantity = read.kind === 'amount' ? read.quantity : undefined;
  const comparable = quantity && (!quantity.unit || quantity.unit === unitOf(row));
  return {
    text: value,
    place: placeOf(span),
    ...(year !== undefined && { year }),
    ...(comparable && { amount: quantity.amount }),
  };
}

function changeOf({ plan, knowledge }: Report, row: Indicator): ChangeView | undefined {
  const movement = movementOfRow(row, plan.years);
  if (!movement) return undefined;
  const { from, to, trend } = movement;
  const way = wayOf(movement, directionOfRow(knowledge, row));
  const yearly = [sayYearly(movement), sayGrowth(movement)].filter((words) => words !== undefined);
  return { from, to, trend, yearly, text: sayMovement(movement), ...(way && { way }) };
}

interface Beside<P> {
  readonly mention: Mention;
  readonly view: MentionView<P>;
}

/** The places besides the row itself that state a value of its indicator. */
function mentionsBeside<P>(thing: Thing, row: Indicator, placeOf: PlaceOf<P>): Beside<P>[] {
  const verdictOf = verdictsIn(thing, row);
  return thing.mentions
    .filter(({ indicator }) => indicator !== row)
    .map((mention) => {
      const view: MentionView<P> = {
        place: placeOf(mention.span),
        text: sayValue(mention),
        when: sayWhen(mention),
        where: mention.from,
        verdict: verdictOf(mention),
      };
      return { mention, view };
    });
}

function byChapter<P>(mentions: readonly Beside<P>[]): ChapterView<P>[] {
  const groups = groupBy(mentions, ({ mention }) => {
    const chapter = chapterOf(mention.section);
    return chapter && chapter.level > 1 ? chapter.title.value : '';
  });
  return [...groups].map(([title, group]) => ({ title, mentions: group.map(({ view }) => view) }));
}

function sayAgreement(agree: number, differ: number, other: number): string {
  const counts = [differ && `${differ}处不一致`, agree && `${agree}处一致`, other && `另有${other}处`];
  return counts.filter((words) => words).join('，') || '别处未提及';
}

/** The findings that nobody has switched off in a row, about a row, and at the other places of its indicator. */
function touching({ findings }: Report, row: Span, thing?: Thing): Finding[] {
  const places = [row, ...(thing?.mentions ?? []).map(({ span }) => span)];
  return findings.filter(
    ({ span, related, suppressed }) =>
      suppressed === undefined &&
      (places.some((place) => meet(place, span)) || related.some((note) => meet(row, note.span))),
  );
}

function meet(a: Span, b: Span): boolean {
  return a.source === b.source && a.start < Math.max(b.end, b.start + 1) && b.start < a.end;
}

export function findingView<P>({ rule, severity, message, span }: Finding, placeOf: PlaceOf<P>): FindingView<P> {
  return { rule, severity, message, place: placeOf(span) };
}
