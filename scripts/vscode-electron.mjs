// Runs the suite of the extension in a desktop VS Code, which @vscode/test-electron downloads into the cache.
// `npm run test:electron -- 1.91.0` takes that version instead of the newest. Last line: `N passed, N failed`.
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { cacheFolder } from './vscode-install.mjs';
import { buildSuite, root, workspace } from './vscode-suite.mjs';

const limit = 15 * 60_000;
setTimeout(() => {
  console.error(`测试在 ${limit / 60_000} 分钟内没有结束。`);
  process.exit(1);
}, limit).unref();

const version = process.argv[2] ?? 'stable';
const vscodeExecutablePath = await download();
const suite = await buildSuite();
const home = await mkdtemp(join(tmpdir(), 'planlint-electron-'));
const folder = join(home, 'workspace');
await cp(workspace, folder, { recursive: true });

// The suite speaks through VS Code's own output, which runTests hands to this process's.
let said;
const write = process.stdout.write.bind(process.stdout);
process.stdout.write = (chunk, ...rest) => {
  const result = /\[planlint\] (\d+ passed, \d+ failed)/.exec(String(chunk));
  if (result) said = result[1];
  return write(chunk, ...rest);
};

try {
  await runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: root,
    extensionTestsPath: suite,
    launchArgs: [folder, '--disable-extensions', '--disable-workspace-trust', `--user-data-dir=${join(home, 'user')}`],
  });
} catch (error) {
  console.error(`桌面版 VS Code 中的测试没有通过（没有显示器的机器请用 xvfb-run 运行）：${error.message}`);
  process.exitCode = 1;
} finally {
  await rm(home, { recursive: true, force: true, maxRetries: 5 });
}
console.log(said ?? '0 passed, 1 failed');

async function download() {
  try {
    return await downloadAndUnzipVSCode({ version, cachePath: join(cacheFolder(), 'vscode') });
  } catch (error) {
    console.error(
      `无法下载桌面版 VS Code（${error.message}）。不能下载的机器请用 npm run test:vscode，它运行同一组测试。`,
    );
    console.log('0 passed, 1 failed');
    process.exit(1);
  }
}
