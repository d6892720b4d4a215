// Tests the built server with the language client that is built into Neovim, which knows nothing of this project: it is shown
// what is found in an invented draft, and mends it. Prints each result and, last, `N passed, N failed`.
import { spawn } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installNeovim } from './neovim-install.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const patience = 120_000;

const neovim = await installNeovim();
if (!neovim) {
  const how = '（Debian、Ubuntu：sudo apt-get install neovim），或用环境变量 PLANLINT_NEOVIM 指明其路径';
  console.log(`没有 Neovim，略过用它的测试。要运行请先安装${how}。`);
  // Whoever checks a change for others must not leave anything out.
  process.exit(process.env.CI ? 1 : 0);
}

/** Runs the tests in a Neovim of its own, where the server counts the columns of a line in `encoding`. */
async function runIn(encoding) {
  console.log(`\nNeovim：按 ${encoding} 计列`);
  const folder = await mkdtemp(join(tmpdir(), 'planlint-neovim-'));
  try {
    await cp(join(root, 'client/test/neovim'), folder, { recursive: true });
    const args = ['--headless', '--clean', '-n', '-c', `luafile ${join(folder, 'test.lua')}`];
    const env = {
      ...process.env,
      XDG_STATE_HOME: folder,
      XDG_DATA_HOME: folder,
      PLANLINT_NODE: process.execPath,
      PLANLINT_SERVER: join(root, 'dist/server.js'),
      PLANLINT_ENCODING: encoding,
    };
    const child = spawn(neovim, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'inherit'], timeout: patience });
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (part) => {
      text += part;
      process.stdout.write(part);
    });
    const code = await new Promise((resolve) => child.once('close', resolve));
    const count = (mark) => text.split('\n').filter((line) => line.startsWith(`    ${mark} `)).length;
    const [passed, failed] = [count('✓'), count('✗')];
    // A run that breaks off failed, whatever it said before.
    return { passed, failed: failed || (code === 0 && passed > 0 ? 0 : 1) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const runs = [await runIn('utf-16'), await runIn('utf-8')];
const sum = (key) => runs.reduce((total, run) => total + run[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') > 0 ? 1 : 0;
