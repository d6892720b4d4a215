import assert from 'node:assert/strict';
import { plan } from './reading.ts';

describe('front matter', () => {
  it('names the plan, its place and its years', () => {
    const { frontMatter, years } = plan(
      '---\n标题: 青岩市规划\n地区: 青岩市\n层级: 市\n规划期: 2021-2025\n上位规划: [a.md, b.md]\n---\n\n# 青岩市规划\n',
    );
    assert.equal(frontMatter?.title, '青岩市规划');
    assert.equal(frontMatter?.place, '青岩市');
    assert.equal(frontMatter?.level, '市');
    assert.deepEqual(
      frontMatter?.upstream.map(({ value }) => value),
      ['a.md', 'b.md'],
    );
    assert.deepEqual(years, { base: 2020, target: 2025 });
  });

  for (const [title, text, years] of [
    ['states other years than the period', '---\n规划期: 2021-2025\n基期年: 2019\n目标年: 2030\n---\n', [2019, 2030]],
    ['gives a period in any writing', '---\n规划期: 2021年—2025年\n---\n', [2020, 2025]],
    ['leaves the years to its own title', '---\n标题: 青岩市“十五五”规划\n---\n', [2025, 2030]],
    ['leaves the years to the heading', '---\n地区: 青岩市\n---\n\n# 青岩市第十四个五年规划\n', [2020, 2025]],
    ['is not needed', '# 青岩市“十四五”规划\n', [2020, 2025]],
    ['may tell no years at all', '---\n地区: 青岩市\n---\n\n# 青岩市规划\n', [undefined, undefined]],
  ] as const)
    it(title, () => {
      const { base, target } = plan(text).years;
      assert.deepEqual([base, target], years);
    });

  it('with CRLF reads the same', () => {
    const text = '---\n标题: 青岩市规划\n目标年: 2025\n---\n\n# 青岩市规划\n';
    assert.deepEqual(plan(text.replaceAll('\n', '\r\n')).years, plan(text).years);
  });

  it('that YAML cannot read tells where, and what can be read is kept', () => {
    const text = '---\n标题: "青岩市规划\n目标年: 2025\n---\n\n# 青岩市规划\n\n正文。\n';
    const { frontMatter, sections } = plan(text);
    assert.ok(frontMatter?.fault);
    assert.deepEqual(
      sections.map(({ title }) => title.value),
      ['青岩市规划'],
    );
  });

  it('that is never closed is no front matter', () => {
    const { frontMatter } = plan('---\n标题: 青岩市规划\n\n# 青岩市规划\n');
    assert.equal(frontMatter, undefined);
  });
});
