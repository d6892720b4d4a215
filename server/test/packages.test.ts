import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { type Desk, desk, draft } from './cli-run.ts';
import { built } from './lsp-editor.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Runs a command and gives its status and what it printed. */
async function run(command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}) {
  return promisify(execFile)(command, args, { cwd, env: { ...process.env, ...env } }).then(
    ({ stdout, stderr }) => ({ status: 0, out: stdout, err: stderr }),
    ({ code, stdout, stderr }) => ({ status: code as number, out: stdout as string, err: stderr as string }),
  );
}

describe('the ways to run the command line elsewhere', () => {
  let at: Desk;
  before(() => built('cli.js'));
  beforeEach(() => {
    at = desk();
  });
  afterEach(() => at.clear());

  it('by npx, in an empty folder, from the packed package', async () => {
    const packed = await run('npm', ['pack', '--silent', '--pack-destination', at.folder], root);
    const archive = join(at.folder, packed.out.trim().split('\n').at(-1) ?? '');
    at.write({ '空/package.json': '{}' });
    const folder = join(at.folder, '空');
    const installed = await run('npm', ['install', '--offline', '--no-audit', '--no-fund', archive], folder);
    assert.equal(installed.status, 0, installed.err);
    at.write({ '空/规划.md': draft });
    const { status, out } = await run('npx', ['--no', 'planlint', 'check', '--format', 'compact'], folder);
    assert.equal(status, 1);
    assert.equal(out.trimEnd().split('\n').length, 3);
    const page = await run('npx', ['--no', 'planlint', 'explain', 'target-flat'], folder);
    assert.match(page.out, /^# /);
  });

  it('by the action for GitHub, whose inputs are words and never commands', async () => {
    const { inputs, runs } = parse(readFileSync(`${root}action.yml`, 'utf8'));
    const step = runs.steps.at(-1);
    const given: Record<string, string> = { paths: "规划.md '稿.md' $(touch trap)", options: '--fail-on never' };
    const env = Object.fromEntries(
      Object.entries(step.env as Record<string, string>).map(([name, value]) => [
        name,
        value
          .replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, input) => given[input] ?? inputs[input].default)
          .replace(/\$\{\{ github\.action_path \}\}/, root),
      ]),
    );
    at.write({ '规划.md': draft, "'稿.md'": draft, '$(touch': draft, 'trap)': draft });
    const { status, out, err } = await run('bash', ['-e', '-o', 'pipefail', '-c', step.run], at.folder, env);
    assert.equal(err, '');
    assert.equal(status, 0);
    assert.match(out, /^::error .*file=规划\.md,/m);
    assert.ok(!existsSync(join(at.folder, 'trap')));
  });

  it('by the hook for pre-commit', async () => {
    const [hook] = parse(readFileSync(`${root}.pre-commit-hooks.yaml`, 'utf8'));
    at.write({ '规 划.md': draft });
    const { status, out } = await run(join(root, hook.entry), ['规 划.md'], at.folder);
    assert.equal(status, 1);
    assert.match(out, /共检查1个文件，发现3处问题/);
  });

  it('by examples that call it as it may be called', async () => {
    const texts = ['docs/ci/gitlab-ci.yml', 'docs/ci/Jenkinsfile'].map((file) => readFileSync(root + file, 'utf8'));
    assert.equal(typeof parse(texts[0] ?? '').planlint.artifacts.reports.codequality, 'string');
    const calls = texts.flatMap((text) =>
      [...text.matchAll(/planlint (check [^>'\n]+)/g)].map(([, call = '']) => call),
    );
    assert.equal(calls.length, 2);
    at.write({ '规划.md': draft });
    for (const call of calls) assert.equal((await at.run(call.trim().split(' '))).status, 1, call);
  });

  it('in a container that copies what is there', () => {
    const text = readFileSync(`${root}Containerfile`, 'utf8');
    const copied = [...text.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, files = '']) => files.split(' '));
    assert.ok(copied.length > 1);
    for (const file of copied) assert.ok(existsSync(root + file), file);
  });
});
