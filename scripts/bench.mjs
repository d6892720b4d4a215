// Prints how long checks take; asserts nothing. One draft of 31,000 characters, made from an invented plan, and the real
// drafts that may lie beside the repository. Command lines are timed in turn with `node -e 0`, which tells what Node itself costs.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { longDraft } from './bench-draft.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const env = { ...process.env };
// Reading it costs Node 20 50 ms on each start.
delete env.NODE_EXTRA_CA_CERTS;

const median = (times) => times.sort((a, b) => a - b)[times.length >> 1];
const show = (name, ms, note = '') => console.log(`${name.padEnd(36)}${ms.toFixed(1).padStart(9)} ms${note}`);

function timed(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Median of interleaved runs of two command lines, in milliseconds. */
function processes(commands, runs) {
  const times = commands.map(() => []);
  for (let run = 0; run < runs; run++) {
    commands.forEach((args, index) => {
      times[index].push(timed(() => spawnSync(process.execPath, args, { env, cwd: root, stdio: 'ignore' })));
    });
  }
  return times.map(median);
}

function bench({ check, createMemory, noConfig }, name, text, file) {
  console.log(`\n${name}: ${text.length} characters`);
  const run = (draft, memory) => check([{ uri: 'draft.md', text: draft }], noConfig.options, memory);
  show(
    'whole check, first in the process',
    timed(() => run(text)),
  );
  for (let warm = 0; warm < 10; warm++) run(text);
  show('whole check, warm', median(Array.from({ length: 15 }, () => timed(() => run(text)))));

  const memory = createMemory();
  run(text, memory);
  const middle = text.indexOf('\n\n', text.length >> 1) - 1;
  const keystrokes = Array.from({ length: 15 }, (_, key) => {
    const edited = `${text.slice(0, middle)}${'甲'.repeat(key + 1)}${text.slice(middle)}`;
    return timed(() => run(edited, memory));
  });
  show('check after one keystroke', median(keystrokes));

  const [node, cold] = processes(
    [
      ['-e', '0'],
      ['dist/cli.js', 'check', '--fail-on', 'never', file],
    ],
    7,
  );
  show('command line, cold', cold, `   ${(cold / node).toFixed(1)} × node -e 0 (${node.toFixed(1)} ms)`);
}

/** What each rule adds to a check in which no other rule runs, the dearest first. */
function costs({ check, createMemory, noConfig, rules }, text) {
  const memory = createMemory();
  const off = Object.fromEntries(rules.map(({ id }) => [id, 'off']));
  const run = (levels) => check([{ uri: 'draft.md', text }], { ...noConfig.options, levels: () => levels }, memory);
  // The least of several: what a rule costs is less than what a busy machine adds.
  const cost = (levels) => Math.min(...Array.from({ length: 15 }, () => timed(() => run(levels))));
  cost({});
  const none = cost(off);
  console.log(`\nwhat each rule adds to the reading of the draft (${none.toFixed(1)} ms)`);
  const each = rules.map(({ id, severity }) => ({ id, ms: Math.max(0, cost({ ...off, [id]: severity }) - none) }));
  for (const { id, ms } of each.sort((a, b) => b.ms - a.ms)) show(id, ms);
}

const folder = mkdtempSync(join(tmpdir(), 'planlint-bench-'));

/** The core as it is shipped: bundled and minified. */
async function loadCore() {
  const outfile = join(folder, 'core.cjs');
  const contents = `export { noConfig } from './server/src/config/index.ts';
    export { check } from './server/src/core/check.ts';
    export { createMemory } from './server/src/core/parse.ts';
    export { rules } from './server/src/core/rules/index.ts';`;
  const entry = { contents, resolveDir: root, loader: 'ts' };
  await build({ stdin: entry, outfile, bundle: true, minify: true, platform: 'node', mainFields: ['module', 'main'] });
  return createRequire(import.meta.url)(outfile);
}

try {
  const draft = longDraft(readFileSync(join(root, 'examples/plan.md'), 'utf8'), 31_000);
  const file = join(folder, 'plan.md');
  writeFileSync(file, draft);
  const core = await loadCore();
  bench(core, 'invented draft', draft, file);
  costs(core, draft);
  const corpus = join(root, '../shared/corpus');
  const real = existsSync(corpus) ? readdirSync(corpus).filter((name) => /^[a-z].*\.md$/.test(name)) : [];
  for (const name of real) bench(core, name, readFileSync(join(corpus, name), 'utf8'), join(corpus, name));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
