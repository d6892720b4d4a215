import { clean, place } from '../clean.ts';
import type { HeadCell, Indicator, Phrase, Reading, Row, Section, Source, Span, Table } from '../model.ts';
import { looksBack, yearsOfTitle } from '../period.ts';
import { readUnit } from '../quantity/units.ts';
import { readValue } from '../quantity/value.ts';
import { type GridLine, isDelimiter, readGrid } from './grid.ts';
import { readHead, type Years } from './head.ts';

/** Whether lines that Markdown does not take for a table were meant as one: bars in every line, dashes in the second. */
export function looksLikeTable(source: Source, start: number, end: number): boolean {
  const grid = readGrid(source, start, end);
  return grid.length > 1 && isDelimiter(grid[1]) && (grid[0]?.cells.length ?? 0) > 1;
}

/** A table from its first line to its last. Rows of any length are kept; only rows that fit the head become indicators. */
export function readTable(
  source: Source,
  start: number,
  end: number,
  caption: Phrase | undefined,
  section: Section | undefined,
  years: Years,
): Table {
  const [first, delimiter, ...lines] = readGrid(source, start, end);
  const head = readHead(first?.cells ?? [], years);
  const place = section && { section };
  const rows = lines.map((line): Row => ({ span: spanOf(source, line), cells: line.cells, ...place }));
  const indicator = isIndicatorTable(head, caption) && !isReport(head, caption, section, years);
  const regular = head.length === (delimiter?.cells.length ?? 0);
  return {
    span: { source, start, end },
    kind: indicator ? 'indicator' : 'data',
    head,
    headSpan: first ? spanOf(source, first) : { source, start, end: start },
    delimiters: delimiter?.cells.length ?? 0,
    rows,
    secondHeads: rows.filter((row) => isSecondHead(head, row)),
    indicators: indicator && regular ? readIndicators(head, rows) : [],
    ...(caption && { caption }),
    ...place,
  };
}

function spanOf(source: Source, line: GridLine): Span {
  return { source, start: line.start, end: line.end };
}

function isIndicatorTable(head: readonly HeadCell[], caption: Phrase | undefined): boolean {
  const has = (column: HeadCell['column']) => head.some((cell) => cell.column === column);
  if (!has('name')) return false;
  if (has('target') && has('baseline')) return true;
  return (
    (has('target') || has('baseline') || has('history')) &&
    (has('nature') || /发展指标|主要指标/.test(caption?.value ?? ''))
  );
}

/** 表1 “十三五”主要指标完成情况: what an earlier plan aimed at and reached is no target of this one. */
function isReport(
  head: readonly HeadCell[],
  caption: Phrase | undefined,
  section: Section | undefined,
  { base }: Years,
): boolean {
  const told = head.flatMap(({ year }) => year ?? []);
  if (base === undefined || !told.length || told.some((year) => year > base)) return false;
  const title = caption?.value ?? '';
  return /完成|实现|落实|执行/.test(title) || (yearsOfTitle(title)?.to ?? base + 1) <= base || looksBack(section);
}

function isSecondHead(head: readonly HeadCell[], row: Row): boolean {
  const words = row.cells.filter(
    ({ value }) =>
      /^(?:(?:19|20)\d\d年?|.*(?:目标值?|基期值?|现状值?|单位|属性|序号|性质|指标名称))$/.test(value) && value !== '',
  );
  return words.length >= 2 && row.cells.length === head.length;
}

function readIndicators(head: readonly HeadCell[], rows: readonly Row[]): Indicator[] {
  const indicators: Indicator[] = [];
  const column = (kind: HeadCell['column']) => head.findIndex((cell) => cell.column === kind);
  const at = {
    name: column('name'),
    domain: column('domain'),
    number: column('number'),
    unit: column('unit'),
    nature: column('nature'),
    baseline: column('baseline'),
    target: column('target'),
  };
  const numbered = at.number >= 0 && rows.some((row) => /\d/.test(row.cells[at.number]?.value ?? ''));
  const histories = head.flatMap((cell, index) => (cell.column === 'history' ? [index] : []));
  let domain: string | undefined;
  let whole: Indicator | undefined;
  for (const row of rows) {
    if (row.cells.length !== head.length || isSecondHead(head, row)) continue;
    const get = (index: number) => (index >= 0 ? row.cells[index] : undefined);
    const cell = get(at.name);
    domain = get(at.domain)?.value || domain;
    if (!cell?.value) continue;
    const { name, unit, part } = readName(cell);
    const number = get(at.number);
    const nature = get(at.nature);
    const inColumn = get(at.unit);
    const units = [unit, inColumn].filter(
      (phrase): phrase is Phrase => !!phrase?.value && !/^[-—/]+$/.test(phrase.value),
    );
    const isPart = part || (numbered && number?.value === '');
    const read = (index: number) => {
      const reading = readCell(get(index));
      return reading && { ...reading, ...(head[index]?.year !== undefined && { year: head[index]?.year }) };
    };
    const baseline = read(at.baseline);
    const target = read(at.target);
    const indicator: Indicator = {
      span: row.span,
      row,
      cell,
      name,
      units,
      history: histories.flatMap((index) => read(index) ?? []),
      ...(row.section && { section: row.section }),
      ...(domain && { domain }),
      ...(number && { number }),
      ...(nature && { nature }),
      ...(baseline && { baseline }),
      ...(target && { target }),
      ...(isPart && whole && { whole }),
    };
    if (!isPart) whole = indicator;
    indicators.push(indicator);
  }
  return indicators;
}

function readCell(cell: Phrase | undefined): Reading | undefined {
  if (!cell) return undefined;
  const { source, start, end } = cell.span;
  return { ...cell, read: readValue(clean(source, start, end)) };
}

/** `其中：农村（/10万）` → 农村, /10万, a part. The unit is the last bracket that reads as one. */
function readName(cell: Phrase): { name: Phrase; unit?: Phrase; part: boolean } {
  const { source, start, end } = cell.span;
  const written = clean(source, start, end);
  const { text } = written;
  const spanAt = (from: number, to: number): Span => place(written, from, to);
  const part = /^(?:#|\(?其中\)?)[:,、]?/.exec(text);
  let from = part?.[0].length ?? 0;
  let to = text.length;
  let unit: Phrase | undefined;
  const brackets = [...text.matchAll(/\(([^()]*)\)/g)].reverse();
  const bracket = brackets.find(({ 1: inner = '' }) => readUnit(inner) !== undefined);
  if (bracket?.[1] !== undefined) {
    const open = bracket.index;
    unit = { value: bracket[1], span: spanAt(open + 1, open + 1 + bracket[1].length) };
    if (open + bracket[0].length === to) to = open;
  }
  if (from >= to) from = 0;
  const value = unit && to === text.length ? text.slice(from).replace(`(${unit.value})`, '') : text.slice(from, to);
  return { name: { value, span: spanAt(from, to) }, part: !!part, ...(unit && { unit }) };
}
