import assert from 'node:assert/strict';
import { scanAmounts, scanYears } from '../../src/core/quantity/scan.ts';
import { written } from './reading.ts';

/** `≥95% ≈3.2万人 5—6个`: the quantities of a sentence. */
function read(text: string): string {
  return scanAmounts(written(text).text)
    .map(
      ({ bound, amount, high, unit }) =>
        `${bound === '=' ? '' : bound}${amount}${high ? `—${high.amount}` : ''}${unit}`,
    )
    .join(' ');
}

const TABLES: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'numbers and units': [
    ['人均预期寿命达到79.5岁', '79.5岁'],
    ['婴儿死亡率为3.55‰', '3.55‰'],
    ['孕产妇死亡率为9.5/10万，去年为9.8/十万', '9.5/10万 9.8/10万'],
    ['全科医生2.9名/万人', '2.9人/万'],
    ['床位6.2张/千人口', '6.2张/千'],
    ['总投资8.3万亿元', '8.3万亿元'],
    ['收入1,234.5万元，床位12,800张', '1234.5万元 12800张'],
    ['接种率达到９５．５％', '95.5%'],
    ['比例提高2.5个百分点', '2.5个百分点'],
    ['PM2.5浓度为31微克/立方米', '31微克/立方米'],
    ['浓度为31.5μg/m³', '31.5微克/立方米'],
    ['培训10万人次', '10万人次'],
    ['自然增长率为-3.5‰', '-3.5‰'],
    ['面积达**60**万亩', '60万亩'],
  ],
  'Chinese numerals where they count': [
    ['培养三千二百人', '3200人'],
    ['建成十二个中心、两家医院', '12个 2家'],
    ['覆盖率达到百分之九十五', '95%'],
    ['下降百分之三点五', '3.5%'],
    ['投资两千万元', '2000万元'],
    ['孕产妇零死亡', '0'],
  ],
  'bounds before and behind': [
    ['不低于24.1%', '≥24.1%'],
    ['至少1所、不少于5所', '≥1所 ≥5所'],
    ['控制在4.4‰以内', '≤4.4‰'],
    ['控制在4.4‰', '≤4.4‰'],
    ['不超过14.5/10万', '≤14.5/10万'],
    ['最高不超过8天', '≤8天'],
    ['低于10%，超过24%', '<10% >24%'],
    ['突破100亿元', '>100亿元'],
    ['＜22%、＞85%、≤5%、≥95%', '<22% >85% ≤5% ≥95%'],
    ['95%以上、95%及以上', '≥95% ≥95%'],
    ['降到90以下', '≤90'],
    ['25%左右', '≈25%'],
    ['约3.2万人，近10万人', '≈3.2万人 ≈10万人'],
    ['力争达到60%', '60%'],
  ],
  ranges: [
    ['5.0—6.0%', '5—6%'],
    ['5%—6%', '5—6%'],
    ['5~6个', '5—6个'],
    ['2至3家、2-3家', '2—3家 2—3家'],
  ],
  'numbers that state nothing': [
    ['5岁以下儿童、65岁及以上老年人', ''],
    ['3岁以下婴幼儿托位数达到4.5个', '4.5个'],
    ['5岁以下儿童死亡率为5‰', '5‰'],
    ['癌症5年生存率', ''],
    ['30分钟健康服务圈', ''],
    ['5G基站120个、P2实验室4个', '120个 4个'],
    ['5A级景区2个', '2个'],
    ['H1N1流感、COVID-19', ''],
    ['12345热线', ''],
    ['2021—2025年', ''],
    ['2025年12月31日', ''],
    ['专栏3、表2、附件1、第3个', ''],
    ['12.实施健康教育', ''],
    ['（13）建设项目', ''],
    ['“1+3+N”体系', ''],
    ['医护比达到1:1.2', ''],
    ['三分之一，1/3', ''],
    ['二级及以上医院、三甲医院、一批项目、七次全会', ''],
    ['五六个', ''],
    ['100余家、数十个', ''],
    ['2型糖尿病', ''],
  ],
};

describe('quantities in sentences', () => {
  for (const [title, cases] of Object.entries(TABLES))
    describe(title, () => {
      for (const [text, expected] of cases) it(text, () => assert.equal(read(text), expected));
    });

  it('stand where they are written, with their bound words', () => {
    const text = '比例不低于**24.1%**。';
    const [amount] = scanAmounts(written(text).text);
    assert.equal(written(text).text.slice(amount?.from, amount?.to), '不低于24.1%');
  });

  it('know how exact they are', () => {
    assert.deepEqual(
      scanAmounts('15.74%、15.7%、15%').map(({ step }) => step),
      [0.01, 0.1, 1],
    );
  });
});

describe('years in sentences', () => {
  for (const [text, years] of [
    ['到2025年达到50%', [2025]],
    ['2021—2025年', [2021, 2025]],
    ['由2015年的8.8%提高到2020年的12%', [2015, 2020]],
    ['投资2025万元', []],
    ['电话20251234', []],
  ] as const)
    it(text, () =>
      assert.deepEqual(
        scanYears(text).map(({ year }) => year),
        years,
      ),
    );
});
