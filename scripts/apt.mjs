// Finds programs that the tests drive, and gets them from Debian where they are missing.
import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The path of the first of several programs that is on the PATH. */
export async function onPath(names) {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      const file = join(folder, name);
      if (
        await access(file, constants.X_OK).then(
          () => true,
          () => false,
        )
      )
        return file;
    }
  }
  return undefined;
}

/** Whether packages of Debian can be installed here. */
export async function canInstall() {
  return process.getuid?.() === 0 && (await onPath(['apt-get'])) !== undefined;
}

export async function install(...packages) {
  console.log(`正在用 apt-get 安装 ${packages.join(' 和 ')}`);
  const options = {
    timeout: 15 * 60_000,
    maxBuffer: 64e6,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  await run('apt-get', ['update', '-q'], options);
  await run('apt-get', ['install', '-q', '-y', '--no-install-recommends', ...packages], options);
}
