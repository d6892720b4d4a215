import assert from 'node:assert/strict';
import { hintsOf } from '../../src/symbols/hints.ts';
import { cityPlan, report } from '../core/reading.ts';

/** The lines of a plan that have hints, each with its hints in brackets where they are shown. */
function shown(body: string): string[] {
  const [source] = report(cityPlan(body)).plan.sources;
  const hints = [...hintsOf(report(cityPlan(body)))].sort((a, b) => b.span.end - a.span.end);
  const text = hints.reduce(
    (told, { span, label }) => `${told.slice(0, span.end)}⟨${label}⟩${told.slice(span.end)}`,
    source?.text ?? '',
  );
  return text.split('\n').filter((line) => line.includes('⟨'));
}

const table = (...rows: readonly string[]) =>
  `| 主要指标 | 2020年 | 2025年 | 指标性质 |\n|---|---|---|---|\n${rows.map((row) => `| ${row} | 预期性 |\n`).join('')}`;

describe('hints beside targets', () => {
  it('tell how far the target goes and how far a year, in points between shares', () => {
    assert.deepEqual(
      shown(
        table(
          '人均预期寿命（岁） | 78.2 | 79.1',
          '居民健康素养水平（%） | 24.5 | 30',
          '婴儿死亡率（‰） | 4.1 | ≤3.5',
          '个人卫生支出占卫生总费用的比重（%） | 28.4 | 27左右',
        ),
      ),
      [
        '| 人均预期寿命（岁） | 78.2 | 79.1⟨+0.9 年均+0.18⟩ | 预期性 |',
        '| 居民健康素养水平（%） | 24.5 | 30⟨+5.5个百分点 年均+1.1⟩ | 预期性 |',
        '| 婴儿死亡率（‰） | 4.1 | ≤3.5⟨−0.6个千分点 年均−0.12⟩ | 预期性 |',
        '| 个人卫生支出占卫生总费用的比重（%） | 28.4 | 27左右⟨约−1.4个百分点 年均−0.28⟩ | 预期性 |',
      ],
    );
  });

  it('tell the yearly rate of what is counted, but not where it is counted per head', () => {
    assert.deepEqual(
      shown(
        table(
          '居民人均可支配收入（元） | 20000 | 30000',
          '养老机构床位数（张） | 5000 | 4000',
          '每千人口注册护士数（人） | 3.1 | 3.6',
        ),
      ),
      [
        '| 居民人均可支配收入（元） | 20000 | 30000⟨+10000 年均+8.4%⟩ | 预期性 |',
        '| 养老机构床位数（张） | 5000 | 4000⟨−1000 年均−4.4%⟩ | 预期性 |',
        '| 每千人口注册护士数（人） | 3.1 | 3.6⟨+0.5 年均+0.1⟩ | 预期性 |',
      ],
    );
  });

  it('say where nothing is to move, and where things may get worse', () => {
    assert.deepEqual(
      shown(
        table(
          '人均预期寿命（岁） | 78.2 | 78.2',
          '适龄儿童免疫规划疫苗接种率（%） | 95 | ≥95',
          '孕产妇死亡率（/10万） | 11.2 | ≤14.5',
        ),
      ),
      [
        '| 人均预期寿命（岁） | 78.2 | 78.2⟨与基期持平⟩ | 预期性 |',
        '| 适龄儿童免疫规划疫苗接种率（%） | 95 | ≥95⟨不低于基期⟩ | 预期性 |',
        '| 孕产妇死亡率（/10万） | 11.2 | ≤14.5⟨上限+3.3⟩ | 预期性 |',
      ],
    );
  });

  it('are none where the two are not plain amounts of one kind, or are changes themselves', () => {
    assert.deepEqual(
      shown(
        table(
          '人均预期寿命（岁） | — | 79.1',
          '居民健康素养水平（%） | 24.5 | 持续提高',
          '儿童青少年总体近视率（%） | 52.1 | 每年降低0.5个百分点以上',
          '婴儿死亡率（‰） | 4—5 | 3.5',
          '地区生产总值增长（%） | 3.9 | 6.5',
          '单位地区生产总值能源消耗降低（%） | 15.2 | 13.5',
          '规模以上工业增加值年均增速（%） | 5.1 | 7',
        ),
      ),
      [],
    );
  });
});

describe('hints beside values in the text', () => {
  const rows = table('人均预期寿命（岁） | 78.2 | 79.1', '婴儿死亡率（‰） | 4.1 | ≤3.5');

  it('show what the table says where the text says otherwise, of each year', () => {
    const text = '2020年，人均预期寿命为78.2岁，婴儿死亡率为4.3‰。到2025年，人均预期寿命达到80岁。';
    assert.deepEqual(shown(`${rows}\n${text}`).slice(-1), [
      '2020年，人均预期寿命为78.2岁，婴儿死亡率为4.3‰⟨表：4.1‰⟩。到2025年，人均预期寿命达到80岁⟨表：79.1岁⟩。',
    ]);
  });

  it('show it at each of several places that agree with one another against the table', () => {
    const text = '到2025年，人均预期寿命达到80岁。\n\n到2025年，全市人均预期寿命提高到80岁。';
    assert.deepEqual(shown(`${rows}\n${text}`).slice(-2), [
      '到2025年，人均预期寿命达到80岁⟨表：79.1岁⟩。',
      '到2025年，全市人均预期寿命提高到80岁⟨表：79.1岁⟩。',
    ]);
  });

  it('are none where the difference is one of digits, or was declared intended', () => {
    const rounded = '到2025年，人均预期寿命达到79岁左右。';
    const intended =
      '<!-- planlint-disable-next-line value-conflict -- 全国的数 -->\n\n到2025年，婴儿死亡率控制在5‰以内。';
    assert.equal(shown(`${rows}\n${rounded}\n\n${intended}`).length, 2);
  });
});
