// Gets what the tests inside VS Code need and this machine lacks: the workbench and the extension hosts of VS Code (from the
// npm package code-server), a browser to open them in, and a font for Chinese.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { canInstall, install, onPath } from './apt.mjs';

const run = promisify(execFile);
const minutes = 60_000;

const editorPackage = 'code-server@4.100.3'; // VS Code 1.100.3, the last one for Node 20
const editorIntegrity =
  'sha512-q/Fh2DOxCRNhC/WiG/6sAhSKnj7ZACTVBaeeZ+rWjol//0FCbl/qg1ln5ecZ99jYcfqMxZZAyWcN+YBIo0DgpA==';
const searchPackage = '@vscode/ripgrep@1.18.0';

/** The cache for downloads, outside the work tree; PLANLINT_CACHE names another place. */
export function cacheFolder() {
  return process.env.PLANLINT_CACHE ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'planlint');
}

/** Gives the folder of the VS Code server, downloading it once. */
export async function installEditor() {
  const home = join(cacheFolder(), editorPackage.replace('@', '-'));
  const vscode = join(home, 'package', 'lib', 'vscode');
  if (existsSync(vscode)) return vscode;
  console.log(`正在下载 ${editorPackage}（约 42 MB，只此一次），存放于 ${cacheFolder()}`);
  await mkdir(cacheFolder(), { recursive: true });
  // Under its own name first: a download that breaks off, or two at once, never leave half an editor behind.
  const partial = await mkdtemp(`${home}-`);
  try {
    await npm(['pack', editorPackage, '--pack-destination', partial], partial);
    const archive = `${editorPackage.replace('@', '-')}.tgz`;
    const hash = createHash('sha512').update(await readFile(join(partial, archive)));
    if (`sha512-${hash.digest('base64')}` !== editorIntegrity)
      throw new Error(`下载的 ${editorPackage} 与预期内容不符，已放弃。`);
    await run('tar', ['-xzf', archive], { cwd: partial, timeout: 5 * minutes });
    await rm(join(partial, archive));
    // The search program comes from a newer release than VS Code asks for: that one downloads it in an install script.
    const install = ['install', '--omit=dev', '--ignore-scripts', searchPackage];
    await npm(install, join(partial, 'package', 'lib', 'vscode'));
    await rename(partial, home).catch((error) => {
      if (!existsSync(vscode)) throw error; // another run was faster
    });
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  return vscode;
}

async function npm(args, cwd) {
  const options = { cwd, timeout: 10 * minutes, maxBuffer: 64e6, shell: process.platform === 'win32' };
  await run('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], options);
}

const browserNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Gives the path of a Chromium; on Debian and as root installs it where it is missing. PLANLINT_CHROMIUM names another one. */
export async function installBrowser() {
  if (process.env.PLANLINT_CHROMIUM) return process.env.PLANLINT_CHROMIUM;
  const found = await onPath(browserNames);
  if (found && (await hasChineseFont())) return found;
  if (!(await canInstall())) {
    if (found) return found; // without the font only screenshots suffer
    throw new Error(
      '在 VS Code 中运行测试需要 Chromium：请先安装（Debian、Ubuntu：sudo apt-get install chromium fonts-noto-cjk），或用环境变量 PLANLINT_CHROMIUM 指明其路径。',
    );
  }
  await install('chromium', 'fonts-noto-cjk');
  const installed = await onPath(browserNames);
  if (!installed)
    throw new Error('apt-get 已装好 chromium，但在 PATH 中找不到它：请用环境变量 PLANLINT_CHROMIUM 指明其路径。');
  return installed;
}

async function hasChineseFont() {
  try {
    const { stdout } = await run('fc-list', [':lang=zh'], { timeout: minutes });
    return stdout.trim() !== '';
  } catch {
    return false;
  }
}
