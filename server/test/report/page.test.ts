import assert from 'node:assert/strict';
import { pageOf } from '../../src/report/page.ts';
import { reviewOf } from '../../src/report/review.ts';
import { cityPlan, report } from '../core/reading.ts';

const nameOf = (uri: string) => uri;
const page = (...bodies: readonly string[]) =>
  pageOf(
    bodies.map((body) => reviewOf(report(cityPlan(body)), nameOf)),
    '2021年5月18日',
  );

/** What a reader sees: the page without its markup. */
const words = (html: string) =>
  html
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');

const table = `**表1 主要发展指标**

| 领域 | 序号 | 指标 | 2020年 | 2025年 | 属性 |
|---|---|---|---|---|---|
| 健康水平 | 1 | 人均预期寿命（岁） | 78.2 | 79.1 | 预期性 |
| | 2 | 婴儿死亡率（‰） | 4.1 | ≤3.5 | 预期性 |
| 健康服务 | 3 | 居民健康素养水平（%） | 24.5 | 30≥ | 约束性 |
`;
const draft = `## 第一章 发展基础

2020年，全市人均预期寿命达到77.9岁。

## 第二章 发展目标

${table}
## 第三章 重点任务

<!-- planlint-disable-next-line value-conflict -- 按“户籍”人口 & <b 口径 -->

到2025年，全市婴儿死亡率控制在3.8‰以内。
`;

describe('the review report', () => {
  it('has the title of the plan, the date that it is given, and how many problems of which kind there are', () => {
    const seen = words(page(draft));
    assert.match(seen, /《青岩市“十四五”规划》审阅报告 2021年5月18日 · plan-1\.md/);
    assert.match(seen, /2 共计 2 错误/);
    assert.match(seen, /指标表 1 1 前后一致 1 1/);
    assert.match(seen, /另有1处已在文中注明不查/);
  });

  it('tells each problem under its chapter, in the order of the text, with the place marked in its line', () => {
    const html = page(draft);
    const order = ['第一章 发展基础', '77.9岁', '第二章 发展目标', '30≥', '<h2>指标总览', '<h2>已在文中注明不查'];
    const at = order.map((word) => html.indexOf(word));
    assert.deepEqual(
      at,
      [...at].sort((a, b) => a - b),
    );
    assert.match(html, /2020年，全市人均预期寿命达到<mark>77\.9岁<\/mark>。/);
    const seen = words(html);
    assert.match(seen, /第14行 “全市人均预期寿命”2020年的数值前后不一：此处为77\.9岁/);
    assert.match(seen, /第22行 指标表：78\.2岁/);
    assert.match(seen, /改法： ?改为≥30/);
    assert.match(seen, /规则 value-conflict 同一指标、同一年份，前后写的数值不一致。/);
  });

  it('has what was switched off, with the reasons, at its end', () => {
    const [, end = ''] = page(draft).split('<h2>已在文中注明不查</h2>');
    assert.match(words(end), /婴儿死亡率.*3\.8‰.*不查的理由： ?按“户籍”人口 & <b 口径/);
  });

  it('has the indicators with their change, how the text agrees, and links to the problems', () => {
    const html = page(draft);
    const row = /<tr><th scope="row">人均预期寿命<\/th>.*<\/tr>/.exec(html)?.[0] ?? '';
    assert.match(words(row), /人均预期寿命 岁 预期性 78\.2 79\.1 ✓ 提高0\.9岁 年均提高0\.18岁 1处不一致 1/);
    const link = /href="#(p1-\d+)"/.exec(row)?.[1];
    assert.ok(html.includes(`id="${link}"`));
  });

  it('is whole in itself: no script, nothing from elsewhere', () => {
    const html = page(draft);
    assert.doesNotMatch(html, /<script|<link|<img|src=|url\(|@import/);
    assert.deepEqual(
      [...html.matchAll(/href="([^#])/g)].map(([all]) => all),
      [],
    );
  });

  it('shows what a draft holds as text, never as markup', () => {
    const nasty = `## 第一章 <img src=x onerror=alert(1)> "引" 'q' & 😀𠮷

提出<script>alert(1)</script>。2020年，全市人均预期寿命达到77.9岁。

## 第二章 发展目标

${table.replace('健康水平', '<b>健康</b>"\'&')}`;
    const html = page(nasty);
    assert.doesNotMatch(html, /<script|<img/);
    const seen = words(html);
    assert.ok(seen.includes(`第一章 <img src=x onerror=alert(1)> "引" 'q' & 😀𠮷`));
    assert.ok(seen.includes('<script>alert(1)</script>'));
  });

  it('cuts long lines around what it marks, and no character in half', () => {
    const long = `## 第一章 发展基础\n\n${'𠮷'.repeat(301)}，2020年全市人均预期寿命达到77.9岁，${'😀'.repeat(301)}。\n\n${table}`;
    const html = page(long);
    const excerpt = /<p class="excerpt">([^<]*)<mark>77\.9岁<\/mark>([^<]*)<\/p>/.exec(html);
    assert.ok(excerpt);
    assert.match(excerpt[1] ?? '', /^…𠮷+，2020年全市人均预期寿命达到$/u);
    assert.match(excerpt[2] ?? '', /^，😀+…$/u);
    assert.ok(!html.includes('\ufffd'));
  });

  it('says where there is nothing to say', () => {
    assert.match(words(page('## 第一章 总则\n\n本规划由市人民政府负责解释。')), /没有发现问题/);
    const empty = pageOf([reviewOf(report('# 青岩市规划'), nameOf)], '2021年5月18日');
    assert.doesNotMatch(words(empty), /指标总览|逐处说明/);
  });

  it('tells of several plans under their titles, and of a plan of several files by their names', () => {
    const html = page(draft, draft);
    const seen = words(html);
    assert.match(seen, /规划文稿审阅报告 2021年5月18日 · 共2部规划/);
    assert.equal(seen.split('2处问题').length, 3);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length);

    const [first = '', ...rest] = cityPlan(draft).split(/(?=## 第二章)/);
    const parts = reviewOf(report(first, rest.join('')), nameOf);
    const split = words(pageOf([parts], '2021年5月18日'));
    assert.match(split, /plan-1\.md、plan-2\.md/);
    assert.match(split, /plan-2\.md 第7行 指标表：78\.2岁/);
  });
});
