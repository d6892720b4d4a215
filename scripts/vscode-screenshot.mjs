// Takes the picture of the README: the plan in examples/ in VS Code with its findings, into docs/images/editor.png.
import { mkdir } from 'node:fs/promises';
import { withEditor } from './vscode-host.mjs';
import { packExtension, root } from './vscode-suite.mjs';

const picture = `${root}/docs/images/editor.png`;
const patience = { timeout: 60_000 };
const look = {
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.activityBar.location': 'hidden',
  'workbench.sideBar.location': 'right',
  'editor.fontFamily': "'Noto Sans Mono CJK SC', monospace",
  'editor.fontSize': 14,
  'editor.minimap.enabled': false,
  'editor.renderLineHighlight': 'none',
  'editor.stickyScroll.enabled': false,
  'editor.unicodeHighlight.ambiguousCharacters': false,
  'problems.defaultViewMode': 'tree',
  'window.commandCenter': false,

  // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of VS Code's own
  'window.title': '${activeEditorShort}',
};

const vsix = await packExtension();
await mkdir(`${root}/docs/images`, { recursive: true });
await withEditor({ workspace: `${root}/examples`, settings: look, vsix }, async ({ folder, open }) => {
  const view = { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 };
  // The table of indicators stands in the middle of the window, the cursor in a target that moves the wrong way.
  const page = await open({ openFile: `${folder}/plan.md:82:35`, gotoLineMode: 'true' }, view);
  await page.locator('.squiggly-error').first().waitFor(patience);
  await page.keyboard.press('Control+B');
  await page.keyboard.press('Control+Shift+M');
  await page.locator('.markers-panel .monaco-list-row').nth(3).waitFor(patience);
  await page.keyboard.press('Control+1');
  await page.keyboard.press('Control+K');
  await page.keyboard.press('Control+I');
  await page.locator('.monaco-hover', { hasText: 'target-direction' }).first().waitFor(patience);
  await page.screenshot({ path: picture });
});
console.log(picture);
