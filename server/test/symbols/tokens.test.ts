import assert from 'node:assert/strict';
import { type Token, tokensOf } from '../../src/symbols/tokens.ts';
import { cityPlan, report } from '../core/reading.ts';

const marks: Readonly<Record<Token['kind'], string>> = {
  indicator: '名',
  baseline: '基',
  target: '目',
  bound: '限',
  unit: '位',
  boxField: '栏',
};

/** The lines of a body that have tokens, each token in brackets after the mark of its kind. */
function marked(body: string): string[] {
  const found = report(cityPlan(body));
  const [source] = found.plan.sources;
  assert.ok(source);
  let text = '';
  let at = 0;
  for (const { kind, span, declares } of tokensOf(found, source)) {
    assert.ok(span.start >= at && span.end > span.start, 'in order, apart and not empty');
    const word = source.text.slice(span.start, span.end);
    assert.doesNotMatch(word, /[\r\n]/);
    text += `${source.text.slice(at, span.start)}${declares ? '*' : ''}${marks[kind]}[${word}]`;
    at = span.end;
  }
  return (text + source.text.slice(at)).split('\n').filter((line) => line.includes('['));
}

describe('tokens', () => {
  const table = '| 主要指标 | 2020年 | 2025年 | 指标性质 |\n|---|---|---|---|\n';

  it('of a table are the name, the unit, what was and what is to be', () => {
    assert.deepEqual(
      marked(`${table}| 婴儿死亡率（‰） | 4.1 | ≤3.5 | 约束性 |\n| 人均预期寿命（岁） | 78.2 | 79—80 | 预期性 |`),
      [
        '| *名[婴儿死亡率]（位[‰]） | 基[4.1] | 限[≤]目[3.5] | 约束性 |',
        '| *名[人均预期寿命]（位[岁]） | 基[78.2] | 目[79—80] | 预期性 |',
      ],
    );
  });

  it('of a sentence are the names and the values, each with its bound and its unit', () => {
    assert.deepEqual(
      marked(
        `${table}| 婴儿死亡率（‰） | 4.1 | ≤3.5 | 约束性 |\n\n全市婴儿死亡率由4.1‰下降到2025年的3.5‰以下，**控制**婴儿死亡率。`,
      ).slice(1),
      ['全市名[婴儿死亡率]由基[4.1]位[‰]下降到2025年的目[3.5]位[‰]限[以下]，**控制**名[婴儿死亡率]。'],
    );
  });

  it('of a box are the names of its fields', () => {
    const box =
      '> **专栏1 服务能力提升项目**\n>\n> - **急救站建设项目**\n>    - 建设内容：新建急救站\n>    - 责任单位：市卫生健康委';
    assert.deepEqual(marked(box), ['>    - 栏[建设内容]：新建急救站', '>    - 栏[责任单位]：市卫生健康委']);
  });

  it('do not reach across lines', () => {
    const [first, second, third] = marked(
      `${table}| 婴儿死亡率（‰） | 4.1 | ≤3.5 | 约束性 |\n\n到2025年，婴儿\n死亡率降到3.5‰。`,
    );
    assert.ok(first);
    assert.deepEqual([second, third], ['到2025年，名[婴儿]', '名[死亡率]降到目[3.5]位[‰]。']);
  });
});
