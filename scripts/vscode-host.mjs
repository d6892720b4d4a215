// A real VS Code in a browser: its server as a child process, its window as a Chromium page.
import { execFile, spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { installBrowser, installEditor } from './vscode-install.mjs';

const startTimeout = 90_000;

/**
 * Starts VS Code with empty settings and a copy of the folder `workspace`, hands `{ folder, open }` to `use`, and takes all of
 * it down again. `settings` are the user's settings; `vsix` is installed first.
 */
export async function withEditor({ workspace, settings = {}, vsix }, use) {
  const editor = await installEditor();
  const executablePath = await installBrowser();
  const home = await mkdtemp(join(tmpdir(), 'planlint-vscode-'));
  const folder = join(home, 'workspace');
  await cp(workspace, folder, { recursive: true });
  await writeJson(join(home, 'user', 'User', 'settings.json'), { ...quiet, ...settings });
  if (vsix) await installExtension(home, vsix);
  const server = await startServer(editor, home);
  try {
    const browser = await chromium.launch({ executablePath, args: browserFlags, timeout: startTimeout });
    try {
      await use({ folder, open: (payload, options) => openWindow(browser, server.port, folder, payload, options) });
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Where VS Code finds a file or folder of this machine. */
const remote = (port, path) => `vscode-remote://127.0.0.1:${port}${path}`;

/** In the display `language` of extensions; VS Code's own words stay English, because its language packs are not here. */
async function openWindow(browser, port, folder, payload, { expose = {}, language, ...options } = {}) {
  const context = await browser.newContext(options);
  if (language) await context.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(language)};`);
  const page = await context.newPage();
  for (const [name, callback] of Object.entries(expose)) await page.exposeFunction(name, callback);
  const entries = Object.entries({ skipWelcome: 'true', ...payload }).map(([key, value]) => [
    key,
    value.startsWith('/') ? remote(port, value) : value,
  ]);
  const query = new URLSearchParams({ folder, payload: JSON.stringify(entries) });
  await page.goto(`http://127.0.0.1:${port}/?${query}`, { timeout: startTimeout });
  return page;
}

async function startServer(editor, home) {
  const args = [
    '--host',
    '127.0.0.1',
    '--port',
    '0',
    '--without-connection-token',
    '--disable-workspace-trust',
    ...data(home),
  ];
  const server = spawn(process.execPath, [join(editor, 'out', 'server-main.js'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  const kill = (signal) => {
    try {
      if (process.platform === 'win32') server.kill(signal);
      else process.kill(-server.pid, signal);
    } catch {
      // it has ended already
    }
  };
  const killNow = () => kill('SIGKILL');
  process.once('exit', killNow);
  const stop = async () => {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    if (server.exitCode === null && server.signalCode === null) {
      kill('SIGTERM');
      await Promise.race([ended, sleep(5000)]);
    }
    killNow(); // extension hosts that outlived it
    process.removeListener('exit', killNow);
  };
  try {
    return { port: await listening(server), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The port that the server says it listens on. */
function listening(server) {
  let said = '';
  const port = new Promise((resolve, reject) => {
    const read = (chunk) => {
      said += chunk;
      const match = /listening on (\d+)/.exec(said);
      if (match) resolve(Number(match[1]));
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`VS Code 的服务进程已退出（${code}）：\n${said}`)));
  });
  return within(startTimeout, port, () => `VS Code 的服务进程没有就绪：\n${said}`);
}

/** Installs a VSIX for a VS Code that keeps its data in the folder `home`, and gives the folder where it lies unpacked. */
export async function installExtension(home, vsix) {
  const server = join(await installEditor(), 'out', 'server-main.js');
  const args = [server, '--install-extension', vsix, '--force', ...data(home)];
  await promisify(execFile)(process.execPath, args, { timeout: startTimeout });
  const extensions = join(home, 'server', 'extensions');
  const name = (await readdir(extensions)).find((one) => one.startsWith('planlint.planlint-'));
  if (!name) throw new Error(`VS Code 没有装上 ${vsix}`);
  return join(extensions, name);
}

const data = (home) => [
  '--accept-server-license-terms',
  '--disable-telemetry',
  '--server-data-dir',
  join(home, 'server'),
  '--user-data-dir',
  join(home, 'user'),
];

async function writeJson(file, content) {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(content));
}

/** Settings that keep a fresh VS Code from asking, fetching or hinting anything. */
const quiet = {
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'npm.autoDetect': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

const browserFlags = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-sync',
  '--no-first-run',
  '--no-proxy-server',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

export const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds).unref());

/** The value of `promise`, or an error that says `message()` when it takes longer than `milliseconds`. */
export async function within(milliseconds, promise, message) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(message())), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
