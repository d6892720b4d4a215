import assert from 'node:assert/strict';
import { blamed, cityPlan } from './reading.ts';

/** Two chapters of one plan. */
const twice = (one: string, two: string) => cityPlan(`## 二、发展目标\n\n${one}\n\n## 三、重点任务\n\n${two}`);

describe('what agrees', () => {
  for (const [one, two] of [
    ['到2025年，接种率达到95%以上。', '到2025年，接种率不低于95%。'],
    ['到2025年，适龄儿童免疫规划疫苗接种率达到95%。', '适龄儿童免疫规划疫苗接种率保持在95%以上。'],
    ['15岁以上人群吸烟率＜22%。', '到2025年，15岁以上人群吸烟率降低到22%。'],
    ['孕产妇死亡率控制在14.5/10万以下。', '孕产妇死亡率（1/10万）≤14.5。'],
    ['人均期望寿命达到79岁。', '人均预期寿命达到79岁。'],
    ['每千人口注册护士数达到3.8人。', '每千常住人口注册护士数达到3.80人。'],
    ['个人卫生支出占卫生总费用的比重降低到26.5%左右。', '个人卫生支出占卫生总费用的比重降低到27%左右。'],
    ['严重精神障碍管理率达到95%。', '严重精神障碍规范管理率达到92%。'],
    ['三级医院平均住院日降至8天。', '二级医院平均住院日降至7.5天。'],
    ['到2023年，居民健康素养水平达到25%。', '到2025年，居民健康素养水平达到28%。'],
    ['全省人均预期寿命达到80岁。', '全市人均预期寿命达到79岁。'],
    ['推动全市人均预期寿命达到79岁。', '石桥县力争人均预期寿命达到78岁。'],
    ['新增农村区域性养老服务中心5个。', '农村区域性养老服务中心达到30个。'],
    ['新建农村区域性养老服务中心5个。', '改造农村区域性养老服务中心8个。'],
    ['石桥县建设农村区域性养老服务中心8个。', '云台县建设农村区域性养老服务中心7个。'],
    ['农村区域性养老服务中心由25个增加到30个。', '新增农村区域性养老服务中心5个。'],
    ['城镇新增就业累计20万人。', '城镇新增就业每年4万人以上。'],
    ['养老机构护理型床位占比达到55%。', '公办养老机构护理型床位占比达到65%。'],
    ['空气质量优良天数比率达到90%。', '空气质量优良天数比率提高2个百分点。'],
    ['人口自然增长率为-3.5‰。', '人口自然增长率为-3.5‰。'],
    ['居民健康素养水平达到24%，高于全省平均水平3个百分点。', '无烟党政机关建成率达到95%，高于全省平均水平5个百分点。'],
  ] as const)
    it(`${one} ${two}`, () => assert.deepEqual(blamed(twice(one, two)), []));
});

describe('a part of a figure per head', () => {
  const table =
    '| 序号 | 指标 | 2020年 | 2025年 |\n|---|---|---|---|\n| 1 | 每千人口医疗卫生机构床位数（张） | 6.6 | 7.4 |\n| | 其中：公立中医医院床位数（张） | 0.72 | 0.85 |';

  it('is no count of all', () => {
    assert.deepEqual(blamed(twice(table, '到2025年，公立中医医院床位数达到4278张。')), []);
  });

  it('is counted per head in the text too', () => {
    const told = '到2025年，每千人口医疗卫生机构床位数达到7.4张，其中公立中医医院床位数达到0.95张。';
    assert.deepEqual(blamed(twice(table, told)), ['value-conflict | 0.95张']);
    assert.deepEqual(blamed(twice(table, '每千人口公立中医医院床位数达到0.95张。')), ['value-conflict | 0.95张']);
  });
});

describe('what does not agree', () => {
  for (const [one, two, finding] of [
    ['人均预期寿命达到79岁。', '人均预期寿命达到78岁。', 'value-conflict | 78岁'],
    ['婴儿死亡率控制在3.5‰以内。', '婴儿死亡率控制在3.5%以内。', 'unit-conflict | 3.5%以内'],
    ['居民健康素养水平达到28%。', '居民健康素养水平达到28.5%。', 'value-conflict | 28.5%'],
    ['石桥县人均预期寿命达到78岁。', '石桥县人均预期寿命达到77岁。', 'value-conflict | 77岁'],
    ['创建国家级临床重点专科2个。', '争创3个国家临床重点专科。', 'value-conflict | 3个'],
  ] as const)
    it(`${one} ${two}`, () => assert.ok(blamed(twice(one, two)).includes(finding), blamed(twice(one, two)).join('\n')));

  it('is told once, at the one that differs from the others', () => {
    const text = cityPlan(
      '## 二、目标\n\n人均预期寿命达到79岁。\n\n## 三、任务\n\n人均预期寿命达到78岁。\n\n## 四、保障\n\n人均预期寿命达到79岁。',
    );
    assert.deepEqual(
      blamed(text).filter((line) => line.startsWith('value-conflict')),
      ['value-conflict | 78岁'],
    );
  });

  it('is told once, at the cell that all other places contradict', () => {
    const table = '| 指标 | 2020年 | 2025年 |\n|---|---|---|\n| 人均预期寿命（岁） | 77.9 | 80 |';
    const text = cityPlan(`## 二、目标\n\n人均预期寿命达到79岁。\n\n${table}\n\n## 三、任务\n\n人均预期寿命达到79岁。`);
    assert.deepEqual(
      blamed(text).filter((line) => line.startsWith('value-conflict')),
      ['value-conflict | 80'],
    );
  });
});
