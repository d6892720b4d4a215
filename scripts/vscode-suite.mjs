// What the tests inside VS Code run and run on: the mocha suite in one file, the packed extension, a workspace.
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createVSIX } from '@vscode/vsce';
import { build } from 'esbuild';

export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '');
export const workspace = `${root}/client/test/workspace`;
export const vsixPath = `${root}/out/planlint.vsix`;

/** Bundles client/test/suite and gives the path of the module whose `run()` runs it in any extension host. */
export async function buildSuite() {
  const outfile = `${root}/out/suite.cjs`;
  await build({
    entryPoints: [`${root}/client/test/suite/index.ts`],
    outfile,
    bundle: true,
    platform: 'browser',
    format: 'iife',
    // mocha's browser build puts itself into `module.exports`; what VS Code looks for there is `run`.
    globalName: 'suite',
    footer: { js: 'module.exports = suite;' },
    target: 'es2022',
    external: ['vscode'],
    logLevel: 'warning',
    define: { global: 'globalThis' },
  });
  // A web worker host of VS Code 1.100 and older adds `.js` to the name it is given.
  await copyFile(outfile, `${outfile}.js`);
  return outfile;
}

/** Packs the extension as `npm run package` does and gives the path of the VSIX. */
export async function packExtension() {
  await mkdir(`${root}/out`, { recursive: true });
  await createVSIX({ cwd: root, packagePath: vsixPath });
  return vsixPath;
}

/** An extension without content: VS Code runs tests only together with one that is under development. */
export async function blankExtension() {
  const folder = `${root}/out/blank`;
  await mkdir(folder, { recursive: true });
  const manifest = { name: 'blank', publisher: 'planlint', version: '0.0.0', engines: { vscode: '*' } };
  await writeFile(`${folder}/package.json`, JSON.stringify(manifest));
  return folder;
}
