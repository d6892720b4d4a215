import type { Place } from '../../../../server/src/lsp/protocol.ts';
import type { RowView, TableView } from '../../../../server/src/symbols/shapes.ts';
import type { Choice, Column, Filter } from '../messages.ts';

export type Row = RowView<Place>;
export type Table = TableView<Place>;

/** The rows of a domain that follow each other; '' for rows of none, and where the rows are sorted. */
export interface Group {
  readonly domain: string;
  readonly rows: readonly Row[];
}

/** Whether there is something about a row that somebody should look at. */
export function troubled({ findings, differing }: Row): boolean {
  return findings.length > 0 || differing > 0;
}

const FILTERS: Readonly<Record<Filter, (row: Row) => boolean>> = {
  all: () => true,
  trouble: troubled,
  binding: ({ nature }) => nature.includes('约束'),
  expected: ({ nature }) => nature.includes('预期'),
};

/** The rows of a table that the reader wants to see, in the order wanted. */
export function groupsOf({ rows }: Table, { filter, query, sort }: Choice): Group[] {
  const wanted = rows.filter((row) => FILTERS[filter](row) && says(row, query));
  if (sort) return [{ domain: '', rows: sorted(wanted, sort) }];
  const groups: { domain: string; rows: Row[] }[] = [];
  for (const row of wanted) {
    const last = groups.at(-1);
    if (last?.domain === row.domain) last.rows.push(row);
    else groups.push({ domain: row.domain, rows: [row] });
  }
  return groups;
}

function says({ name, whole = '', domain, unit, number }: Row, query: string): boolean {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const text = [number, name, whole, domain, unit].join(' ').toLowerCase();
  return words.every((word) => text.includes(word));
}

/** What a column is sorted by; undefined where the row has nothing there: such rows stand last either way. */
const KEYS: Readonly<Record<Column, (row: Row) => string | number | undefined>> = {
  name: ({ name }) => name,
  unit: ({ unit }) => unit || undefined,
  nature: ({ nature }) => nature || undefined,
  baseline: ({ baseline }) => baseline?.amount,
  target: ({ target }) => target?.amount,
  change: ({ change }) => change && (change.from === 0 ? change.to : (change.to - change.from) / Math.abs(change.from)),
  places: ({ findings, differing }) => findings.length + differing,
};

const chinese = new Intl.Collator('zh-CN', { numeric: true });

function sorted(rows: readonly Row[], { column, descending }: NonNullable<Choice['sort']>): Row[] {
  const key = KEYS[column];
  const sign = descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [x, y] = [key(a), key(b)];
    if (x === undefined || y === undefined) return Number(x === undefined) - Number(y === undefined);
    return sign * (typeof x === 'number' && typeof y === 'number' ? x - y : chinese.compare(String(x), String(y)));
  });
}
