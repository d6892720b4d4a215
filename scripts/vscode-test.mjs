// Tests the extension in a real VS Code: the suite in the Node extension host, in the web worker extension host, and once more
// with the packed extension installed instead of this folder. Prints each run's results and, last, `N passed, N failed`.
// `npm run test:vscode -- web` runs one of them; their names stand in `all`.
import { spawn } from 'node:child_process';
import { format } from 'node:util';
import { withEditor, within } from './vscode-host.mjs';
import { blankExtension, buildSuite, packExtension, root, workspace } from './vscode-suite.mjs';

const suiteTimeout = 300_000;
/** The suite's own lines start with it; the rest is what VS Code says of itself. */
const mark = '[planlint] ';

/**
 * Runs the suite in one VS Code. A run that ends without saying how, or that took place in another extension host than
 * `host`, counts as one failure.
 */
async function runSuite(name, host, { suite, development = root, settings, vsix }) {
  console.log(`\n${name}`);
  const said = { passed: 0, failed: 1 };
  const noise = [];
  let hostSeen;
  const hear = (line) => {
    const result = /(\d+) passed, (\d+) failed/.exec(line);
    if (!line.startsWith(mark)) noise.push(line);
    else if (line.startsWith(`${mark}host: `)) hostSeen = line.slice(mark.length);
    else if (result) Object.assign(said, { passed: Number(result[1]), failed: Number(result[2]) });
    else console.log(line.slice(mark.length));
  };
  try {
    await withEditor({ workspace, settings, vsix }, ({ open }) => {
      const ended = new Promise((resolve, reject) => {
        const payload = { extensionDevelopmentPath: development, extensionTestsPath: suite };
        const expose = { codeAutomationLog: (_, args) => hear(format(...args)), codeAutomationExit: resolve };
        const crashed = () => reject(new Error('浏览器页面崩溃。'));
        open(payload, { expose }).then((page) => page.once('crash', crashed), reject);
      });
      return within(suiteTimeout, ended, () => `测试在 ${suiteTimeout / 1000} 秒内没有结束。`);
    });
    if (hostSeen !== `host: ${host}`) throw new Error(`测试没有在预定的扩展宿主（${host}）中运行：${hostSeen}`);
  } catch (error) {
    console.error(error);
    said.failed = Math.max(said.failed, 1);
  }
  if (said.failed > 0) console.log(`VS Code 自身的输出：\n${noise.join('\n')}`);
  return said;
}

/** Runs a mocha file on its own, outside VS Code. */
async function runMocha(file) {
  const mocha = `${root}/node_modules/mocha/bin/mocha.js`;
  const child = spawn(process.execPath, [mocha, '--no-config', file], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.on('data', (part) => {
    text += part;
    process.stdout.write(part);
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  const count = (word) => Number(new RegExp(`(\\d+) ${word}`).exec(text)?.[1] ?? 0);
  return { passed: count('passing'), failed: count('failing') || (code === 0 && count('passing') > 0 ? 0 : 1) };
}

/** Without this VS Code runs an extension that has both entries where the files are, that is in Node. */
const inWorker = { 'remote.extensionKind': { 'planlint.planlint': ['web'] } };

// Packing builds the extension too, which every run below needs.
const vsix = await packExtension();
const suite = await buildSuite();
const all = {
  node: () => runSuite('VS Code：Node 扩展宿主', 'node', { suite }),
  web: () => runSuite('VS Code：Web Worker 扩展宿主', 'web worker', { suite, settings: inWorker }),
  grammar: () => runMocha('client/test/grammar.test.mjs'),
  package: () => runMocha('client/test/package.test.mjs'),
  window: () => runMocha('client/test/window.test.mjs'),
  page: () => runMocha('client/test/page.test.mjs'),
  vsix: async () => {
    const development = await blankExtension();
    return runSuite('VS Code：安装 VSIX 之后', 'node', { suite, vsix, development });
  },
};
const wanted = process.argv.slice(2);
const runs = [];
for (const name of wanted.length > 0 ? wanted : Object.keys(all)) runs.push(await all[name]());
const sum = (key) => runs.reduce((total, run) => total + run[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') > 0 ? 1 : 0;
