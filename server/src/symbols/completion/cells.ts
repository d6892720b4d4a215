import { barsOf } from '../../core/bars.ts';
import { nameOf, unitOf } from '../../core/facts/tables.ts';
import type { LexiconFile } from '../../core/lexicon.ts';
import type { Table } from '../../core/model.ts';
import type { Proposal, Scene } from './proposal.ts';

/** More than anybody reads through: who types on gets others. */
const MOST = 100;

/** In a cell of an indicator table: its name, its unit, 约束性 or 预期性; undefined outside tables. */
export function cells(scene: Scene): Proposal[] | undefined {
  const { before } = scene;
  const table = tableAt(scene);
  if (!table) return undefined;
  const bars = barsOf(before, 0, before.length);
  const inner = before.slice((bars.at(-1) ?? -1) + 1);
  const typed = inner.trimStart();
  // Behind a bar it is asked what the cell may hold; a space within its text asks nothing.
  if (scene.typed === ' ' && typed !== '') return [];
  const column = table.head[bars.length - (before.trimStart().startsWith('|') ? 1 : 0)]?.column;
  const cell: Cell = { table, typed, behind: behind(scene.after), gap: bars.length > 0 && inner === '' ? ' ' : '' };
  if (column === 'name') return names(scene, cell);
  if (column === 'unit') return units(scene, cell, nameInRow(before, table), typed, '');
  if (column === 'nature') return ['预期性', '约束性'].map((value) => proposal(cell, value));
  if (column === 'domain') return domains(scene).map((value) => proposal(cell, value));
  return [];
}

interface Cell {
  readonly table: Table;
  readonly typed: string;
  /** What stands behind the offset in the cell. */
  readonly behind: number;
  /** The space that a cell has after its bar, where it is not there yet. */
  readonly gap: string;
}

/** The table whose rows, not its head, the line belongs to. */
function tableAt({ report: { plan }, source, offset, before }: Scene): Table | undefined {
  const line = offset - before.length;
  const table = plan.tables.filter(({ span }) => span.source === source && span.start <= line).at(-1);
  if (table?.kind !== 'indicator' || line > table.span.end + 2 || !before.includes('|')) return undefined;
  const above = source.text.slice(table.span.start, line);
  return above.split('\n').length > 2 ? table : undefined;
}

function behind(after: string): number {
  const [end = after.length] = barsOf(after, 0, after.length);
  return after.slice(0, end).trimEnd().length;
}

function proposal({ typed, behind, gap }: Cell, value: string): Proposal {
  return { kind: 'value', label: value, length: typed.length, behind, text: gap + value };
}

/** The names of the lexicon that the plan's tables have not yet, those of the plan's own domain first, each with its unit. */
function names(scene: Scene, cell: Cell): Proposal[] {
  const { report, source, offset } = scene;
  const { plan, knowledge } = report;
  const { table, typed, behind, gap } = cell;
  const [, named, unit] = /^(.+)[（(]([^（）()|]*)$/.exec(typed) ?? [];
  if (named !== undefined && unit !== undefined && knowledge.traitOf(named).units.length)
    return units(scene, { ...cell, gap: '' }, named, unit, closing(typed, scene.after));
  const rows = plan.tables.flatMap(({ indicators }) => indicators);
  const written = rows.filter(({ span }) => span.source !== source || offset < span.start || offset > span.end);
  const there = new Set(written.map((row) => knowledge.keyOf(nameOf(row))));
  const query = typed.trim();
  const found = ranked(knowledge.lexicon, scene).flatMap(({ domain, indicators }) =>
    indicators
      .filter(({ name, aliases = [] }) => [name, ...aliases].some((one) => one.includes(query)))
      .filter(({ name }) => !there.has(knowledge.keyOf(name)))
      .map(({ name, units: [usual = ''] }) => ({ name, usual, domain, first: query !== '' && name.startsWith(query) })),
  );
  const [left, right] = bracketsOf(table);
  return [...found.filter(({ first }) => first), ...found.filter(({ first }) => !first)].slice(0, MOST).map(
    ({ name, usual, domain }): Proposal => ({
      kind: 'indicator',
      label: name,
      detail: [usual, domain].filter(Boolean).join('，'),
      length: typed.length,
      behind,
      text: `${gap}${name}${usual && left ? left + usual + right : ''}`,
      // 寿命 is to find 人均预期寿命, which no editor's own matching does.
      filter: typed || name,
      topic: { kind: 'indicator', name },
    }),
  );
}

/** How the table writes units behind names: in brackets of the kind that it has, or in a column of their own. */
function bracketsOf({ head, indicators }: Table): readonly [string, string] {
  if (head.some(({ column }) => column === 'unit')) return ['', ''];
  const raw = indicators.map(({ cell: { span } }) => span.source.text.slice(span.start, span.end)).join('');
  return raw.includes('(') && !raw.includes('（') ? ['(', ')'] : ['（', '）'];
}

function closing(typed: string, after: string): string {
  if (/^[^|]*[）)]/.test(after)) return '';
  return typed.includes('（') ? '）' : ')';
}

/** The units that the lexicon knows of a name, then those that the table has. */
function units({ report }: Scene, cell: Cell, name: string, typed: string, close: string): Proposal[] {
  const known = report.knowledge.traitOf(name).units;
  const used = close ? [] : cell.table.indicators.map(unitOf);
  return [...new Set([...known, ...used])].filter(Boolean).map((unit) => ({
    kind: 'unit',
    label: unit,
    length: typed.length,
    text: `${cell.gap}${unit}${close}`,
  }));
}

function nameInRow(before: string, { head }: Table): string {
  const line = before.trimStart();
  const bars = barsOf(line, 0, line.length);
  const at = head.findIndex(({ column }) => column === 'name') + (line.startsWith('|') ? 0 : -1);
  return line.slice((bars[at] ?? -1) + 1, bars[at + 1]).trim();
}

function domains({ report: { plan } }: Scene): readonly string[] {
  return [...new Set(plan.tables.flatMap(({ indicators }) => indicators.flatMap(({ domain }) => domain ?? [])))];
}

/** The files of the lexicon: the plan's own, the one that it names as its domain, then by how many of its rows each holds. */
function ranked(files: readonly LexiconFile[], { report: { plan, knowledge } }: Scene): readonly LexiconFile[] {
  const said = `${plan.frontMatter?.entries.get('领域')?.value ?? ''}${plan.frontMatter?.title ?? ''}`;
  const rows = plan.tables.flatMap(({ indicators }) => indicators.map((row) => knowledge.traitOf(nameOf(row)).entry));
  const weight = ({ domain, indicators }: LexiconFile, index: number) =>
    (domain === '' ? 1e6 : 0) +
    (domain.slice(0, 2) && said.includes(domain.slice(0, 2)) ? 1e3 : 0) +
    rows.filter((entry) => entry && indicators.includes(entry)).length -
    index / 100;
  const weights = new Map(files.map((file, index) => [file, weight(file, index)]));
  return [...files].sort((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0));
}
