import type { Overview, Place } from '../../../server/src/lsp/protocol.ts';
import type { CellView, RowView } from '../../../server/src/symbols/shapes.ts';
import { sayLine } from './say.ts';

const HEAD = [
  '表',
  '领域',
  '序号',
  '指标',
  '单位',
  '指标性质',
  '基期',
  '基期值',
  '目标年',
  '目标值',
  '变化',
  '年均变化',
  '方向',
  '各处核对',
  '别处的数值',
  '问题',
];
const WAYS = { right: '正确', wrong: '相反', flat: '未变' } as const;
const VERDICTS = { agrees: '一致', differs: '不一致', other: '未比较' } as const;

/** The overview as a table for Excel and WPS: UTF-8 with a byte order mark, quoted as RFC 4180 says. */
export function csvOf({ tables }: Overview): string {
  const lines = tables.flatMap(({ caption, rows }) => rows.map((row) => [caption, ...cellsOf(row)]));
  return `\uFEFF${[HEAD, ...lines].map((line) => `${line.map(field).join(',')}\r\n`).join('')}`;
}

function cellsOf(row: RowView<Place>): string[] {
  const { change, chapters, findings } = row;
  const lineOf = (place: Place) => sayLine(place, row.place);
  const yearOf = (cell: CellView<Place> | undefined) => (cell?.year === undefined ? '' : `${cell.year}年`);
  const places = chapters.flatMap(({ title, mentions }) =>
    mentions.map(
      ({ place, when, text, verdict }) => `${title} ${lineOf(place)}，${when}：${text}（${VERDICTS[verdict]}）`,
    ),
  );
  return [
    row.domain,
    row.number,
    row.whole === undefined ? row.name : `其中：${row.name}`,
    row.unit,
    row.nature,
    yearOf(row.baseline),
    row.baseline?.text ?? '',
    yearOf(row.target),
    row.target?.text ?? '',
    change?.text ?? '',
    change?.yearly.join('，') ?? '',
    change?.way ? WAYS[change.way] : '',
    row.agreement,
    places.join('；'),
    findings.map(({ message, place }) => `${lineOf(place)}：${message}`).join('；'),
  ];
}

/** A spreadsheet takes what begins like this for a formula, unless it is a number. */
const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^[+-]?\d+(?:\.\d+)?%?$/;

function field(text: string): string {
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
