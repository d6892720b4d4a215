import assert from 'node:assert/strict';
import { movementOfRow, sayGrowth, sayMovement, sayYearly, wayOfRow } from '../../src/symbols/change.ts';
import { cityPlan, report } from '../core/reading.ts';

/** What is said of the movement of each row: how far, how far a year, the yearly rate, whether it goes the right way. */
function told(...rows: readonly string[]): string[] {
  const head = '| 主要指标 | 2020年 | 2025年 | 指标性质 |\n|---|---|---|---|\n';
  const { plan, knowledge } = report(cityPlan(head + rows.map((row) => `| ${row} | 预期性 |\n`).join('')));
  return plan.tables.flatMap(({ indicators }) =>
    indicators.map((row) => {
      const movement = movementOfRow(row, plan.years);
      if (!movement) return '—';
      const words = [sayMovement(movement), sayYearly(movement), sayGrowth(movement)];
      return [...words.filter((word) => word), wayOfRow(row, knowledge, plan.years) ?? '?'].join('，');
    }),
  );
}

describe('the change from baseline to target', () => {
  it('is told in points between shares, in their own unit between other values, for all the years and for one', () => {
    assert.deepEqual(
      told(
        '人均预期寿命（岁） | 78.2 | 79.1',
        '居民健康素养水平（%） | 24.5 | 30',
        '婴儿死亡率（‰） | 3.6 | 3.5',
        '孕产妇死亡率（/10万） | 11.2 | 10.5',
      ),
      [
        '提高0.9岁，年均提高0.18岁，right',
        '提高5.5个百分点，年均提高1.1个百分点，right',
        '降低0.1个千分点，年均降低0.02个千分点，right',
        '降低0.7/10万，年均降低0.14/10万，right',
      ],
    );
  });

  it('has a yearly rate where things are counted', () => {
    assert.deepEqual(told('居民人均可支配收入（元） | 20000 | 30000', '养老机构床位数（张） | 5000 | 4000'), [
      '增加10000元，年均增加2000元，年均增长8.4%，right',
      '减少1000张，年均减少200张，年均下降4.4%，wrong',
    ]);
  });

  it('is at least so much where the target is a bound, about so much where a value is a rough one', () => {
    assert.deepEqual(
      told(
        '适龄儿童免疫规划疫苗接种率（%） | 93.2 | ≥95',
        '婴儿死亡率（‰） | 4.1 | ≤3.5',
        '个人卫生支出占卫生总费用的比重（%） | 28.4 | 27左右',
      ),
      [
        '提高1.8个百分点以上，年均提高0.36个百分点以上，right',
        '降低0.6个千分点以上，年均降低0.12个千分点以上，right',
        '降低约1.4个百分点，年均降低约0.28个百分点，right',
      ],
    );
  });

  it('is none where a bound lies on the far side of the baseline: things may get so much worse', () => {
    assert.deepEqual(told('孕产妇死亡率（/10万） | 11.2 | ≤14.5', '适龄儿童免疫规划疫苗接种率（%） | 98.2 | ≥95'), [
      '上限比基期高3.3/10万，wrong',
      '下限比基期低3.2个百分点，wrong',
    ]);
  });

  it('is told of targets that say themselves how far they go', () => {
    assert.deepEqual(
      told(
        '儿童青少年总体近视率（%） | 52.1 | 每年降低0.5个百分点以上',
        '居民人均可支配收入（元） | 20000 | 年均增长7%',
        '养老机构床位数（张） | 5000 | 增加800张',
      ),
      [
        '降低2.5个百分点以上，年均降低0.5个百分点以上，right',
        '增加8051元，年均增加1610.2元，年均增长7%，right',
        '增加800张，年均增加160张，年均增长3%，right',
      ],
    );
  });

  it('says what does not move', () => {
    assert.deepEqual(
      told(
        '人均预期寿命（岁） | 78.2 | 78.2',
        '适龄儿童免疫规划疫苗接种率（%） | 95 | ≥95',
        '婴儿死亡率（‰） | 3.5 | ≤3.5',
        '个人卫生支出占卫生总费用的比重（%） | 28.4 | 28左右',
      ),
      ['与基期持平，flat', '不低于基期，flat', '不高于基期，flat', '与基期基本持平，flat'],
    );
  });

  it('keeps silent where there is no one number to tell', () => {
    assert.deepEqual(
      told(
        '人均预期寿命（岁） | — | 79.1',
        '人均预期寿命（岁） | 78.2 | 持续提高',
        '人均预期寿命（岁） | 78.2 | 79—80',
        '居民健康素养水平（%） | 24.5 | 30‰',
        '居民健康素养水平（%） | ≥24 | ≥30',
        '居民健康素养水平（%） | 24.5 | 增长5%',
        '居民健康素养水平（%） | 24.5 | 30≥',
      ),
      ['—', '—', '—', '—', '—', '—', '—'],
    );
  });

  it('knows no right way for what may be wanted high or low, and no years where none are told', () => {
    assert.deepEqual(told('城镇登记工位周转数（个） | 100 | 90'), ['减少10个，年均减少2个，年均下降2.1%，?']);
    const [table] = report('| 指标 | 基期 | 目标 | 性质 |\n|---|---|---|---|\n| 婴儿死亡率（‰） | 4 | 3 | 预期性 |')
      .plan.tables;
    const movement = table?.indicators[0] && movementOfRow(table.indicators[0], {});
    assert.ok(movement);
    assert.equal(sayMovement(movement), '降低1个千分点');
    assert.equal(sayYearly(movement), undefined);
  });
});
