import assert from 'node:assert/strict';
import type { Report } from '../../src/core/check.ts';
import { edited } from '../../src/core/edit.ts';
import { readGrid } from '../../src/core/read/grid.ts';
import { formatTable } from '../../src/symbols/table-format.ts';
import { cityPlan, report } from '../core/reading.ts';

function formatted(text: string): string {
  const { grids, sources } = report(text).plan;
  const [source] = sources;
  return source ? edited({ source, start: 0, end: text.length }, grids.flatMap(formatTable)) : text;
}

const lines = (...list: readonly string[]) => list.join('\n');

describe('tables, aligned', () => {
  it('take two columns for a Chinese character and stand as they were otherwise', () => {
    const before = lines(
      '前文|不是表格。',
      '',
      '|序号|主要指标|2020年|2025年|指标性质|',
      '|---|:--|--:|:-:|---|',
      '|1|人均预期寿命（岁）|77.2|78.3|预期性|',
      '|2|婴儿死亡率（‰）|4.10|≤4|**预期性**|',
      '',
      '后文 `a|b`。',
    );
    const after = lines(
      '前文|不是表格。',
      '',
      '| 序号 | 主要指标           | 2020年 | 2025年 | 指标性质   |',
      '| ---- | :----------------- | -----: | :----: | ---------- |',
      '| 1    | 人均预期寿命（岁） |   77.2 |  78.3  | 预期性     |',
      '| 2    | 婴儿死亡率（‰）    |   4.10 |   ≤4   | **预期性** |',
      '',
      '后文 `a|b`。',
    );
    assert.equal(formatted(before), after);
    assert.equal(formatted(after), after);
  });

  it('keep escaped bars, bars in code, empty cells, and rows that have too few cells or too many', () => {
    assert.equal(
      formatted(
        lines(
          '| 名称 | 值 |',
          '|-|-|',
          '| 甲\\|乙 | `x\\|y` |',
          '||9|',
          '|丙',
          '| 丁 | 1 | 多出 | 两格 |',
          '| 戊\\ | \\\\|',
        ),
      ),
      lines(
        '| 名称   | 值     |',
        '| ------ | ------ |',
        '| 甲\\|乙 | `x\\|y` |',
        '|        | 9      |',
        '| 丙     |',
        '| 丁     | 1      | 多出 | 两格 |',
        '| 戊\\    | \\\\     |',
      ),
    );
  });

  it('get the outer bars that they lack; a line without any bar is left', () => {
    assert.equal(
      formatted(lines('名称 | 值', '--- | ---:', '甲 | 10', '没有竖线的一行')),
      lines('| 名称 |  值 |', '| ---- | --: |', '| 甲   |  10 |', '没有竖线的一行'),
    );
  });

  it('keep the marks of a quote and the indent of a list', () => {
    assert.equal(
      formatted(
        lines(
          '> **专栏1 工程**',
          '>',
          '> |项目|投资|',
          '> |---|---|',
          '>|市医院迁建|1.2亿元|',
          '',
          '- 甲',
          '',
          '  |a|b|',
          '  |---|---|',
          '  |长一些的|c|',
        ),
      ),
      lines(
        '> **专栏1 工程**',
        '>',
        '> | 项目       | 投资    |',
        '> | ---------- | ------- |',
        '>| 市医院迁建 | 1.2亿元 |',
        '',
        '- 甲',
        '',
        '  | a        | b   |',
        '  | -------- | --- |',
        '  | 长一些的 | c   |',
      ),
    );
  });

  it('are not made wide by one long remark', () => {
    const remark = '此项目由市卫生健康委会同市发展改革委、市财政局组织实施，分三期建设';
    assert.equal(
      formatted(lines('|项目|备注|年份|', '|---|---|---|', `|迁建|${remark}|2023|`, '|扩建|续建项目|2024|')),
      lines(
        '| 项目 | 备注     | 年份 |',
        '| ---- | -------- | ---- |',
        `| 迁建 | ${remark} | 2023 |`,
        '| 扩建 | 续建项目 | 2024 |',
      ),
    );
  });

  it('are meant as tables where head and delimiter row differ, and none in code and front matter', () => {
    assert.equal(
      formatted(lines('| 指标 | 单位 | 值 |', '|---|---|', '| 甲 | 人 | 1 |')),
      lines('| 指标 | 单位 | 值  |', '| ---- | ---- |', '| 甲   | 人   | 1   |'),
    );
    const code = lines('```', '|a|b|', '|---|---|', '```', '', '<!--', '|a|b|', '|---|---|', '-->');
    assert.equal(formatted(code), code);
  });
});

/** Numbers that look random and are the same on every run. */
function createChance(seed: number) {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const upTo = (most: number) => Math.floor(next() * (most + 1));
  return { upTo, one: <T>(list: readonly T[]): T => list[upTo(list.length - 1)] as T };
}

const CELLS = [
  '', ' ', '—', '77.6', '≤14.5', '25≥', '95％以上', '１２', '人均预期寿命（岁）', '婴儿死亡率（‰）', '**婴儿死亡率**（‰）',
  '其中：农村', '预期性', '约束性', '甲\\|乙', '`a\\|b`', '\\\\', '“三高”共管', '　全角空格　', 'a  b', '每降低0.5个百分点', '[^1]', '🏥', 'é',
  '很长很长很长很长很长很长很长很长很长很长很长很长很长的备注',
]; // biome-ignore format: a list

/** A table with all that people do to tables. */
function randomTable(seed: number): string {
  const { upTo, one } = createChance(seed);
  const prefix = one(['', '', '', '> ', '>', '  ']);
  const columns = 1 + upTo(5);
  const row = (cells: readonly string[]) => {
    const body = cells.map((cell) => one(['', ' ', '  ', '\t']) + cell + one(['', ' ', '   '])).join('|');
    return `${prefix}${one(['|', '|', '|', ''])}${body}${one(['|', '|', '|', ''])}${one(['', '', ' '])}`;
  };
  const head = ['序号', '主要指标', '2020年', '2025年', '指标性质', '备注'].slice(0, columns);
  const rules = Array.from({ length: Math.max(1, columns + one([0, 0, 0, 1, -1])) }, () =>
    one(['---', '-', ':--', '--:', ':-:']),
  );
  const rows = Array.from({ length: upTo(5) }, () =>
    Array.from({ length: Math.max(1, columns + one([0, 0, 0, 1, -1])) }, () => one(CELLS)),
  );
  return [row(head), row(rules), ...rows.map(row)].join('\n');
}

/** What is understood of a draft, without the places. */
function understood({ plan, mentions, findings }: Report) {
  return {
    tables: plan.tables.map(({ kind, head, rows, delimiters }) => [
      kind,
      delimiters,
      head.map(({ value, column }) => [value, column]),
      rows.map(({ cells }) => cells.map(({ value }) => value)),
    ]),
    grids: plan.grids.map(({ source, start, end }) =>
      readGrid(source, start, end).map(({ cells }, line) =>
        cells.map(({ value }) => (line === 1 ? value.replace(/-+/, '-') : value)),
      ),
    ),
    boxes: plan.boxes.map(({ heading, items }) => [heading.value, items.length]),
    mentions: mentions.map(({ subject, year, value }) => [subject.value, year, value.kind]),
    findings: findings.map(({ rule, message }) => `${rule} ${message}`).sort(),
  };
}

describe('aligning a table of any shape', () => {
  it('changes nothing that is understood, and nothing the second time', () => {
    let changed = 0;
    for (let seed = 1; seed <= 250; seed++) {
      const lf = cityPlan(`## 第二章 发展目标\n\n表1 主要指标\n\n${randomTable(seed)}\n\n完。`);
      const text = seed % 3 ? lf : lf.replaceAll('\n', '\r\n');
      const once = formatted(text);
      assert.deepEqual(understood(report(once)), understood(report(text)), text);
      assert.equal(formatted(once), once, text);
      assert.equal(once.replace(/[ \t|:-]/g, ''), text.replace(/[ \t|:-]/g, ''));
      assert.equal(once.split('\n').length, text.split('\n').length);
      if (once !== text) changed++;
    }
    assert.ok(changed > 200);
  });
});
