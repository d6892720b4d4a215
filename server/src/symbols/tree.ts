import type { Report } from '../core/check.ts';
import { unitOf } from '../core/facts/tables.ts';
import type { Box, BoxItem, Indicator, Reading, Span, Table } from '../core/model.ts';
import { quote } from '../core/say.ts';
import { extentsOf } from './extents.ts';
import { wording } from './overview.ts';

/** What has a name in a plan, with what lies within it, in the order of the text. */
export interface Node {
  readonly kind: 'chapter' | 'table' | 'indicator' | 'box' | 'project';
  /** Never empty. */
  readonly name: string;
  readonly detail?: string;
  /** All of it, with what lies within it; holds `title`. */
  readonly whole: Span;
  readonly title: Span;
  readonly children: readonly Node[];
}

type Growing = Node & { readonly children: Node[] };

/** The chapters of a plan with their tables and boxes, file by file: a chapter that goes on in another file does not hold what is there. */
export function treeOf({ plan }: Report): readonly Node[] {
  const { sources, tables, boxes } = plan;
  const boxed = new Set(boxes.map(({ heading }) => heading.span.start));
  const chapters = [...extentsOf(plan)].filter(([{ title }]) => !boxed.has(title.span.start));
  const nodes = [
    ...chapters.map(([{ title }, whole]) => node('chapter', wording(title) || '（无标题）', whole, title.span)),
    ...tables.filter(({ kind, caption }) => kind === 'indicator' || caption).map(tableNode),
    ...boxes.map(boxNode),
  ];
  const order = new Map(sources.map((source, index) => [source, index]));
  const rank = ({ source, start }: Span) => (order.get(source) ?? 0) * 1e9 + start;
  nodes.sort((a, b) => rank(a.whole) - rank(b.whole) || b.whole.end - a.whole.end);
  const roots: Node[] = [];
  const open: Growing[] = [];
  for (const each of nodes) {
    while (open.length && !holds((open.at(-1) as Growing).whole, each.whole)) open.pop();
    (open.at(-1)?.children ?? roots).push(each);
    open.push(each);
  }
  return roots;
}

function holds(outer: Span, inner: Span): boolean {
  return outer.source === inner.source && outer.start <= inner.start && inner.end <= outer.end;
}

function node(kind: Node['kind'], name: string, whole: Span, title: Span, detail = '', children: Node[] = []): Growing {
  return { kind, name, whole, title, children, ...(detail && { detail }) };
}

function tableNode({ kind, caption, span, headSpan, indicators }: Table): Growing {
  const parts = new Map<Indicator, Node[]>();
  const rows: Node[] = [];
  for (const row of indicators) {
    const own: Node[] = [];
    parts.set(row, own);
    const holder = row.whole ? (parts.get(row.whole) ?? rows) : rows;
    holder.push(node('indicator', quote(row.name), row.span, row.name.span, aimOf(row), own));
  }
  const title = caption?.span ?? headSpan;
  const name = (caption && wording(caption)) || '指标表';
  const detail = kind === 'indicator' ? `${indicators.length}项指标` : '';
  return node('table', name, { ...title, end: span.end }, title, detail, rows.map(stretched));
}

/** A row that holds its 其中 rows. */
function stretched(row: Node): Node {
  const children = row.children.map(stretched);
  const end = children.reduce((end, { whole }) => Math.max(end, whole.end), row.whole.end);
  return { ...row, whole: { ...row.whole, end }, children };
}

/** 77.6 → 78.6 岁 */
function aimOf(row: Indicator): string {
  const said = (cell: Reading | undefined) => (cell?.value ? quote(cell) : '—');
  const unit = unitOf(row);
  return `${said(row.baseline)} → ${said(row.target)}${unit && ` ${unit}`}`;
}

function boxNode({ heading, items, span }: Box): Growing {
  const projects = items.filter(({ name, certain }) => name || certain);
  const children = projects.map((item) => node('project', titleOf(item), item.span, (item.name ?? item).span));
  return node('box', wording(heading), span, heading.span, `${projects.length}个项目`, children);
}

const LONGEST_TITLE = 20;

function titleOf({ name, content }: BoxItem): string {
  return (name && quote(name)) || content?.value.slice(0, LONGEST_TITLE) || '（无名称）';
}
