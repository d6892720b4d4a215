import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Desk, desk, draft } from './cli-run.ts';
import { built } from './lsp-editor.ts';

describe('planlint check --changed-since', () => {
  let at: Desk;
  beforeEach(() => {
    at = desk();
  });
  afterEach(() => at.clear());

  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], { cwd: at.folder });
  const commit = () => {
    git('init', '-q');
    git('add', '.');
    git('commit', '-q', '-m', 'one');
  };
  const rulesSince = async (...args: string[]) =>
    (await at.check('--changed-since', 'HEAD', ...args)).files.flatMap(({ findings }) =>
      findings.map(({ rule }) => rule),
    );

  it('shows what stands on lines that have changed, and conflicts of which either side has', async () => {
    at.write({ '稿 件/plan.md': draft, 'b.md': draft });
    commit();
    assert.deepEqual(await rulesSince(), []);
    at.write({ '稿 件/plan.md': draft.replace('| 3.55 |', '| 3.65 |') });
    assert.deepEqual(await rulesSince(), ['value-conflict']);
    assert.deepEqual(await rulesSince('b.md'), []);
    at.write({ '稿 件/plan.md': `前言。\n\n${draft.replace('| 76.9 |', '| 75.9 |')}` });
    assert.deepEqual(await rulesSince('稿 件'), ['target-direction']);
  });

  it('takes a file that Git does not know as changed, and runs nothing that the repository names', async () => {
    at.write({ 'a.md': draft, '.gitattributes': '*.md diff=mine\n' });
    commit();
    const trap = join(at.folder, 'trap');
    git('config', 'diff.external', `touch ${trap}; true`);
    git('config', 'diff.mine.textconv', `touch ${trap}; cat`);
    git('config', 'core.fsmonitor', `touch ${trap}; true`);
    at.write({ 'a.md': draft.replace('| 76.9 |', '| 75.9 |'), 'new.md': draft });
    assert.deepEqual(await rulesSince('a.md'), ['target-direction']);
    assert.equal((await rulesSince('new.md')).length, 3);
    assert.throws(() => execFileSync('ls', [trap], { stdio: 'ignore' }));
  });

  it('says in one sentence that there is no such state, or no repository', async () => {
    at.write({ 'a.md': draft });
    const outside = await at.run(['check', '--changed-since', 'HEAD']);
    assert.deepEqual([outside.status, outside.err], [2, '--changed-since 只能在 Git 仓库里使用\n']);
    commit();
    for (const ref of ['没有', '--output=x']) {
      const { status, err } = await at.run(['check', `--changed-since=${ref}`]);
      assert.deepEqual([status, err.split('”')[0]], [2, `Git 仓库里没有“${ref}`]);
    }
  });
});

describe('planlint check', () => {
  let at: Desk;
  beforeEach(() => {
    at = desk();
  });
  afterEach(() => at.clear());

  it('shows errors only where it is to be quiet, and ends with the same status', async () => {
    at.write({ 'plan.md': draft, 'planlint.json': '{ "rules": { "target-direction": "warning" } }' });
    const { out, status } = await at.run([
      'check',
      '--quiet',
      '--format',
      'compact',
      '--max-warnings',
      '0',
      '--fail-on',
      'never',
    ]);
    assert.doesNotMatch(out, /target-direction/);
    assert.equal(out.trimEnd().split('\n').length, 2);
    assert.equal(status, 1);
  });

  it('checks again when a draft changes, until it is ended', async () => {
    at.write({ 'plan.md': draft });
    const child = spawn(process.execPath, [await built('cli.js'), 'check', '--watch', '--format', 'compact'], {
      cwd: at.folder,
    });
    try {
      let out = '';
      child.stdout.setEncoding('utf8').on('data', (part) => {
        out += part;
      });
      const waiting = async () => {
        for (let err = ''; !err.includes('正在等待文稿改动'); ) err += String((await once(child.stderr, 'data'))[0]);
      };
      await waiting();
      assert.equal(out.trimEnd().split('\n').length, 3);
      out = '';
      writeFileSync(join(at.folder, 'plan.md'), draft.replace('| 76.9 |', '| 79.2 |'));
      await waiting();
      assert.equal(out.trimEnd().split('\n').length, 2);
      const ended = once(child, 'exit');
      child.kill('SIGINT');
      assert.deepEqual(await ended, [null, 'SIGINT']);
    } finally {
      child.kill();
    }
  });
});
