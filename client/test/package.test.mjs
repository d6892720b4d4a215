import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installExtension } from '../../scripts/vscode-host.mjs';
import { root, vsixPath } from '../../scripts/vscode-suite.mjs';

/** Everything that may be in the package, beside the rule pages. */
const expected = [
  '.vsixmanifest',
  'LICENSE.txt',
  'changelog.md',
  'client/l10n/bundle.l10n.zh-cn.json',
  'client/media/icon.png',
  'client/media/walkthrough/carry.svg',
  'client/media/walkthrough/clean.svg',
  'client/media/walkthrough/fix.svg',
  'client/media/walkthrough/new.svg',
  'client/media/walkthrough/overview.svg',
  'client/media/walkthrough/problems.svg',
  'client/media/walkthrough/table.svg',
  'client/snippets/plan.json',
  'dist/cli.js',
  'dist/client.js',
  'dist/panel.css',
  'dist/panel.js',
  'dist/planlint.js',
  'dist/server.js',
  'dist/templates/fields.json',
  'dist/templates/planlint.jsonc',
  'dist/templates/公文体.md',
  'dist/templates/章节体.md',
  'dist/thread.js',
  'package.json',
  'package.nls.json',
  'package.nls.zh-cn.json',
  'readme.md',
  'schemas/planlint.schema.json',
  'syntaxes/planlint.tmLanguage.json',
];

describe('the VSIX', function () {
  this.timeout(120_000);

  it('is smaller than 1 MB', async () => {
    const { size } = await stat(vsixPath);
    assert.ok(size < 1_000_000, `${size} bytes`);
  });

  it('brings what the extension needs and nothing else: no sources, no tests, no node_modules', async () => {
    const home = await mkdtemp(join(tmpdir(), 'planlint-vsix-'));
    try {
      const folder = await installExtension(home, vsixPath);
      const files = (await readdir(folder, { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map((entry) =>
          join(entry.parentPath, entry.name)
            .slice(folder.length + 1)
            .replaceAll('\\', '/'),
        );
      const pages = files.filter((file) => file.startsWith('dist/rules/'));
      assert.deepEqual(files.filter((file) => !pages.includes(file)).sort(), expected);
      const sources = await readdir(join(root, 'server/src/core/rules'));
      assert.deepEqual(
        pages.map((page) => page.slice('dist/rules/'.length)).sort(),
        sources.filter((name) => name.endsWith('.md')).sort(),
      );
      const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
      for (const entry of [manifest.main, manifest.browser]) assert.ok(files.includes(entry.replace('./', '')), entry);
    } finally {
      await rm(home, { recursive: true, force: true });
    }
  });
});
