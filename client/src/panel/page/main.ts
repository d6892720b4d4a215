import type { Place } from '../../../../server/src/lsp/protocol.ts';
import type { Asked, Choice, Column, Filter, Kept, Shown } from '../messages.ts';
import { h } from './dom.ts';
import { emptyTable, fill } from './keyed.ts';
import { groupsOf, type Table, troubled } from './rows.ts';
import { type Acts, piecesOf } from './table.ts';

interface Host {
  postMessage(message: Asked): void;
  getState(): Kept | undefined;
  setState(state: Kept): void;
}
declare function acquireVsCodeApi(): Host;

const host = acquireVsCodeApi();
const kept = host.getState();
let choice: Choice = kept?.choice ?? { filter: 'all', query: '' };
let shown: Shown | undefined;

const FILTERS: readonly (readonly [Filter, string])[] = [
  ['all', '全部'],
  ['trouble', '有问题'],
  ['binding', '约束性'],
  ['expected', '预期性'],
];

const title = h('h1');
const counts = h('p', { class: 'quiet', 'aria-live': 'polite' });
const search = h('input', { type: 'search', placeholder: '查找指标', 'aria-label': '查找指标', value: choice.query });
const filters = FILTERS.map(([filter, name]) => {
  const radio = h('input', { type: 'radio', name: 'filter', value: filter, checked: choice.filter === filter });
  radio.addEventListener('change', () => choose({ filter }));
  return h('label', {}, radio, h('span', {}, name));
});
const save = h('button', { type: 'button', class: 'export' }, '导出 CSV');
const tools = h(
  'div',
  { class: 'tools' },
  h('fieldset', {}, h('legend', { class: 'hidden' }, '显示哪些指标'), ...filters),
  search,
  save,
);
const tables = h('div', { class: 'tables' });
const empty = h('div', { class: 'empty' });
document.body.append(h('header', {}, title, counts, tools), tables, empty);

search.addEventListener('input', () => choose({ query: search.value }));
save.addEventListener('click', () => host.postMessage({ kind: 'export' }));
window.addEventListener('scrollend', keep);
window.addEventListener('message', ({ data }: MessageEvent<Shown>) => {
  const first = !shown;
  shown = data;
  show();
  if (first && kept?.uri === shown.uri) window.scrollTo(0, kept.top ?? 0);
  keep();
});

const acts: Acts = {
  go: (place: Place) => host.postMessage({ kind: 'go', place }),
  sort(column: Column) {
    const { sort } = choice;
    if (sort?.column !== column) choose({ sort: { column, descending: false } });
    else if (!sort.descending) choose({ sort: { column, descending: true } });
    else choose({ sort: undefined });
  },
};

function choose(change: { readonly [key in keyof Choice]?: Choice[key] | undefined }): void {
  const { sort, ...rest } = { ...choice, ...change };
  choice = { ...rest, ...(sort && { sort }) } as Choice;
  keep();
  show();
}

function keep(): void {
  host.setState({ choice, top: window.scrollY, ...(shown && { uri: shown.uri }) });
}

function show(): void {
  const overview = shown?.overview;
  const all = overview?.tables ?? [];
  const rows = all.flatMap((table) => table.rows);
  const visible = all.filter((table) => groupsOf(table, choice).some((group) => group.rows.length > 0));
  title.textContent = overview?.title || '指标总览';
  const said = rows.length > 0 ? sayCounts(all) : '';
  // The same words again would be read out again.
  if (counts.textContent !== said) counts.textContent = said;
  tools.hidden = rows.length === 0;
  put(visible);
  empty.replaceChildren(...(shown && visible.length === 0 ? emptyOf(rows.length) : []));
}

/** One table element for each table that has something to show; those that stay are kept. */
function put(list: readonly Table[]): void {
  while (tables.children.length > list.length) tables.lastElementChild?.remove();
  while (tables.children.length < list.length) tables.append(emptyTable('指标'));
  for (const [index, table] of list.entries())
    fill(tables.children[index] as HTMLTableElement, piecesOf(table, choice, acts));
}

function sayCounts(list: readonly Table[]): string {
  const rows = list.flatMap((table) => table.rows);
  const seen = list.flatMap((table) => groupsOf(table, choice).flatMap((group) => group.rows)).length;
  const bad = rows.filter(troubled).length;
  const total = `共${rows.length}项指标，${bad > 0 ? `${bad}项有问题` : '没有发现问题'}`;
  return seen < rows.length ? `${total}；显示${seen}项` : total;
}

function emptyOf(rows: number): Node[] {
  if (!shown?.overview)
    return [
      h('p', {}, '当前文件不是规划文稿。'),
      h(
        'p',
        { class: 'quiet' },
        '打开规划文稿，这里列出它的全部指标。开头有文件头（如“规划期: 2021-2025”）或者含有指标表的 Markdown 文件视为规划文稿。',
      ),
    ];
  if (rows === 0)
    return [
      h('p', {}, '这部规划还没有指标表。'),
      h('p', { class: 'quiet' }, '表头有“指标”和基期、目标年份（如“2020年”“2025年”）的表格视为指标表。'),
    ];
  const all = h('button', { type: 'button', class: 'export' }, '显示全部');
  all.addEventListener('click', () => {
    search.value = '';
    for (const radio of tools.querySelectorAll<HTMLInputElement>('input[type="radio"]'))
      radio.checked = radio.value === 'all';
    choose({ filter: 'all', query: '' });
    search.focus();
  });
  return [h('p', {}, '没有符合条件的指标。'), all];
}

show();
host.postMessage({ kind: 'ready' });
