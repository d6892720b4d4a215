// Builds all that is shipped into dist/: five minified bundles and the rule pages.
// `node scripts/build.mjs --watch` builds again on every change.
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';
import { compileSchemas } from './schemas.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));

/** The command line starts the language server from the bundle beside it instead of carrying a second copy. */
const serverBeside = {
  name: 'server-beside',
  setup(build) {
    build.onResolve({ filter: /main\.node\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './server.js', external: true } : undefined,
    );
  },
};

const common = { bundle: true, minify: true, target: 'es2022', logLevel: 'warning', legalComments: 'none' };
// Some dependencies are CommonJS and ask for Node's own modules with `require`, which an ES module does not have.
const node = {
  ...common,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  // The CommonJS build of jsonc-parser asks for its parts in a way that no bundler can follow.
  mainFields: ['module', 'main'],
  banner: {
    js: "import{createRequire as createRequireHere}from'node:module';const require=createRequireHere(import.meta.url);",
  },
};
// Without the condition `worker`, a dependency of micromark calls `document` and dies in a web worker.
const web = { ...common, platform: 'browser', conditions: ['worker'], mainFields: ['browser', 'module', 'main'] };

const bundles = [
  { ...node, entry: 'server/src/main.cli.ts', outfile: 'dist/cli.js', plugins: [serverBeside] },
  { ...node, entry: 'server/src/main.node.ts', outfile: 'dist/server.js' },
  { ...web, entry: 'server/src/main.worker.ts', outfile: 'dist/server.worker.js', format: 'iife' },
  {
    ...common,
    entry: 'client/src/desktop.ts',
    outfile: 'dist/client.cjs',
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['vscode'],
  },
  // Twice under two names: to `browser: client.browser.cjs` older editors add `.js` themselves, and newer ones take
  // a name in `.js` for an ES module, which no web worker host can load.
  ...['dist/client.browser.cjs', 'dist/client.browser.cjs.js'].map((outfile) => ({
    ...web,
    entry: 'client/src/browser.ts',
    outfile,
    format: 'cjs',
    external: ['vscode'],
  })),
];

const watch = process.argv.includes('--watch');
await compileSchemas();
await rm(`${root}dist/rules`, { recursive: true, force: true });
await mkdir(`${root}dist/rules`, { recursive: true });

const pages = `${root}server/src/core/rules/`;
for (const file of await readdir(pages)) {
  if (file.endsWith('.md')) await cp(pages + file, `${root}dist/rules/${file}`);
}

for (const { entry, outfile, ...options } of bundles) {
  if (!existsSync(root + entry)) {
    console.error(`skipped ${outfile}: no ${entry} yet`);
    continue;
  }
  const job = { ...options, entryPoints: [root + entry], outfile: root + outfile };
  if (watch) await (await context(job)).watch();
  else await build(job);
}
