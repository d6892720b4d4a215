// Takes the pictures of the README into docs/images: the plan in examples/ in VS Code, by day (NAME.png) and by night
// (NAME-dark.png). `npm run screenshot` takes all of them, `npm run screenshot -- overview hover` those that are named.
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withEditor } from './vscode-host.mjs';
import { packExtension, root } from './vscode-suite.mjs';

const folder = `${root}/docs/images`;
const patience = { timeout: 60_000 };
const size = { width: 1280, height: 800 };
const themes = { '': 'Default Light Modern', '-dark': 'Default Dark Modern' };

const look = {
  'workbench.activityBar.location': 'hidden',
  'workbench.sideBar.location': 'right',
  'breadcrumbs.enabled': false,
  'diffEditor.renderSideBySide': false,
  'diffEditor.wordWrap': 'on',
  'editor.fontFamily': "'Noto Sans Mono CJK SC', monospace",
  'editor.fontSize': 14,
  'editor.minimap.enabled': false,
  'editor.renderLineHighlight': 'none',
  'editor.stickyScroll.enabled': false,
  'editor.unicodeHighlight.ambiguousCharacters': false,
  'explorer.openEditors.visible': 0,
  'outline.collapseItems': 'alwaysCollapse',
  'problems.defaultViewMode': 'tree',
  'window.commandCenter': false,
  'workbench.reduceMotion': 'on',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of VS Code's own
  'window.title': '${activeEditorShort}',
};

/**
 * Each takes a window, with the plan in it and the cursor at a place of the plan, to where its picture is to be taken, and gives
 * what is to be in the picture: all, or a part.
 */
const pictures = {
  editor: { at: '82:35', take: findings },
  hover: { at: '78:11', take: hover },
  carry: { at: '90:36', take: carry },
  overview: { at: '82:35', take: overview },
  boxes: { at: '82:35', take: boxes, viewport: { width: 1280, height: 430 } },
  report: { at: '82:35', take: report },
};

/** The table of indicators, a hover over a target that moves the wrong way, and Problems with their related places. */
async function findings(page) {
  await page.keyboard.press('Control+B');
  await page.keyboard.press('Control+Shift+M');
  await page.locator('.markers-panel .monaco-list-row').nth(3).waitFor(patience);
  await page.keyboard.press('Control+1');
  await showHover(page, 'target-direction');
}

/** What is known of an indicator, at its name. */
async function hover(page) {
  await page.keyboard.press('Control+B');
  await showHover(page, '越低越好');
}

/** The preview of what becomes of a value in the text when the table's is carried to it. */
async function carry(page) {
  await page.keyboard.press('Control+B');
  await command(page, '把此处数值改到其他各处');
  const edit = page.locator('.bulk-edit-panel .monaco-list-row', { hasText: '高血压' });
  await edit.getByRole('checkbox').check(patience);
  await edit.click(patience);
  await page.locator('.char-insert').first().waitFor(patience);
  await page.mouse.move(0, 0);
}

/** The overview beside the table, at a value that another chapter contradicts. */
async function overview(page) {
  await page.keyboard.press('Control+B');
  await command(page, '显示指标总览');
  const panel = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  await panel.locator('.mark.differs').first().click(patience);
  await page.locator('.selected-text').first().waitFor(patience);
  await page.mouse.move(0, 0);
}

/** The tree of boxes, in place of the files. */
async function boxes(page) {
  await command(page, '规划专栏');
  for (const name of ['WORKSPACE', 'OUTLINE', 'TIMELINE']) await fold(page, name);
  const pane = page.locator('.pane', { hasText: '专栏' });
  await pane.locator('.monaco-list-row', { hasText: '缺少' }).first().click(patience);
  await page.mouse.move(0, 0);
  return pane;
}

async function fold(page, name) {
  const open = page.locator('.pane-header.expanded', { hasText: name });
  if ((await open.count()) > 0) await open.click();
}

/** The report, saved and then opened as its reader would. */
async function report(page, drafts) {
  await command(page, '导出审阅报告');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'plan.md' }).click(patience);
  await page.locator('.quick-input-action', { hasText: /OK|确定/ }).click(patience);
  await page.locator('.notification-toast', { hasText: '审阅报告.html' }).waitFor(patience);
  const name = (await readdir(drafts)).find((file) => file.endsWith('.html'));
  const reader = await page.context().newPage();
  await reader.setViewportSize({ width: 1000, height: 800 });
  await reader.goto(pathToFileURL(join(drafts, name)).href);
  return reader;
}

/** Shows the hover at the cursor, and scrolls to where that is. */
async function showHover(page, text) {
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Control+K');
  await page.keyboard.press('Control+I');
  await page.locator('.monaco-hover', { hasText: text }).first().waitFor(patience);
}

/** Runs a command by its title. */
async function command(page, title) {
  await page.keyboard.press('F1');
  await page.keyboard.type(title);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().click(patience);
}

const names = process.argv.slice(2);
const unknown = names.filter((name) => !(name in pictures));
if (unknown.length > 0) throw new Error(`没有这样的图：${unknown.join('、')}；有：${Object.keys(pictures).join('、')}`);
const vsix = await packExtension();
await mkdir(folder, { recursive: true });
for (const [name, { at, take, viewport = size }] of Object.entries(pictures)) {
  if (names.length > 0 && !names.includes(name)) continue;
  for (const [suffix, theme] of Object.entries(themes)) {
    const settings = { ...look, 'workbench.colorTheme': theme };
    const path = `${folder}/${name}${suffix}.png`;
    await withEditor({ workspace: `${root}/examples`, settings, vsix }, async ({ folder: drafts, open }) => {
      const page = await open(
        { openFile: `${drafts}/plan.md:${at}`, gotoLineMode: 'true' },
        { viewport, deviceScaleFactor: 1, colorScheme: suffix ? 'dark' : 'light', language: 'zh-cn', locale: 'zh-CN' },
      );
      for (const sign of ['.squiggly-error', '.codelens-decoration a'])
        await page.locator(sign).first().waitFor(patience);
      const seen = (await take(page, drafts)) ?? page;
      await seen.screenshot({ path, animations: 'disabled' });
    });
    console.log(path);
  }
}
