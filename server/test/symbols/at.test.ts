import assert from 'node:assert/strict';
import { type Standing, standingsAt } from '../../src/symbols/at.ts';
import { report } from '../core/reading.ts';

const plan = `---
标题: 青岩市“十四五”规划
规划期: 2021-2025
上位规划: [国家规划.md, '../省/省规划.md']
---

# 青岩市“十四五”规划

## 第一章 发展目标

### 第一节 指标

**表1 主要发展指标**

| 序号 | 主要指标 | 单位 | 2020年 | 2025年 | 指标性质 |
|---|---|---|---|---|---|
| 1 | 人均预期寿命 | 岁 | 77.6 | 78.6 | 预期性 |
| 2 | 儿童预防接种率 | % | 90 | 稳定 | 预期性 |

## 第二章 主要任务

到2025年，人均预期寿命达到78.6岁，指标见表1，项目见专栏 1，依据见第一章第一节[^1]，另见《省规划》表1、专栏9，分工见附件1。

到2025年，高血压患者规范管理率和2型糖尿病患者规范管理率均达到70%。

> **专栏1 服务能力提升**
>
> **实验楼项目**：建设实验楼。

[^1]: 依据统计年报。

# 附件1 任务分工
`;

const told = report(plan);
const [source] = told.plan.sources;

function say({ kind, span: { start, end }, ...rest }: Standing): string {
  const to = 'landmark' in rest ? rest.landmark.title : undefined;
  const what = 'thing' in rest ? rest.thing.name : 'path' in rest ? rest.path.value : '';
  return `${kind} ${plan.slice(start, end)} → ${to ? plan.slice(to.start, to.end) : what}`;
}

/** What stands at the bar of a fragment of the plan. */
function standing(fragment: string): string[] {
  const at = plan.indexOf(fragment.replace('|', ''));
  assert.ok(at >= 0 && source, fragment);
  return standingsAt(told, source, at + fragment.indexOf('|')).map(say);
}

describe('what stands at a place', () => {
  it('is a name, and in a table the row where no name or value is', () => {
    assert.deepEqual(standing('年，人|均预期寿命'), ['thing 人均预期寿命 → 人均预期寿命']);
    assert.deepEqual(standing(' 人|均预期寿命 '), ['thing 人均预期寿命 → 人均预期寿命']);
    assert.deepEqual(standing(' |岁'), ['thing | 1 | 人均预期寿命 | 岁 | 77.6 | 78.6 | 预期性 | → 人均预期寿命']);
  });

  it('is a value, of as many things as it is told of', () => {
    assert.deepEqual(standing('达到7|8.6岁'), ['thing 78.6岁 → 人均预期寿命']);
    assert.deepEqual(standing('均达到7|0%'), [
      'thing 70% → 高血压患者规范管理率',
      'thing 70% → 2型糖尿病患者规范管理率',
    ]);
    assert.deepEqual(standing(' 稳|定'), ['thing | 2 | 儿童预防接种率 | % | 90 | 稳定 | 预期性 | → 儿童预防接种率']);
  });

  it('is what begins there rather than what ends there', () => {
    assert.deepEqual(standing('达到78.6岁|，'), ['thing 78.6岁 → 人均预期寿命']);
    assert.deepEqual(standing('见表1|，'), ['reference 表1 → **表1 主要发展指标**']);
    assert.deepEqual(standing('人均预期寿命|达到78'), ['thing 人均预期寿命 → 人均预期寿命']);
  });

  it('is a reference, and what it points at', () => {
    assert.deepEqual(standing('见|表1，'), ['reference 表1 → **表1 主要发展指标**']);
    assert.deepEqual(standing('专|栏 1，'), ['reference 专栏 1 → 专栏1 服务能力提升']);
    assert.deepEqual(standing('见第|一章第一节'), ['reference 第一章第一节 → 第一节 指标']);
    assert.deepEqual(standing('一节[|^1]，'), ['reference [^1] → [^1]']);
    assert.deepEqual(standing('见附|件1。'), ['reference 附件1 → 附件1 任务分工']);
  });

  it('is nothing where a reference is another document’s or leads nowhere', () => {
    assert.deepEqual(standing('》表|1'), []);
    assert.deepEqual(standing('、专|栏9，'), []);
  });

  it('is a title', () => {
    assert.deepEqual(standing('**专|栏1'), ['landmark 专栏1 服务能力提升 → 专栏1 服务能力提升']);
    assert.deepEqual(standing('**表|1'), ['landmark **表1 主要发展指标** → **表1 主要发展指标**']);
    assert.deepEqual(standing('## 第|二章'), ['landmark 第二章 主要任务 → 第二章 主要任务']);
  });

  it('is a path of the plans above', () => {
    assert.deepEqual(standing('[国|家规划.md'), ['upstream 国家规划.md → 国家规划.md']);
    assert.deepEqual(standing('省/|省规划'), ["upstream '../省/省规划.md' → ../省/省规划.md"]);
  });

  it('is nothing where nothing is', () => {
    assert.deepEqual(standing('建设|实验楼。'), []);
  });
});
