// Builds all that is shipped into dist/: two minified bundles, the scripts that start a part of one, the
// page of the overview with its style, and the rule pages.
// `node scripts/build.mjs --watch` builds again on every change.
import { chmod, cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { builtinModules, createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';
import { compileSchemas } from './schemas.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));

/** What a package keeps for Node is taken as Node would find it; everything else is resolved for a web worker. */
const forNode = {
  name: 'for-node',
  setup(build) {
    build.onResolve({ filter: /^vscode-.*\/node$|^supports-/ }, ({ path, importer }) => ({
      path: createRequire(importer).resolve(path),
    }));
  },
};

/** A bundle runs in Node and in a web worker: what is for the other host is in it, but never evaluated. */
const common = {
  bundle: true,
  minify: true,
  format: 'cjs',
  platform: 'browser',
  target: 'es2022',
  charset: 'utf8',
  // Without it, a dependency of micromark calls `document` and dies in a web worker.
  conditions: ['worker'],
  // The CommonJS build of jsonc-parser asks for its parts in a way that no bundler can follow; `browser` takes colours away.
  mainFields: ['module', 'main'],
  external: ['vscode', 'node:*', ...builtinModules],
  plugins: [forNode],
  define: { 'import.meta.url': 'here' },
  banner: {
    js: "const here=typeof __filename==='string'?require('node:url').pathToFileURL(__filename).href:undefined;",
  },
  legalComments: 'none',
  logLevel: 'warning',
};

const bundles = { 'client.js': 'client/src/extension.ts', 'planlint.js': 'server/src/main.ts' };

/** A web worker needs no such script: there the client starts the bundle's part itself. */
const starters = {
  'cli.js': "#!/usr/bin/env node\nrequire('./planlint.js').cli();\n",
  'thread.js': "require('./planlint.js').thread();\n",
  'server.js': "require('./planlint.js').node();\n",
};

await compileSchemas();
await rm(`${root}dist`, { recursive: true, force: true });
await mkdir(`${root}dist/rules`, { recursive: true });

const pages = `${root}server/src/core/rules/`;
for (const file of await readdir(pages)) {
  if (file.endsWith('.md')) await cp(pages + file, `${root}dist/rules/${file}`);
}
await cp(`${root}templates`, `${root}dist/templates`, { recursive: true });
for (const [file, script] of Object.entries(starters)) await writeFile(`${root}dist/${file}`, script);
await chmod(`${root}dist/cli.js`, 0o755);

/** The page runs in a frame of its own, where there is a browser and nothing else. */
const page = { bundle: true, minify: true, format: 'iife', target: 'es2022', charset: 'utf8', logLevel: 'warning' };
const pageFiles = { 'panel.js': 'client/src/panel/page/main.ts', 'panel.css': 'client/src/panel/page/panel.css' };

const jobs = [
  ...Object.entries(bundles).map(([file, entry]) => ({ ...common, file, entry })),
  ...Object.entries(pageFiles).map(([file, entry]) => ({ ...page, file, entry })),
];
for (const { file, entry, ...options } of jobs) {
  const job = { ...options, entryPoints: [root + entry], outfile: `${root}dist/${file}` };
  if (process.argv.includes('--watch')) await (await context(job)).watch();
  else await build(job);
}
