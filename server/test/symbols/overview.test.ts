import assert from 'node:assert/strict';
import type { Span } from '../../src/core/model.ts';
import { boxesOf } from '../../src/symbols/boxes.ts';
import { overviewOf } from '../../src/symbols/overview.ts';
import type { RowView } from '../../src/symbols/shapes.ts';
import { cityPlan, report } from '../core/reading.ts';

/** A place is told by the text that stands there. */
const textOf = ({ source, start, end }: Span) => source.text.slice(start, end);

const body = `## 第一章 发展基础

2020年，全市人均预期寿命达到77.9岁，婴儿死亡率为4.1‰。

## 第二章 发展目标

**表1 主要发展指标**

| 领域 | 序号 | 指标 | 单位 | 2015年 | 2020年 | 2025年 | 属性 |
|---|---|---|---|---|---|---|---|
| 健康水平 | 1 | 人均预期寿命 | 岁 | 76.5 | 78.2 | 79.1 | 预期性 |
| | 2 | 婴儿死亡率 | ‰ | 5.2 | 4.1 | ≤3.5 | 预期性 |
| 健康服务 | 3 | **适龄儿童免疫规划疫苗接种率** | % | — | 96.3 | 90 | 约束性 |
| | 4 | 每千人口医疗卫生机构床位数 | 张 | 5.2 | 6.1 | 6.8 |

## 第三章 重点任务

到2025年，全市人均预期寿命达到79.1岁，2023年人均预期寿命达到78.6岁。

> **专栏1 公共卫生能力提升工程**
>
> **市疾控中心项目**：新建实验楼8600平方米，全市婴儿死亡率降到3.8‰以下。
`;

function rowsOf(text: string): RowView<string>[] {
  return overviewOf(report(cityPlan(text)), textOf).tables.flatMap(({ rows }) => rows);
}

const rowOf = (name: string, text = body) => {
  const row = rowsOf(text).find((one) => one.name === name);
  assert.ok(row, `no row ${name}`);
  return row;
};

describe('the overview of indicators', () => {
  it('has each table with its caption and what its head calls the two values', () => {
    const { title, tables } = overviewOf(report(cityPlan(body)), textOf);
    assert.equal(title, '青岩市“十四五”规划');
    assert.deepEqual(
      tables.map(({ caption, baseline, target, rows }) => [caption, baseline, target, rows.length]),
      [['表1 主要发展指标', '2020年', '2025年', 4]],
    );
  });

  it('has what a row states, and where', () => {
    const row = rowOf('婴儿死亡率');
    assert.deepEqual(
      [row.domain, row.number, row.unit, row.nature, row.direction],
      ['健康水平', '2', '‰', '预期性', '越低越好'],
    );
    assert.deepEqual(row.baseline, { text: '4.1', year: 2020, amount: 4.1, place: '4.1' });
    assert.deepEqual(row.target, { text: '≤3.5', year: 2025, amount: 3.5, place: '≤3.5' });
    assert.deepEqual(row.history, [{ text: '5.2', year: 2015, amount: 5.2, place: '5.2' }]);
    assert.equal(row.namePlace, '婴儿死亡率');
    assert.equal(rowOf('适龄儿童免疫规划疫苗接种率').history[0]?.amount, undefined);
  });

  it('says how far the target is from the baseline and whether that is the right way', () => {
    assert.deepEqual(rowOf('人均预期寿命').change, {
      from: 78.2,
      to: 79.1,
      text: '提高0.9岁',
      yearly: ['年均提高0.18岁'],
      trend: 'up',
      way: 'right',
    });
    assert.equal(rowOf('适龄儿童免疫规划疫苗接种率').change?.way, 'wrong');
  });

  it('has the other places by chapter, and whether they agree with the row', () => {
    const { chapters, agreement, differing } = rowOf('人均预期寿命');
    assert.deepEqual(
      chapters.map(({ title, mentions }) => [
        title,
        ...mentions.map(({ text, when, verdict }) => `${when} ${text} ${verdict}`),
      ]),
      [
        ['第一章 发展基础', '2020年 77.9岁 differs'],
        ['第三章 重点任务', '2025年 79.1岁 agrees', '2023年 78.6岁 other'],
      ],
    );
    assert.equal(agreement, '1处不一致，1处一致，另有1处');
    assert.equal(differing, 1);
    const box = rowOf('婴儿死亡率').chapters.find(({ title }) => title === '第三章 重点任务');
    assert.deepEqual(
      box?.mentions.map(({ where, verdict, place }) => [where, verdict, place]),
      [['box', 'differs', '3.8‰以下']],
    );
    assert.equal(rowOf('适龄儿童免疫规划疫苗接种率').agreement, '别处未提及');
  });

  it('has the findings in the row and at the other places, but for those that a comment switches off', () => {
    assert.deepEqual(
      rowOf('人均预期寿命').findings.map(({ rule, place }) => [rule, place]),
      [['value-conflict', '77.9岁']],
    );
    assert.deepEqual(
      rowOf('适龄儿童免疫规划疫苗接种率').findings.map(({ rule, severity }) => [rule, severity]),
      [['target-direction', 'error']],
    );
    const quiet = body.replace(
      '2020年，全市',
      '<!-- planlint-disable-next-line value-conflict -- 户籍口径 -->\n\n2020年，全市',
    );
    assert.deepEqual(rowOf('人均预期寿命', quiet).findings, []);
    assert.equal(rowOf('人均预期寿命', quiet).differing, 1);
  });

  it('keeps a row that lacks a cell, and says that its values cannot be told', () => {
    const row = rowOf('每千人口医疗卫生机构床位数');
    assert.equal(row.baseline, undefined);
    assert.match(row.agreement, /未能读出/);
    assert.deepEqual(
      row.findings.map(({ rule }) => rule),
      ['indicator-table-shape'],
    );
  });

  it('tells rows apart that bear one name', () => {
    const twice = body.replace(
      '| | 2 | 婴儿死亡率',
      '| | 2 | 人均预期寿命 | 岁 | 76 | 78.2 | 79.5 | 预期性 |\n| | 2 | 婴儿死亡率',
    );
    const ids = rowsOf(twice).map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    const [first] = rowsOf(twice);
    assert.deepEqual(
      first?.chapters
        .flatMap(({ mentions }) => mentions.filter(({ where }) => where === 'table'))
        .map(({ text }) => text),
      ['78.2岁', '79.5岁', '76岁'],
    );
  });

  it('has no tables where a plan has none', () => {
    assert.deepEqual(overviewOf(report(cityPlan('## 第一章 总则\n\n到2025年建成。')), textOf).tables, []);
  });
});

describe('the boxes of a plan', () => {
  const boxes = (text: string) => boxesOf(report(cityPlan(text)), textOf);

  it('have their projects, each with what it lacks, in the chapter where they stand', () => {
    const text = `## 第三章 重点任务

> **专栏1 公共卫生能力提升工程**
>
> **市疾控中心项目**：新建实验楼8600平方米。
>
> **县级疾控中心项目**：

> **专栏2**
>
> **急救站项目**：新建急救站4所。
`;
    const [first, second] = boxes(text);
    assert.equal(first?.title, '专栏1 公共卫生能力提升工程');
    assert.equal(first?.chapter, '第三章 重点任务');
    assert.deepEqual(
      first?.items.map(({ name, place, findings }) => [name, place, findings.map(({ message }) => message).join()]),
      [
        ['市疾控中心项目', '市疾控中心项目', ''],
        ['县级疾控中心项目', '县级疾控中心项目', '缺少“内容”'],
      ],
    );
    assert.deepEqual(first?.findings, []);
    assert.deepEqual(
      second?.findings.map(({ message }) => message),
      ['专栏缺少名称'],
    );
  });

  it('are told apart where two bear one title or two projects one name', () => {
    const box = '> **专栏1 工程**\n>\n> **项目**：内容一。\n>\n> **项目**：内容二。\n';
    const all = boxes(`## 第三章 任务\n\n${box}\n\n正文。\n\n${box}`);
    const ids = all.flatMap(({ id, items }) => [id, ...items.map((item) => item.id)]);
    assert.equal(ids.length, 6);
    assert.equal(new Set(ids).size, 6);
  });
});
