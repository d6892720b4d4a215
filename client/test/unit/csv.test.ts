import assert from 'node:assert/strict';
import type { Overview } from '../../../server/src/lsp/protocol.ts';
import { csvOf } from '../../src/panel/csv.ts';

type Row = Overview['tables'][number]['rows'][number];

const place = (line: number) => ({
  uri: 'file:///plan.md',
  range: { start: { line, character: 0 }, end: { line, character: 2 } },
});
const row: Row = {
  id: '1',
  place: place(9),
  domain: '健康水平',
  number: '1',
  name: '人均预期寿命',
  namePlace: place(9),
  unit: '岁',
  nature: '预期性',
  baseline: { text: '78.2', year: 2020, amount: 78.2, place: place(9) },
  target: { text: '79.1', year: 2025, amount: 79.1, place: place(9) },
  history: [],
  change: { from: 78.2, to: 79.1, text: '提高0.9岁', yearly: ['年均提高0.18岁'], trend: 'up', way: 'right' },
  direction: '越高越好',
  chapters: [
    {
      title: '第一章 发展基础',
      mentions: [{ place: place(4), text: '77.9岁', when: '2020年', where: 'text', verdict: 'differs' }],
    },
  ],
  agreement: '1处不一致',
  differing: 1,
  findings: [{ rule: 'value-conflict', severity: 'error', message: '前后不一', place: place(4) }],
};
const csv = (...rows: Partial<Row>[]) =>
  csvOf({
    title: '规划',
    tables: [
      {
        caption: '表1 主要指标',
        place: place(6),
        baseline: '2020年',
        target: '2025年',
        rows: rows.map((changes) => ({ ...row, ...changes })),
      },
    ],
  });
const line = (changes: Partial<Row>) => csv(changes).split('\r\n')[1] ?? '';

describe('the overview as CSV', () => {
  it('begins with a byte order mark, by which Excel and WPS know it as UTF-8, and ends each line with CR LF', () => {
    const text = csv({}, {});
    assert.equal(text.charCodeAt(0), 0xfeff);
    assert.deepEqual(
      text.split('\r\n').map((part) => part.length > 0),
      [true, true, true, false],
    );
  });

  it('has all that the panel shows, in as many cells as the head', () => {
    const [head = '', first = ''] = csv({}).split('\r\n');
    assert.equal(
      first,
      '表1 主要指标,健康水平,1,人均预期寿命,岁,预期性,2020年,78.2,2025年,79.1,提高0.9岁,年均提高0.18岁,正确,1处不一致,第一章 发展基础 第5行，2020年：77.9岁（不一致）,第5行：前后不一',
    );
    assert.equal(head.split(',').length, first.split(',').length);
  });

  it('names the file where a place stands in another one of the plan', () => {
    const elsewhere = { ...place(4), uri: `file:///plans/${encodeURIComponent('第二章.md')}` };
    assert.match(
      line({ findings: [{ ...row.findings[0], place: elsewhere } as never] }),
      /,第二章\.md 第5行：前后不一$/,
    );
  });

  it('quotes what holds a comma, a quote or a line break', () => {
    assert.ok(line({ name: '甲,乙' }).includes(',"甲,乙",'));
    assert.ok(line({ name: '“甲”"乙"' }).includes(',"“甲”""乙""",'));
    assert.ok(csv({ name: '甲\n乙' }).includes(',"甲\n乙",'));
  });

  it('keeps a spreadsheet from taking a text for a formula, and numbers as they are', () => {
    const target = (text: string) => line({ target: { text, place: place(9) } });
    assert.ok(target('=1+1').includes(",'=1+1,"));
    assert.ok(target('@SUM(A1)').includes(",'@SUM(A1),"));
    assert.ok(target('-持平').includes(",'-持平,"));
    assert.ok(target('-0.5').includes(',-0.5,'));
    assert.ok(target('+3%').includes(',+3%,'));
    assert.ok(target('≥95').includes(',≥95,'));
  });

  it('leaves empty what a row does not have', () => {
    const bare = line({ baseline: undefined, target: undefined, change: undefined, chapters: [], findings: [] });
    assert.match(bare, /,预期性,,,,,,,,1处不一致,,$/);
  });
});
