// Prints how fast the built command line checks 500 different drafts of 31,000 characters: with one thread and with two, with a
// cache that is empty and with one that is full; and the most memory that a run took. Asserts nothing.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { longDraft } from './bench-draft.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const COUNT = 500;
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
const folder = mkdtempSync(join(tmpdir(), 'planlint-bench-'));

/** Milliseconds that a check of all drafts takes, and the most memory it had in MB (0 where the system does not tell). */
function check(...args) {
  const flags = ['check', '--format', 'compact', '--fail-on', 'never', ...args, 'drafts'];
  const start = performance.now();
  const child = spawn(process.execPath, [`${root}dist/cli.js`, ...flags], { cwd: folder, env, stdio: 'ignore' });
  let peak = 0;
  const look = setInterval(() => {
    try {
      const [, kilobytes = 0] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? [];
      peak = Math.max(peak, Number(kilobytes) / 1024);
    } catch {
      // The process has just ended, or the system has no such file.
    }
  }, 50);
  return new Promise((resolve) => {
    child.once('close', () => {
      clearInterval(look);
      resolve({ ms: performance.now() - start, peak });
    });
  });
}

const show = (name, { ms, peak }) =>
  console.log(
    `${name.padEnd(26)}${(ms / 1000).toFixed(1).padStart(7)} s${(COUNT / (ms / 1000)).toFixed(0).padStart(6)} drafts/s${peak.toFixed(0).padStart(6)} MB`,
  );

try {
  mkdirSync(join(folder, 'drafts'));
  const plan = readFileSync(join(root, 'examples/plan.md'), 'utf8');
  for (let index = 0; index < COUNT; index++)
    writeFileSync(join(folder, 'drafts', `${index}.md`), longDraft(plan, 31_000, `${index}号`));
  console.log(`\n${COUNT} drafts of 31,000 characters`);
  const one = await check('--threads', '1');
  const two = await check('--threads', '2');
  const cold = await check('--cache', 'cache');
  const warm = await check('--cache', 'cache');
  show('one thread', one);
  show('two threads', two);
  show('cache, empty', cold);
  show('cache, full', warm);
  console.log(
    `two threads are ${(one.ms / two.ms).toFixed(2)} × as fast as one; a full cache ${(one.ms / warm.ms).toFixed(1)} ×`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
