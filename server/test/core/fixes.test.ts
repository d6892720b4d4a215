import assert from 'node:assert/strict';
import { edited } from '../../src/core/edit.ts';
import { safeFixes, together } from '../../src/core/fixes.ts';
import type { Fix } from '../../src/core/rule.ts';
import { cityPlan, drafts, report } from './reading.ts';

function fixOnce(text: string): string {
  const { findings, plan } = report(text);
  const [source] = plan.sources;
  return source ? edited({ source, start: 0, end: text.length }, together(safeFixes(findings))) : text;
}

describe('all fixes at once', () => {
  it('come to rest after a few times, and leave none of what they mend', () => {
    let mended = 0;
    for (const [name, text] of drafts()) {
      let now = text;
      let times = 0;
      for (let next = fixOnce(now); next !== now && times < 5; next = fixOnce(now), times++) now = next;
      assert.ok(times < 4, `${name} is still changing`);
      assert.deepEqual(safeFixes(report(now).findings), [], name);
      if (times > 0) mended++;
    }
    assert.ok(mended > 40);
  });

  const source = { uri: 'text.md', text: '甲乙丙丁戊' };
  const fix = (...edits: readonly [start: number, end: number, newText: string][]): Fix => ({
    title: '改',
    safe: true,
    edits: edits.map(([start, end, newText]) => ({ span: { source, start, end }, newText })),
  });
  const made = (...fixes: readonly Fix[]) => edited({ source, start: 0, end: 5 }, together(fixes));

  it('take the first of two that are in each other’s way, and nothing of the other', () => {
    assert.equal(made(fix([1, 3, '二']), fix([2, 4, '三'], [4, 5, '五'])), '甲二丁戊');
    assert.equal(made(fix([4, 5, '五']), fix([0, 1, '一'], [4, 5, '伍']), fix([1, 2, '二'])), '甲二丙丁五');
  });

  it('do not insert where another begins or ends, but change neighbours', () => {
    assert.equal(made(fix([1, 2, '二']), fix([2, 2, '，']), fix([1, 1, '；'])), '甲二丙丁戊');
    assert.equal(made(fix([2, 2, '，']), fix([2, 2, '、']), fix([2, 3, '三'])), '甲乙，丙丁戊');
    assert.equal(made(fix([1, 2, '二']), fix([2, 3, '三'])), '甲二三丁戊');
  });

  it('make an edit once that two of them make, or one makes twice', () => {
    assert.equal(made(fix([1, 2, '二'], [3, 4, '四']), fix([1, 2, '二'], [4, 5, '五'])), '甲二丙四五');
    const names =
      '到2023年，全市居民平均预期寿命由2020年的77.1岁提高到77.9岁。\n\n人均预期寿命是核心指标，到2025年人均预期寿命达到78.5岁，人均预期寿命居全省前列。';
    const [variant] = report(cityPlan(`## 第二章 发展目标\n\n${names}`)).findings.filter(
      ({ rule }) => rule === 'term-variant',
    );
    assert.equal(variant?.fix?.edits.length, 1);
  });
});

describe('a value that another place contradicts', () => {
  const body = (cell: string, told: string) =>
    `## 第二章 发展目标\n\n| 主要指标 | 2020年 | 2025年 | 指标性质 |\n|---|---|---|---|\n| 高血压患者规范管理率（%） | 68.3 | ${cell} | 预期性 |\n\n到2025年，高血压患者规范管理率${told}。`;
  const fixes = (text: string) =>
    report(cityPlan(text)).findings.flatMap(({ rule, fix }) => (rule === 'value-conflict' ? [fix] : []));

  it('can be made that of the other place, in its own words, but not without asking', () => {
    const [fix] = fixes(body('≥75', '不低于72%'));
    assert.equal(fix?.title, '改为不低于75%');
    assert.equal(fix?.safe, false);
    assert.deepEqual(
      fix?.edits.map(({ newText }) => newText),
      ['75'],
    );
  });

  it('is left where the sentence has to be written anew', () => {
    assert.deepEqual(fixes(body('≥75', '不超过75%')), [undefined]);
  });
});
