import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';
import { installBrowser } from '../../scripts/vscode-install.mjs';
import { root } from '../../scripts/vscode-suite.mjs';

const place = (line) => ({
  uri: 'file:///plan.md',
  range: { start: { line, character: 2 }, end: { line, character: 6 } },
});
const row = (id, changes = {}) => ({
  id,
  place: place(1),
  domain: '健康水平',
  number: '1',
  name: id,
  namePlace: place(10),
  unit: '岁',
  nature: '预期性',
  baseline: { text: '78.2', year: 2020, amount: 78.2, place: place(20) },
  target: { text: '79.1', year: 2025, amount: 79.1, place: place(30) },
  history: [{ text: '76.5', year: 2015, amount: 76.5, place: place(15) }],
  change: { from: 78.2, to: 79.1, text: '提高0.9岁', yearly: ['年均提高0.18岁'], trend: 'up', way: 'right' },
  direction: '越高越好',
  chapters: [],
  agreement: '别处未提及',
  differing: 0,
  findings: [],
  ...changes,
});
const mention = (verdict, line) => ({ place: place(line), text: '78岁', when: '2025年', where: 'text', verdict });
const rows = [
  row('人均预期寿命', {
    chapters: [{ title: '第一章 发展基础', mentions: [mention('agrees', 40), mention('differs', 41)] }],
    agreement: '1处不一致，1处一致',
    differing: 1,
    findings: [{ rule: 'value-conflict', severity: 'error', message: '前后不一：<b>78岁</b>', place: place(41) }],
  }),
  row('婴儿死亡率', { unit: '‰', nature: '约束性', change: undefined, target: { text: '4≥', place: place(31) } }),
  row('床位数', {
    domain: '健康服务',
    nature: '约束性',
    baseline: { text: '6.1', year: 2020, amount: 6.1, place: place(22) },
    change: { from: 6.1, to: 5.8, text: '减少0.3张', yearly: [], trend: 'down', way: 'wrong' },
  }),
];
const overview = (list = rows) => ({
  title: '青岩市规划',
  tables: [{ caption: '表1 主要指标', place: place(5), baseline: '2020年', target: '2025年', rows: list }],
});

describe('the page of the overview', function () {
  this.timeout(60_000);
  let browser;
  let page;

  /** Opens the page as the editor would, with what it kept from an earlier life, and tells it of a plan. */
  async function start(shown = { uri: 'file:///plan.md', overview: overview() }, kept) {
    page = await browser.newPage({ viewport: { width: 900, height: 400 } });
    await page.setContent('<!DOCTYPE html><html lang="zh-CN"><body></body></html>');
    await page.evaluate((state) => {
      window.sent = [];
      window.state = state;
      window.acquireVsCodeApi = () => ({
        postMessage: (message) => window.sent.push(message),
        getState: () => window.state,
        setState: (now) => {
          window.state = now;
        },
      });
    }, kept);
    await page.addStyleTag({ path: `${root}/dist/panel.css` });
    await page.addScriptTag({ path: `${root}/dist/panel.js` });
    if (shown) await tell(shown.overview, shown.uri);
  }
  /** Done when the page, which listened first, has heard it. */
  const tell = (now, uri = 'file:///plan.md') =>
    page.evaluate(
      (data) =>
        new Promise((resolve) => {
          window.addEventListener('message', () => resolve(), { once: true });
          window.postMessage(data);
        }),
      { uri, overview: now },
    );
  const sent = () => page.evaluate(() => window.sent);
  const names = () => page.locator('tbody.row th .link').allTextContents();
  const focused = () => page.evaluate(() => document.activeElement?.textContent);

  before(async () => {
    browser = await chromium.launch({
      executablePath: await installBrowser(),
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
  });
  after(() => browser.close());
  afterEach(() => page.close());

  it('asks for the plan first, and shows its indicators by their domains', async () => {
    await start(null);
    assert.deepEqual(await sent(), [{ kind: 'ready' }]);
    await tell(overview());
    assert.equal(await page.locator('h1').textContent(), '青岩市规划');
    assert.equal(await page.locator('caption').textContent(), '表1 主要指标');
    assert.deepEqual(await page.locator('tbody.domain').allTextContents(), ['健康水平', '健康服务']);
    assert.deepEqual(await names(), ['人均预期寿命', '婴儿死亡率', '床位数']);
    assert.deepEqual(await page.locator('td.target').allTextContents(), ['79.1', '4≥', '79.1']);
    assert.match((await page.locator('[aria-live]').textContent()) ?? '', /共3项指标，1项有问题/);
  });

  it('draws each change, and says in words what the drawing says', async () => {
    await start();
    const charts = await page.getByRole('img').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
    assert.deepEqual(charts, [
      '2015年76.5，2020年78.2，2025年79.1，提高0.9岁，方向正确',
      '2015年76.5，2020年6.1，2025年5.8，减少0.3张，方向相反',
    ]);
    assert.match((await page.locator('tbody.row').nth(2).textContent()) ?? '', /方向相反（越高越好）/);
  });

  it('leads to each place: name, values, mentions, findings', async () => {
    await start();
    const first = page.locator('tbody.row').first();
    await first.getByRole('button', { name: '人均预期寿命', exact: true }).click();
    await first.getByRole('button', { name: '79.1', exact: true }).press('Enter');
    await first.getByRole('button', { name: '第一章 发展基础 第42行，2025年：78岁，不一致' }).click();
    await first.getByRole('button', { name: /前后不一/ }).click();
    const lines = (await sent()).filter(({ kind }) => kind === 'go').map((one) => one.place.range.start.line);
    assert.deepEqual(lines, [10, 30, 41, 41]);
  });

  it('shows what a draft holds as text', async () => {
    await start();
    assert.match((await page.locator('.note').textContent()) ?? '', /<b>78岁<\/b>/);
    assert.equal(await page.locator('.note b').count(), 0);
  });

  it('shows those with problems, the binding ones, or those that are looked for, and tells how many', async () => {
    await start();
    await page.getByLabel('有问题').check();
    assert.deepEqual(await names(), ['人均预期寿命']);
    assert.match((await page.locator('[aria-live]').textContent()) ?? '', /显示1项/);
    await page.getByLabel('约束性').check();
    assert.deepEqual(await names(), ['婴儿死亡率', '床位数']);
    await page.getByLabel('查找指标').fill('床位');
    assert.deepEqual(await names(), ['床位数']);
    await page.getByLabel('查找指标').fill('没有');
    assert.deepEqual(await names(), []);
    await page.getByRole('button', { name: '显示全部' }).click();
    assert.equal((await names()).length, 3);
    assert.equal(await page.getByLabel('全部').isChecked(), true);
  });

  it('sorts by a column, up, down, and back to the order of the text; what has no value stands last', async () => {
    await start();
    const change = page.getByRole('columnheader', { name: '变化' });
    const click = () => change.getByRole('button').click();
    await click();
    assert.equal(await change.getAttribute('aria-sort'), 'ascending');
    assert.deepEqual(await names(), ['床位数', '人均预期寿命', '婴儿死亡率']);
    await click();
    assert.equal(await change.getAttribute('aria-sort'), 'descending');
    assert.deepEqual(await names(), ['人均预期寿命', '床位数', '婴儿死亡率']);
    await click();
    assert.equal(await change.getAttribute('aria-sort'), null);
    assert.deepEqual(await names(), ['人均预期寿命', '婴儿死亡率', '床位数']);
  });

  it('is one stop of the Tab key, and the arrows lead through it', async () => {
    await start();
    assert.equal(await page.locator('table button[tabindex="0"]').count(), 1);
    await page.getByRole('button', { name: '导出 CSV' }).focus();
    await page.keyboard.press('Tab');
    assert.equal(await focused(), '表1 主要指标');
    await page.keyboard.press('Control+End');
    assert.equal(await focused(), '79.1');
    await page.keyboard.press('Home');
    assert.equal(await focused(), '床位数');
    await page.keyboard.press('ArrowRight');
    assert.equal(await focused(), '6.1');
    await page.keyboard.press('ArrowUp');
    assert.equal(await focused(), '78.2');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    assert.equal(await focused(), '78.2');
    assert.equal(await page.locator('table button[tabindex="0"]').count(), 1);
  });

  it('follows the text without losing focus, place or choice', async () => {
    const many = Array.from({ length: 30 }, (_, index) => row(`指标${index}`, { nature: '约束性' }));
    await start({ uri: 'file:///plan.md', overview: overview(many) });
    await page.getByLabel('约束性').check();
    await page.getByRole('button', { name: '指标20', exact: true }).focus();
    const scrolled = await page.evaluate(() => {
      document.querySelectorAll('tbody.row')[19].dataset.kept = 'yes';
      return window.scrollY;
    });
    assert.ok(scrolled > 0);
    const changed = many.map((one, index) =>
      index === 20 ? { ...one, target: { ...one.target, text: '80.5' } } : one,
    );
    await tell(overview([row('新指标', { nature: '约束性' }), ...changed]));
    assert.equal(await focused(), '指标20');
    assert.equal(await page.locator('tbody.row[data-kept]').count(), 1);
    assert.equal(await page.locator('tbody.row').nth(21).locator('td.target').textContent(), '80.5');
    assert.equal(await page.getByLabel('约束性').isChecked(), true);
    assert.equal((await names()).length, 31);
  });

  it('says what is missing: no plan, no indicators', async () => {
    await start({ uri: 'file:///readme.md', overview: null });
    assert.match((await page.locator('.empty').textContent()) ?? '', /不是规划文稿/);
    assert.equal(await page.getByLabel('查找指标').isVisible(), false);
    await tell({ title: '青岩市规划', tables: [] });
    assert.match((await page.locator('.empty').textContent()) ?? '', /还没有指标表/);
    await tell(overview());
    assert.equal(await page.locator('.empty').textContent(), '');
  });

  it('keeps the plan, the choice and the place for its next life', async () => {
    const many = overview([...rows, ...Array.from({ length: 30 }, (_, at) => row(`指标${at}`, { nature: '约束性' }))]);
    await start({ uri: 'file:///plan.md', overview: many });
    await page.getByLabel('约束性').check();
    await page.mouse.wheel(0, 300);
    await page.waitForFunction(() => window.state.top === 300);
    const kept = await page.evaluate(() => window.state);
    assert.equal(kept.uri, 'file:///plan.md');
    await page.close();
    await start(null, kept);
    assert.equal(await page.getByLabel('约束性').isChecked(), true);
    await tell(many);
    assert.deepEqual((await names()).slice(0, 2), ['婴儿死亡率', '床位数']);
    assert.equal(await page.evaluate(() => window.scrollY), 300);
  });
});
