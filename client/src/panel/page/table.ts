import type { Place } from '../../../../server/src/lsp/protocol.ts';
import type { CellView, ChapterView, FindingView, MentionView } from '../../../../server/src/symbols/shapes.ts';
import type { Choice, Column } from '../messages.ts';
import { sayLine } from '../say.ts';
import { chartOf, WAYS } from './chart.ts';
import { h } from './dom.ts';
import { groupsOf, type Row, type Table } from './rows.ts';

/** What the reader does in a table. */
export interface Acts {
  go(place: Place): void;
  sort(column: Column): void;
}

/** A part of a table by its key: what it shows, as text, tells whether it must be made anew. */
export interface Piece {
  readonly key: string;
  readonly content: string;
  make(): HTMLTableSectionElement | HTMLTableCaptionElement;
}

/** The parts of a table in their order: caption, head, and a section for each domain's name and for each row. */
export function piecesOf(table: Table, choice: Choice, acts: Acts): Piece[] {
  const groups = groupsOf(table, choice);
  const piece = (key: string, value: unknown, make: Piece['make']): Piece => ({
    key,
    content: JSON.stringify(value),
    make,
  });
  const { caption, baseline, target, place } = table;
  return [
    piece('caption', [caption, place], () =>
      h(
        'caption',
        {},
        button('caption', '', caption || '指标表', () => acts.go(place)),
      ),
    ),
    piece('head', [baseline, target, choice.sort], () => headOf(table, choice, acts)),
    ...groups.flatMap(({ domain, rows }, index) => [
      ...(domain ? [piece(`domain ${index} ${domain}`, domain, () => domainOf(domain))] : []),
      ...rows.map((row) => piece(`row ${row.id}`, row, () => rowOf(row, acts))),
    ]),
  ];
}

const COLUMNS: readonly (readonly [Column, string])[] = [
  ['name', '指标'],
  ['unit', '单位'],
  ['nature', '性质'],
  ['baseline', '基期'],
  ['target', '目标'],
  ['change', '变化'],
  ['places', '各章核对'],
];

function headOf(table: Table, { sort }: Choice, acts: Acts): HTMLTableSectionElement {
  const cells = COLUMNS.map(([column, name]) => {
    const way = sort?.column === column ? (sort.descending ? 'descending' : 'ascending') : undefined;
    const label = column === 'baseline' || column === 'target' ? table[column] : name;
    const mark = h(
      'span',
      { class: 'arrow', 'aria-hidden': 'true' },
      way === undefined ? '' : way === 'ascending' ? '▲' : '▼',
    );
    const content = button(`head ${column}`, 'sort', label, () => acts.sort(column), mark);
    content.title = '按此列排序';
    return h('th', { scope: 'col', class: column, 'aria-sort': way }, content);
  });
  return h('thead', {}, h('tr', {}, ...cells));
}

function domainOf(domain: string): HTMLTableSectionElement {
  return h('tbody', { class: 'domain' }, h('tr', {}, h('th', { scope: 'rowgroup', colspan: COLUMNS.length }, domain)));
}

function rowOf(row: Row, acts: Acts): HTMLTableSectionElement {
  const { id, number, name, whole, unit, nature, change, chapters, findings, differing, agreement } = row;
  const value = (column: 'baseline' | 'target', cell: CellView<Place> | undefined) =>
    h(
      'td',
      { class: column },
      cell?.text ? button(`${id} ${column}`, 'link', cell.text, () => acts.go(cell.place)) : '—',
    );
  const main = h(
    'tr',
    {},
    h(
      'th',
      { scope: 'row', class: 'name' },
      (number || whole !== undefined) && h('span', { class: 'number' }, number),
      h(
        'span',
        {},
        whole !== undefined && h('span', { class: 'quiet' }, '其中：'),
        button(`${id} name`, 'link', name, () => acts.go(row.namePlace)),
        h('span', { class: 'folded quiet' }, [unit, nature].filter(Boolean).join(' · ')),
      ),
    ),
    h('td', { class: 'unit' }, unit),
    h('td', { class: 'nature' }, nature),
    value('baseline', row.baseline),
    value('target', row.target),
    h('td', { class: 'change' }, ...changeOf(row)),
    h(
      'td',
      { class: 'places' },
      ...chapters.map((chapter) => chapterOf(chapter, row, acts)),
      h('span', { class: differing > 0 ? 'differs' : 'quiet' }, agreement),
    ),
  );
  if (change?.way === 'wrong') main.classList.add('wrong');
  const notes = findings.map((finding, index) => noteOf(finding, `${id} note ${index}`, row.place, acts));
  return h(
    'tbody',
    { class: 'row' },
    main,
    notes.length > 0 && h('tr', { class: 'notes' }, h('td', { colspan: COLUMNS.length }, h('ul', {}, ...notes))),
  );
}

function changeOf(row: Row): (Node | string)[] {
  const { change, direction } = row;
  const chart = chartOf(row);
  if (!change || !chart) return ['—'];
  const words = h('span', { class: 'words' }, change.text);
  if (change.way === 'wrong') words.append(h('strong', { class: 'wrong' }, `${WAYS.wrong}（${direction}）`));
  words.append(...change.yearly.map((yearly) => h('span', { class: 'quiet' }, yearly)));
  return [h('div', { class: 'moved' }, chart, words)];
}

const VERDICTS = { agrees: '与指标表一致', differs: '不一致', other: '指标表没有这一年的数值' } as const;
const SIGNS = { agrees: '✓', differs: '✗', other: '○' } as const;

function chapterOf({ title, mentions }: ChapterView<Place>, row: Row, acts: Acts): HTMLElement {
  const short =
    /^第[一二三四五六七八九十百\d]+[编篇章节部]分?/.exec(title)?.[0] ??
    (title.length > 6 ? `${title.slice(0, 5)}…` : title);
  const marks = mentions.map((mention, index) => {
    const { place, verdict } = mention;
    const mark = button(`${row.id} mark ${title} ${index}`, `mark ${verdict}`, SIGNS[verdict], () => acts.go(place));
    const said = spoken(title, mention, row.place);
    mark.title = said;
    mark.setAttribute('aria-label', said);
    return mark;
  });
  return h('span', { class: 'chapter' }, h('span', { class: 'quiet', title }, short || '开头'), ...marks);
}

function spoken(chapter: string, { place, text, when, where, verdict }: MentionView<Place>, home: Place): string {
  const kind = where === 'text' ? '' : where === 'box' ? '专栏' : '指标表';
  return `${chapter}${kind} ${sayLine(place, home)}，${when}：${text}，${VERDICTS[verdict]}`;
}

const SEVERITIES = { error: '错误', warning: '警告', information: '提示', hint: '建议' } as const;

function noteOf(
  { severity, message, rule, place }: FindingView<Place>,
  key: string,
  home: Place,
  acts: Acts,
): HTMLElement {
  const word = h('span', { class: `severity ${severity}` }, SEVERITIES[severity]);
  const note = button(key, 'note', '', () => acts.go(place), word, ` ${message}`);
  note.title = `${sayLine(place, home)}，规则 ${rule}`;
  return h('li', {}, note);
}

/** A button that is found again by its key when its row was made anew. */
function button(
  key: string,
  kind: string,
  text: string,
  act: () => void,
  ...children: readonly (Node | string)[]
): HTMLButtonElement {
  const made = h('button', { type: 'button', class: kind, tabindex: '-1', 'data-key': key }, text, ...children);
  made.addEventListener('click', act);
  return made;
}
