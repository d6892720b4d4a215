// Builds, runs every suite, and says on its last line how many tests passed and failed in all.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Runs a command, shows what it prints, and gives that text and the exit status. */
function run(command, ...args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (part) => {
      text += part;
      process.stdout.write(part);
    });
    child.on('error', (error) => resolve({ text: String(error), code: 1 }));
    child.on('close', (code) => resolve({ text, code: code ?? 1 }));
  });
}

/** The last number that stands before a word, as mocha and the suite in the editor print it. */
const count = (text, word) => Number([...text.matchAll(new RegExp(`(\\d+) ${word}`, 'g'))].at(-1)?.[1] ?? 0);

const build = await run(process.execPath, 'scripts/build.mjs');
if (build.code !== 0) {
  console.log('0 passed, 1 failed');
  process.exit(1);
}

const suites = [
  { words: ['passing', 'failing'], ...(await run(process.execPath, 'node_modules/mocha/bin/mocha.js')) },
  { words: ['passed', 'failed'], ...(await run(process.execPath, 'scripts/vscode-test.mjs')) },
  { words: ['passed', 'failed'], ...(await run(process.execPath, 'scripts/neovim-test.mjs')), mayLack: true },
].map(({ words: [good, bad], text, code, mayLack = false }) => {
  const [passed, failed] = [count(text, good), count(text, bad)];
  // A suite that ends badly, or that ran nothing, failed, whatever it says.
  return { passed, failed: failed || (code !== 0 || (passed === 0 && !mayLack) ? 1 : 0) };
});

const sum = (key) => suites.reduce((total, suite) => total + suite[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') ? 1 : 0;
