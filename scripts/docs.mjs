// Writes what the documentation repeats of the code: docs/rules.md and the tables of docs/configuration.md and docs/ci.md. `--check` writes nothing
// and ends with status 1 where a file is out of date. Run through tsx: npm run docs.
import { readFile, writeFile } from 'node:fs/promises';
import { ciPage } from './docs-ci.mjs';
import { configurationPage } from './docs-configuration.mjs';
import { rulesPage } from './docs-rules.mjs';

const root = new URL('../', import.meta.url);

/** Each page, made from what it is now. */
const pages = { 'docs/rules.md': rulesPage, 'docs/configuration.md': configurationPage, 'docs/ci.md': ciPage };

for (const [path, page] of Object.entries(pages)) {
  const file = new URL(path, root);
  const before = await readFile(file, 'utf8').catch(() => '');
  const text = await page(before);
  if (!process.argv.includes('--check')) await writeFile(file, text);
  else if (text !== before) {
    console.error(`${path} 与程序不符，请运行 npm run docs`);
    process.exitCode = 1;
  }
}
