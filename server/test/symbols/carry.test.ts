import assert from 'node:assert/strict';
import { contradicts } from '../../src/core/conflicts.ts';
import { edited } from '../../src/core/edit.ts';
import { sayValue } from '../../src/core/say.ts';
import { type Carry, carryAt, carryFrom } from '../../src/symbols/carry.ts';
import { cityPlan, report } from '../core/reading.ts';

const table = (...rows: readonly string[]) =>
  ['| 序号 | 主要指标 | 2020年 | 2025年 | 指标性质 |', '|---|---|---|---|---|', ...rows].join('\n');

/** Carries the value at the first `word` of a plan: the text after it, and why places were left. */
function carried(body: string, word: string): { readonly text: string; readonly left: readonly string[] } {
  const before = cityPlan(body);
  const read = report(before);
  const [source] = read.plan.sources;
  assert.ok(source);
  const carry = carryAt(read, source, before.indexOf(word) + 1);
  assert.ok(carry, `nothing at ${word} disagrees`);
  return {
    text: after(carry, before).slice(cityPlan('').length - 1, -1),
    left: carry.left.map(({ reason }) => reason),
  };
}

function after({ model, places }: Carry, text: string): string {
  const span = { source: model.span.source, start: 0, end: text.length };
  return edited(
    span,
    places.flatMap(({ edits }) => edits),
  );
}

/** What a sentence says once the first row's target is carried to it. */
function toldBy(row: string, sentence: string): string {
  const head = `## 第二章 发展目标\n\n${table(row)}\n\n`;
  const { text } = carried(head + sentence, row.split('|')[4]?.trim() ?? '');
  assert.ok(text.startsWith(head), 'the table itself has changed');
  return text.slice(head.length);
}

describe('a value carried to the other places that state it', () => {
  const rate = '| 1 | 婴儿死亡率（‰） | 3.6 | ≤2.7 | 预期性 |';
  const share = '| 1 | 高血压患者规范管理率（%） | 68.3 | ≥75 | 预期性 |';

  it('keeps the words of each place for the bound', () => {
    assert.equal(toldBy(rate, '到2025年，全市婴儿死亡率控制在3.2‰以内。'), '到2025年，全市婴儿死亡率控制在2.7‰以内。');
    assert.equal(
      toldBy(share, '到2025年，高血压患者规范管理率不低于72%。'),
      '到2025年，高血压患者规范管理率不低于75%。',
    );
    assert.equal(
      toldBy(share, '到2025年，高血压患者规范管理率达72%以上。'),
      '到2025年，高血压患者规范管理率达75%以上。',
    );
    assert.equal(toldBy(share, '到2025年，高血压患者规范管理率达到72％。'), '到2025年，高血压患者规范管理率达到75％。');
  });

  it('reaches the box and leaves everything else as it stands', () => {
    assert.equal(
      toldBy(
        share,
        '到2025年，高血压患者规范管理率达到**72%**，2型糖尿病患者规范管理率达到72%。\n\n> **专栏1 慢病工程**\n>\n> **管理项目**：高血压患者规范管理率达到70%。',
      ),
      '到2025年，高血压患者规范管理率达到**75%**，2型糖尿病患者规范管理率达到72%。\n\n> **专栏1 慢病工程**\n>\n> **管理项目**：高血压患者规范管理率达到75%。',
    );
  });

  it('gives a table cell the number without the unit that its name has', () => {
    const body = `## 第二章 发展目标\n\n到2025年，婴儿死亡率控制在2.5‰以下。\n\n${table(rate)}`;
    assert.equal(carried(body, '2.5‰').text, body.replace('≤2.7', '≤2.5'));
  });

  it('changes the right end of a rise alone', () => {
    assert.equal(
      toldBy(share, '高血压患者规范管理率从68.3%提高到72%以上。'),
      '高血压患者规范管理率从68.3%提高到75%以上。',
    );
  });

  it('counts in the unit of the place, where one is so many of the other', () => {
    const row = '| 1 | 城镇新增就业人数（万人） | 3.1 | 3.65 | 预期性 |';
    assert.equal(toldBy(row, '到2025年，城镇新增就业人数达到35000人。'), '到2025年，城镇新增就业人数达到36500人。');
    const heads = '| 1 | 城镇新增就业人数（人） | 31000 | 36500 | 预期性 |';
    assert.equal(toldBy(heads, '到2025年，城镇新增就业人数达到3.5万人。'), '到2025年，城镇新增就业人数达到3.65万人。');
  });

  it('takes the other unit where the number is right and the unit was mistyped', () => {
    assert.equal(toldBy(rate, '到2025年，婴儿死亡率控制在2.7%以内。'), '到2025年，婴儿死亡率控制在2.7‰以内。');
  });

  it('changes both ends of a range', () => {
    const row = '| 1 | 每千人口医疗卫生机构床位数（张） | 6.1 | 6.8—7.2 | 预期性 |';
    assert.equal(
      toldBy(row, '到2025年，每千人口医疗卫生机构床位数达到6.5至7.0张。'),
      '到2025年，每千人口医疗卫生机构床位数达到6.8至7.2张。',
    );
  });

  it('writes counts in Chinese numerals where they stand so, and separators where they stand', () => {
    const body =
      '## 第三章 主要任务\n\n到2025年，全市建成市级胸痛救治中心12个。\n\n到2025年，全市建成市级胸痛救治中心九个。';
    assert.equal(carried(body, '12个').text, body.replace('九个', '十二个'));
    const money = '| 1 | 城镇居民人均可支配收入（元） | 38200 | 52600 | 预期性 |';
    assert.equal(
      toldBy(money, '到2025年，城镇居民人均可支配收入达到51,800元。'),
      '到2025年，城镇居民人均可支配收入达到52,600元。',
    );
  });

  it('keeps its hands off a number that is told of another thing too', () => {
    const body = `## 第二章 发展目标\n\n${table(share, '| 2 | 2型糖尿病患者规范管理率（%） | 66.1 | ≥72 | 预期性 |')}\n\n到2025年，高血压患者规范管理率、2型糖尿病患者规范管理率均达到72%以上。`;
    const { text, left } = carried(body, '≥75');
    assert.equal(text, body);
    assert.equal(left.length, 1);
    assert.match(left[0] ?? '', /糖尿病/);
  });

  it('leaves what only a person can say anew', () => {
    const reasons = (row: string, sentence: string) => {
      const body = `## 第二章 发展目标\n\n${table(row)}\n\n${sentence}`;
      const { text, left } = carried(body, row.split('|')[4]?.trim() ?? '');
      assert.equal(text, body);
      return left;
    };
    assert.deepEqual(reasons(share, '到2025年，高血压患者规范管理率不超过75%。'), ['两处的界限方向相反']);
    assert.deepEqual(reasons(share, '到2025年，高血压患者规范管理率从76%提高到80%。').length, 1);
    assert.deepEqual(reasons(rate, '到2025年，婴儿死亡率控制在2—2.5‰。'), ['一处是区间，一处是单个数']);
    assert.deepEqual(reasons(share, '到2025年，高血压患者规范管理率达到百分之七十。'), ['此处的数用汉字写成']);
  });

  it('is offered at the name and in the row of the value as well, and nowhere where all agree', () => {
    const text = cityPlan(
      `## 第二章 发展目标\n\n${table(rate, share)}\n\n到2025年，婴儿死亡率控制在2.7‰以内，高血压患者规范管理率达到72%以上。`,
    );
    const read = report(text);
    const [source] = read.plan.sources;
    assert.ok(source);
    const at = (word: string) => carryAt(read, source, text.lastIndexOf(word) + 1);
    const carriedAt = (word: string) => {
      const carry = at(word);
      return carry && sayValue(carry.model);
    };
    assert.equal(carriedAt('预期性'), '≥75%');
    assert.equal(carriedAt('高血压患者'), '72%以上');
    for (const word of ['2.7‰', '婴儿死亡率', '青岩市']) assert.equal(at(word), undefined, word);
  });

  it('ends every disagreement that it is certain of, whatever is changed where', () => {
    const names = ['婴儿死亡率（‰）', '高血压患者规范管理率（%）', '人均预期寿命（岁）'];
    const sentences = [
      '到2025年，婴儿死亡率控制在4.4‰以内，高血压患者规范管理率不低于72.5%，人均预期寿命达到78.3岁。',
      '到2025年，人均预期寿命、高血压患者规范管理率分别达到78.6岁、71%以上。',
      '到2025年，婴儿死亡率从5.2‰下降到4.2‰，人均预期寿命提高到79岁左右。',
    ];
    const rows = names.map(
      (name, index) =>
        `| ${index + 1} | ${name} | ${[5.2, 68, 77][index]} | ${['≤4.1', '≥70', '78.9'][index]} | 预期性 |`,
    );
    const text = cityPlan(`## 第二章 发展目标\n\n${table(...rows)}\n\n${sentences.join('\n\n')}`);
    const read = report(text);
    let tried = 0;
    for (const model of read.mentions) {
      const carry = carryFrom(read, model);
      if (!carry) continue;
      tried++;
      assert.deepEqual(carry.left, []);
      const now = report(after(carry, text));
      const same = now.mentions.filter(({ key, year }) => key === model.key && year === model.year);
      assert.ok(same.length > 2);
      for (const one of same)
        for (const other of same) assert.ok(!contradicts(one, other), `${sayValue(one)} and ${sayValue(other)}`);
      assert.equal(now.mentions.length, read.mentions.length);
      assert.equal(now.conflicts.length, read.conflicts.filter(({ odd }) => odd.key !== model.key).length);
    }
    assert.equal(tried, 9);
  });
});
