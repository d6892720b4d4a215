import { groupBy } from '../core/group.ts';
import type { CellView, FindingView, RowView, TableView } from '../symbols/shapes.ts';
import { sayWhere } from './findings.ts';
import { html, type Markup } from './markup.ts';
import type { PlanReview, Where } from './review.ts';

/** Every indicator of the plan: where it stands, where it is to go, and whether the text agrees. */
export function indicatorsPart({ overview, chapters }: PlanReview, id: string): Markup {
  if (overview.tables.length === 0) return html``;
  const numbers = new Map(
    chapters.flatMap(({ findings }) =>
      findings.map(({ number, ...told }) => [keyOf({ ...told, place: told.where }), number]),
    ),
  );
  const link = (finding: FindingView<Where>) => {
    const number = numbers.get(keyOf(finding));
    return number === undefined ? '' : html` <a href="#${id}-${number}">${number}</a>`;
  };
  return html`<h2>指标总览</h2>
${overview.tables.map((table) => tablePart(table, link))}`;
}

/** A finding of the overview is the one of the list that says the same of the same line. */
function keyOf({ rule, message, place }: Pick<FindingView<Where>, 'rule' | 'message' | 'place'>): string {
  return [rule, message, sayWhere(place)].join('\n');
}

function tablePart(table: TableView<Where>, link: (finding: FindingView<Where>) => Markup | string): Markup {
  const domains = groupBy(table.rows, ({ domain }) => domain);
  return html`<div class="scroll"><table class="wide">
<caption>${table.caption || '指标表'} <span class="quiet">${sayWhere(table.place)}</span></caption>
<thead><tr><th scope="col">指标</th><th scope="col">单位</th><th scope="col">性质</th><th scope="col" class="number">${table.baseline}</th><th scope="col" class="number">${table.target}</th><th scope="col">变化</th><th scope="col">各处核对</th><th scope="col">问题</th></tr></thead>
${[...domains].map(
  ([domain, rows]) => html`<tbody>
${domain && html`<tr class="group"><th scope="rowgroup" colspan="8">${domain}</th></tr>\n`}${rows.map((row) => rowPart(row, link))}</tbody>
`,
)}</table></div>
`;
}

function rowPart(row: RowView<Where>, link: (finding: FindingView<Where>) => Markup | string): Markup {
  const { name, whole, unit, nature, baseline, target, change, agreement, differing, findings } = row;
  const value = (cell: CellView<Where> | undefined) => html`<td class="number">${cell?.text || '—'}</td>`;
  return html`<tr><th scope="row">${whole !== undefined && html`<span class="quiet">其中：</span>`}${name}</th><td class="whole">${unit}</td><td class="whole">${nature}</td>${value(baseline)}${value(target)}<td>${change && html`<span class="${change.way ?? ''}">${change.way && WAYS[change.way]}${change.text}</span>${change.yearly.map((words) => html`<br><span class="quiet">${words}</span>`)}`}</td><td>${differing > 0 ? html`<b class="wrong">${agreement}</b>` : agreement}</td><td>${findings.length > 0 ? findings.map(link) : '—'}</td></tr>
`;
}

const WAYS = { right: '✓ ', wrong: '✗ ', flat: '＝ ' } as const;
