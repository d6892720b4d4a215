import assert from 'node:assert/strict';
import { thingsOf } from '../../src/symbols/things.ts';
import { usesOfThing } from '../../src/symbols/uses.ts';
import { cityPlan, report } from '../core/reading.ts';

const TABLE = `表1 青岩市主要发展指标

| 序号 | 主要指标 | 2020年 | 2025年 | 指标性质 |
|---|---|---|---|---|
| 1 | 人均预期寿命（岁） | 77.6 | 78.6 | 预期性 |
| 2 | 孕产妇死亡率（/10万） | 11.2 | ≤9 | 预期性 |
| | 其中：农村 | 12.1 | ≤10 | 预期性 |
| 3 | 每千人口医疗卫生机构床位数（张） | 6.4 | 7.3 | 预期性 |
| 4 | 每千人口注册护士数（人） | 3.1 | 3.8 | 预期性 |
`;

/** Where a thing is named, each place with what stands around it; `~` where more than its name stands there. */
function named(name: string, ...texts: readonly string[]): string[] {
  const told = report(...texts);
  const thing = thingsOf(told).all.find((each) => each.name === name);
  assert.ok(thing, name);
  return usesOfThing(told, thing).map(({ span: { source, start, end }, exact, mentions }) => {
    const word = `${source.text.slice(start - 2, start)}[${source.text.slice(start, end)}]`.replace(/\s/g, '');
    return `${exact ? '' : '~'}${word}${mentions.map(({ year }) => year).join('、')}`;
  });
}

describe('the places where an indicator is named', () => {
  it('are its row, the sentences that state a value of it, and those that only name it', () => {
    const body = `## 二、发展目标\n\n${TABLE}\n到2025年，人均预期寿命达到78.6岁。\n\n持续提高人均预期寿命。\n`;
    assert.deepEqual(named('人均预期寿命', cityPlan(body)), [
      '|[人均预期寿命]2020、2025',
      '年，[人均预期寿命]2025',
      '提高[人均预期寿命]',
    ]);
  });

  it('are headings, boxes, cells, the table of contents and comments on its row too', () => {
    const body = `## 目录\n\n- 一、提高人均预期寿命\n\n## 第一节 提高人均预期寿命\n\n> **专栏1 人均预期寿命监测**\n>\n> **监测项目**：发布人均预期寿命。\n\n| 事项 | 说明 |\n|---|---|\n| 监测 | 人均预期寿命 |\n\n<!-- planlint-disable-table target-flat 人均预期寿命 -- 已到上限 -->\n\n${TABLE}`;
    assert.deepEqual(named('人均预期寿命', cityPlan(body)), [
      '|[人均预期寿命]2020、2025',
      '发布[人均预期寿命]',
      '提高[人均预期寿命]',
      '提高[人均预期寿命]',
      '1[人均预期寿命]',
      '|[人均预期寿命]',
      't[人均预期寿命]',
    ]);
  });

  it('are those of its other names, without whose it is', () => {
    const body = `## 二、发展目标\n\n${TABLE}\n到2025年，全市人均期望寿命达到78.6岁。人均**预期 寿命**稳步提高。\n`;
    assert.deepEqual(named('人均预期寿命', cityPlan(body)), [
      '|[人均预期寿命]2020、2025',
      '全市[人均期望寿命]2025',
      '岁。[人均**预期寿命]',
    ]);
  });

  it('are within an enumeration where each is written', () => {
    const body = `## 二、发展目标\n\n${TABLE}\n到2025年，每千人口医疗卫生机构床位数和注册护士数分别达到7.3张、3.8人。\n`;
    assert.deepEqual(named('每千人口医疗卫生机构床位数', cityPlan(body)), [
      '|[每千人口医疗卫生机构床位数]2020、2025',
      '年，[每千人口医疗卫生机构床位数]2025',
    ]);
    assert.deepEqual(named('每千人口注册护士数', cityPlan(body)), [
      '|[每千人口注册护士数]2020、2025',
      '~数和[注册护士数]2025',
    ]);
  });

  it('are not where a longer name stands, a place of its own, or a part', () => {
    const body = `## 二、发展目标\n\n${TABLE}\n石桥县人均预期寿命达到78岁。降低农村孕产妇死亡率，关注健康人均预期寿命。\n`;
    assert.deepEqual(named('人均预期寿命', cityPlan(body)), ['|[人均预期寿命]2020、2025']);
    assert.deepEqual(named('孕产妇死亡率', cityPlan(body)), ['|[孕产妇死亡率]2020、2025']);
    assert.deepEqual(named('孕产妇死亡率·农村', cityPlan(body)), ['中：[农村]2020、2025']);
  });

  it('are found in every file of the plan', () => {
    const second = '## 三、主要任务\n\n到2025年，人均预期寿命达到78.6岁。\n';
    assert.equal(named('人均预期寿命', cityPlan(`## 二、发展目标\n\n${TABLE}`), second).length, 2);
  });
});
