import assert from 'node:assert/strict';
import { readUnit } from '../../src/core/quantity/units.ts';
import { readValue } from '../../src/core/quantity/value.ts';
import { written } from './reading.ts';

function read(cell: string): string {
  const value = readValue(written(cell));
  switch (value.kind) {
    case 'amount':
      return `${value.quantity.bound}${value.quantity.amount}${value.quantity.unit}`;
    case 'range':
      return `${value.low.amount}—${value.high.amount}${value.high.unit}`;
    case 'ratio':
      return `${value.left}:${value.right}`;
    case 'relative':
      return `${value.yearly ? '每年' : ''}${value.trend}${value.by?.amount ?? ''}${value.by?.unit ?? ''}`;
    case 'several':
      return value.quantities.map(({ bound, amount }) => `${bound}${amount}`).join(' ');
    case 'state':
      return value.assessable ? 'state' : 'vague';
    case 'unreadable':
      return `? ${value.repaired ?? ''}`.trim();
    default:
      return 'none';
  }
}

const CELLS: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'a number': [
    ['79', '=79'],
    ['77.60', '=77.6'],
    ['1,200', '=1200'],
    ['12.5%', '=12.5%'],
    ['79岁', '=79岁'],
    ['１２', '=12'],
    ['**3.5**', '=3.5'],
    ['8.5（2019年）', '=8.5'],
    ['-0.5', '=-0.5'],
    ['－3.2', '=-3.2'],
  ],
  'a bound': [
    ['≤14.5', '≤14.5'],
    ['＜22', '<22'],
    ['＞85', '>85'],
    ['>=5', '≥5'],
    ['≥ 95', '≥95'],
    ['95以上', '≥95'],
    ['98％以上', '≥98%'],
    ['23以下', '≤23'],
    ['25%左右', '≈25%'],
    ['80左右', '≈80'],
    ['不低于70', '≥70'],
    ['控制在4以内', '≤4'],
  ],
  'a range or a ratio': [
    ['5.0—6.0', '5—6'],
    ['5~6', '5—6'],
    ['1:1.14', '1:1.14'],
    ['1∶1.2', '1:1.2'],
  ],
  'a movement': [
    ['力争每年降低0.5个百分点', '每年down0.5个百分点'],
    ['在2020年基础上增长10%左右', 'up10%'],
    ['下降10%', 'down10%'],
    ['同比例提高', 'up'],
  ],
  'a state': [
    ['完成', 'state'],
    ['全覆盖', 'state'],
    ['持续改善', 'vague'],
    ['保持稳定', 'vague'],
    ['〔18〕', 'state'],
  ],
  'several values at once': [['城镇80左右 居民70', '≈80 =70']],
  nothing: [
    ['—', 'none'],
    ['-', 'none'],
    ['——', 'none'],
    ['/', 'none'],
    ['', 'none'],
  ],
  'a slip of the pen': [
    ['25≥', '? ≥25'],
    ['25%≥', '? ≥25%'],
    ['1O', '? 10'],
    ['--', '? —'],
    ['3..5', '?'],
    ['7 8', '?'],
  ],
};

describe('values in cells', () => {
  for (const [title, cases] of Object.entries(CELLS))
    describe(title, () => {
      for (const [cell, expected] of cases) it(cell || '（空）', () => assert.equal(read(cell), expected));
    });
});

describe('units in brackets', () => {
  for (const [bracket, unit] of [
    ['%', '%'],
    ['‰', '‰'],
    ['/10万', '/10万'],
    ['1/10万', '/10万'],
    ['例/十万', '例/10万'],
    ['张/千人口', '张/千'],
    ['名/万人', '人/万'],
    ['岁', '岁'],
    ['日', '天'],
    ['床', '床'],
    ['元/人·年', '元/人·年'],
    ['微克/立方米', '微克/立方米'],
    ['单位：万元', '万元'],
    ['助理', undefined],
    ['门诊、哨点', undefined],
    ['岁以下', undefined],
  ] as const)
    it(bracket, () => assert.equal(readUnit(written(bracket).text), unit));
});
