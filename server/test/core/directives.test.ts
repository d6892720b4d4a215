import assert from 'node:assert/strict';
import { cityPlan, onNumbers, report } from './reading.ts';

const CONFLICT = '## 二、目标\n\n到2025年，婴儿死亡率控制在4‰以内。\n\n';
const TABLE = `| 序号 | 主要指标 | 2020年 | 2025年 | 指标性质 |
|---|---|---|---|---|
| 1 | 人均预期寿命（岁） | 78 | 77 | 预期性 |
| 2 | 婴儿死亡率（‰） | 3.5 | 3.9 | 预期性 |`;

/** `value-conflict: 基数小` for what is switched off, with its reason; `value-conflict` for what is not. */
function outcome(body: string): string[] {
  return onNumbers(report(cityPlan(body))).map(({ rule, suppressed }) =>
    suppressed === undefined ? rule : `${rule}: ${suppressed}`,
  );
}

describe('comments that switch rules off', () => {
  const odd = '## 三、任务\n\n';
  const sentence = '到2025年，婴儿死亡率控制在5‰以内。\n';

  for (const [title, body, expected] of [
    ['none', `${odd}${sentence}`, ['value-conflict']],
    [
      'for the next line',
      `${odd}<!-- planlint-disable-next-line value-conflict -- 口径不同 -->\n\n${sentence}`,
      ['value-conflict: 口径不同'],
    ],
    [
      'for the next line only',
      `${odd}<!-- planlint-disable-next-line value-conflict -- 口径不同 -->\n\n另起一段。\n\n${sentence}`,
      ['value-conflict'],
    ],
    [
      'of another rule',
      `${odd}<!-- planlint-disable-next-line target-direction -- 口径不同 -->\n\n${sentence}`,
      ['value-conflict'],
    ],
    [
      'from here on',
      `${odd}<!-- planlint-disable value-conflict -- 待核 -->\n\n另起一段。\n\n${sentence}`,
      ['value-conflict: 待核'],
    ],
    [
      'from here to there',
      `${odd}<!-- planlint-disable value-conflict -- 待核 -->\n\n另起一段。\n\n<!-- planlint-enable value-conflict -->\n\n${sentence}`,
      ['value-conflict'],
    ],
    [
      'of a whole category in the file',
      `${odd}${sentence}\n<!-- planlint-disable-file consistency/* -->\n`,
      ['value-conflict: '],
    ],
    ['of everything', `${odd}<!-- planlint-disable * -- 草稿 -->\n\n${sentence}`, ['value-conflict: 草稿']],
  ] as const)
    it(title, () => assert.deepEqual(outcome(CONFLICT + body), expected));

  it('name the row of the table below', () => {
    const body = `## 二、目标\n\n<!-- planlint-disable-table target-direction 婴儿死亡率 -- 基数小 -->\n\n${TABLE}\n`;
    assert.deepEqual(outcome(body), ['target-direction', 'target-direction: 基数小']);
  });

  it('without a row are for the whole table below', () => {
    const body = `## 二、目标\n\n<!-- planlint-disable-table target-direction -- 待核 -->\n\n表1 主要指标\n\n${TABLE}\n`;
    assert.deepEqual(outcome(body), ['target-direction: 待核', 'target-direction: 待核']);
  });

  it('over one table leave the next alone', () => {
    const other = TABLE.replace('人均预期寿命（岁）', '平均受教育年限（年）').replace(
      '婴儿死亡率（‰）',
      '孕产妇死亡率（‰）',
    );
    const body = `## 二、目标\n\n<!-- planlint-disable-table target-direction -- 待核 -->\n\n${TABLE}\n\n中间一段。\n\n${other}\n`;
    assert.equal(outcome(body).filter((each) => each === 'target-direction: 待核').length, 2);
    assert.ok(outcome(body).includes('target-direction'));
  });
});
