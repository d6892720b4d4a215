import assert from 'node:assert/strict';
import { withEditor } from '../../scripts/vscode-host.mjs';
import { vsixPath, workspace } from '../../scripts/vscode-suite.mjs';

/** What only the window shows: it is opened once, in Chinese, with the packed extension, and each test takes it as the last one left it. */
describe('the window of a user in China', function () {
  this.timeout(120_000);
  let page;
  let close;
  let closed;

  before(async () => {
    await new Promise((resolve, reject) => {
      closed = withEditor({ workspace, vsix: vsixPath }, async ({ folder, open }) => {
        page = await open({ openFile: `${folder}/规划.md:26:14`, gotoLineMode: 'true' }, { language: 'zh-cn' });
        page.setDefaultTimeout(60_000);
        resolve();
        await new Promise((end) => {
          close = end;
        });
      });
      closed.catch(reject);
    });
    await page.locator('.squiggly-error').first().waitFor();
  });

  after(async () => {
    close?.();
    await closed;
  });

  const picks = () => page.locator('.quick-input-list .monaco-list-row');
  const pick = (text) => picks().filter({ hasText: text }).first();

  /** Runs what the command palette calls so. */
  async function run(title) {
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input').fill(`>${title}`);
    await pick(title).click();
  }

  /** Opens the status of the language, and gives what it says of plans. */
  async function status(text) {
    await page.locator('#status\\.languageStatus').hover();
    const said = page.locator('.hover-language-status .left', { hasText: text });
    await said.waitFor();
    await page.keyboard.press('Escape');
  }

  it('offers the commands in Chinese, and none that only the server calls', async () => {
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input').fill('>PlanLint');
    await pick('PlanLint: 新建规划文稿').waitFor();
    const offered = (await picks().allTextContents()).join('\n');
    assert.match(offered, /把此处数值改到其他各处/);
    assert.doesNotMatch(offered, /显示指标的各处/);
    await page.keyboard.press('Escape');
  });

  it('says how many problems there are in the plan at hand', async () => {
    await status('PlanLint：5 个问题');
  });

  it('shows the places of an indicator from above its row', async () => {
    await page.locator('.codelens-decoration a', { hasText: '引用 1 处，1 处不一致' }).click();
    await page.locator('.reference-zone-widget .referenceMatch', { hasText: '3.1‰' }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.reference-zone-widget').waitFor({ state: 'detached' });
  });

  it('carries a value to the other places, once the user has seen and ticked them', async () => {
    await run('PlanLint: 把此处数值改到其他各处');
    const preview = page.locator('.bulk-edit-panel');
    await preview.locator('.monaco-list-row', { hasText: '婴儿死亡率降至3.13.6‰' }).locator('input').check();
    await preview.getByText('Apply').click();
    await page.locator('.tab', { hasText: '规划.md' }).click();
    await page.keyboard.press('Control+Home');
    await page.locator('.view-line', { hasText: '婴儿死亡率降至3.6‰' }).waitFor();
    await status('PlanLint：4 个问题');
  });

  it('says of other Markdown that it is no plan', async () => {
    await page.locator('.explorer-viewlet .monaco-list-row', { hasText: '读我.md' }).dblclick();
    await status('PlanLint：不是规划文稿');
  });

  it('leads through the writing of a plan, step by step', async () => {
    await run('Open Walkthrough');
    await pick('写一份规划').click();
    const steps = page.locator('.getting-started-step');
    await steps.first().waitFor();
    const titles = await steps.locator('.step-title').allTextContents();
    assert.deepEqual(titles, [
      '新建文稿',
      '写指标表',
      '看发现了什么',
      '改正',
      '一处改，处处改',
      '看全部指标',
      '全部检查一遍',
    ]);

    await page.getByRole('button', { name: '新建规划文稿' }).click();
    await pick('公文体').click();
    await page.locator('.quick-input-widget input').fill('青河市');
    await page.keyboard.press('Enter');
    // The level that the name of the place tells comes first.
    await pick('市').click();
    await pick('养老服务').click();
    await pick('十五五').click();
    await page.locator('.view-line', { hasText: '# 青河市“十五五”养老服务发展规划' }).waitFor();
    await status('PlanLint：未发现问题');

    await page.locator('.tab', { hasText: 'Walkthrough' }).click();
    await steps.filter({ hasText: '新建文稿' }).locator('.complete').waitFor();
  });
});
