import assert from 'node:assert/strict';
import type { Indicator, Value } from '../../src/core/model.ts';
import { blamed, plan, report } from './reading.ts';

const TITLE = '# 青岩市“十四五”规划\n\n## 二、目标\n\n';

function say(value: Value | undefined): string {
  if (value?.kind === 'amount')
    return `${value.quantity.bound === '=' ? '' : value.quantity.bound}${value.quantity.amount}`;
  return value?.kind ?? '';
}

/** `健康水平 1 婴儿死亡率 [‰] 3.9→≤3.5 预期性`, a part with its whole behind it. */
function row({ domain, number, name, units, baseline, target, nature, whole }: Indicator): string {
  const unit = units.map(({ value }) => `[${value}]`).join('');
  const parts = [
    domain,
    number?.value,
    `${name.value}${unit && ` ${unit}`}`,
    `${say(baseline?.read)}→${say(target?.read)}`,
    nature?.value,
    whole && `< ${whole.name.value}`,
  ];
  return parts.filter(Boolean).join(' ');
}

function rows(table: string): string[] {
  return plan(`${TITLE}表1 主要指标\n\n${table}\n`).tables.flatMap(({ indicators }) => indicators.map(row));
}

describe('indicator tables', () => {
  it('have columns in the usual order, merged cells and parts', () => {
    const found = rows(`| 领域 | 序号 | 主要指标 | 2020年 | 2025年 | 指标性质 |
|---|---|---|---|---|---|
| 健康水平 | 1 | 人均预期寿命（岁） | 77.6 | 78.6 | 预期性 |
| | 2 | 孕产妇死亡率（/10万） | 11.87 | ≤14.5 | 预期性 |
| | | 其中：农村 | 12.1 | ≤15 | 预期性 |
| 健康生活 | 3 | 居民健康素养水平（%） | 20 | 25 | 预期性 |`);
    assert.deepEqual(found, [
      '健康水平 1 人均预期寿命 [岁] 77.6→78.6 预期性',
      '健康水平 2 孕产妇死亡率 [/10万] 11.87→≤14.5 预期性',
      '健康水平 农村 12.1→≤15 预期性 < 孕产妇死亡率',
      '健康生活 3 居民健康素养水平 [%] 20→25 预期性',
    ]);
  });

  it('have columns in any order, the unit in its own', () => {
    const found = rows(`| 属性 | 2025年目标值 | 单位 | 指标名称 | 2020年实际 | 备注 |
|---|---|---|---|---|---|
| 约束性 | 95以上 | % | 适龄儿童疫苗接种率 | 93 | |`);
    assert.deepEqual(found, ['适龄儿童疫苗接种率 [%] 93→≥95 约束性']);
  });

  for (const head of [
    '2020年 | 2025年',
    '2020 | 2025',
    '基期值 | 目标值',
    '2020年现状值 | 2025年目标值',
    '现状 | 目标',
    '2020年基期 | 2025年目标',
    '**2020年** | **2025年**',
  ])
    it(`know “${head}” for baseline and target`, () => {
      assert.deepEqual(rows(`| 指标 | ${head} |\n|---|---|---|\n| 婴儿死亡率（‰） | 3.9 | ≤3.5 |`), [
        '婴儿死亡率 [‰] 3.9→≤3.5',
      ]);
    });

  it('take the year of the plan for the target, an earlier one for history, the growth for neither', () => {
    const [table] = plan(`${TITLE}| 指标 | 2015年 | 2020年 | 2023年 | 2025年 | 年均增长 | 属性 |
|---|---|---|---|---|---|---|
| 婴儿死亡率（‰） | 5 | 3.9 | 3.7 | 3.5 | — | 预期性 |`).tables;
    assert.deepEqual(
      table?.head.map(({ column }) => column),
      ['name', 'history', 'baseline', 'history', 'target', 'growth', 'nature'],
    );
  });

  it('read the last bracket that is a unit as the unit, other brackets as the name', () => {
    const found = rows(`| 指标 | 2020年 | 2025年 |
|---|---|---|
| 二级及以上医院（门诊、哨点）比例（%） | 30 | 60 |
| 执业（助理）医师数（人） | 300 | 360 |
| 婴儿死亡率(‰) | 3.9 | 3.5 |`);
    assert.deepEqual(found, [
      '二级及以上医院(门诊、哨点)比例 [%] 30→60',
      '执业(助理)医师数 [人] 300→360',
      '婴儿死亡率 [‰] 3.9→3.5',
    ]);
  });

  it('with CRLF, escaped bars and bold cells read the same', () => {
    const text = '| 指标 | 2020年 | 2025年 |\n|---|---|---|\n| 甲\\|乙覆盖率（%） | **30** | 60 |\n';
    assert.deepEqual(rows(text), ['甲|乙覆盖率 [%] 30→60']);
    assert.deepEqual(rows(text.replaceAll('\n', '\r\n')), ['甲|乙覆盖率 [%] 30→60']);
  });

  it('bear the paragraph above as their caption and the note below as their note', () => {
    for (const caption of ['表1 主要指标', '**表1 主要指标**', '主要指标']) {
      const [table] = plan(
        `${TITLE}${caption}\n\n| 指标 | 2020年 | 2025年 |\n|---|---|---|\n| 婴儿死亡率（‰） | 3.9 | 3.5 |\n\n注：2020年为实际数。\n`,
      ).tables;
      assert.equal(table?.caption?.value, caption.replaceAll('*', '').replace(' ', ''));
      assert.equal(table?.note?.value, '注:2020年为实际数。');
    }
  });

  it('that tell of an earlier plan are no targets of this one', () => {
    const text = `# 青岩市“十四五”规划\n\n## 一、发展基础\n\n表1 “十三五”主要指标完成情况

| 指标 | 2015年 | 2020年目标 | 2020年实际 | 属性 |
|---|---|---|---|---|
| 人均预期寿命（岁） | 76.2 | 78 | 77.5 | 预期性 |
| 婴儿死亡率（‰） | 5.9 | ≤5 | 3.9 | 预期性 |

## 二、发展目标

表2 “十四五”主要指标

| 指标 | 2020年 | 2025年 | 属性 |
|---|---|---|---|
| 人均预期寿命（岁） | 77.5 | 79 | 预期性 |
| 婴儿死亡率（‰） | 3.9 | ≤3.5 | 预期性 |
`;
    assert.deepEqual(blamed(text), []);
  });

  it('that Markdown takes for a paragraph are found and blamed', () => {
    const { plan: read, findings } = report(
      `${TITLE}| 指标 | 2020年 | 2025年 |\n|---|---|\n| 婴儿死亡率（‰） | 3.9 | 3.5 |\n`,
    );
    assert.equal(read.tables.length, 1);
    assert.ok(findings.some(({ rule }) => rule === 'indicator-table-shape'));
  });
});

describe('other tables', () => {
  it('are data', () => {
    const [table] = plan(`${TITLE}| 县区 | 床位（张） |\n|---|---|\n| 石桥县 | 2600 |\n| 合计 | 2600 |\n`).tables;
    assert.equal(table?.kind, 'data');
    assert.deepEqual(table?.indicators, []);
  });
});
