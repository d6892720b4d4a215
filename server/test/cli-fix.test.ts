import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Desk, desk } from './cli-run.ts';
import { drafts } from './core/reading.ts';

/** A plan with three typos, of which comments excuse one, a dash nobody can be sure of, and a target that falls. */
const wrong = `---
标题: 澄湖市“十四五”卫生健康发展规划
规划期: 2021-2025
---

# 澄湖市“十四五”卫生健康发展规划

表1 澄湖市主要指标

| 序号 | 指标 | 2020年 | 2025年 | 指标性质 |
|---|---|---|---|---|
| 1 | 人均预期寿命（岁） | 77.6 | 76.9 | 预期性 |

有关工作己经布署，每千人口医师数达到２.８人。

<!-- planlint-disable-next-line known-typo -- 原文如此 -->

设备按装完毕。
`;
const right = wrong.replace('己经布署', '已经部署').replace('２.８', '2.8');

describe('planlint fix', () => {
  let at: Desk;
  beforeEach(() => {
    at = desk();
  });
  afterEach(() => at.clear());

  const read = (name: string) => readFileSync(join(at.folder, name), 'utf8');
  const names = () => readdirSync(at.folder, { recursive: true, encoding: 'utf8' }).sort();

  it('mends what is certain, says what it mended, and prints what is left with the status of a check', async () => {
    at.write({ '甲/plan 一.md': wrong, 'notes.md': '# 会议记录\n\n会议己经结束。\n' });
    const before = names();
    const { status, out, err } = await at.run(['fix', '--format', 'compact']);
    assert.equal(read('甲/plan 一.md'), right);
    assert.equal(read('notes.md'), '# 会议记录\n\n会议己经结束。\n');
    assert.deepEqual(names(), before);
    assert.match(out, /^甲\/plan 一\.md:12:\d+: 错误 .*\[target-direction\]\n$/);
    assert.equal(err, '甲/plan 一.md 改正3个问题（known-typo 2、number-format 1）\n改正3个问题，改动1个文件。\n');
    assert.equal(status, 1);

    const again = await at.run(['fix', '--format', 'compact']);
    assert.deepEqual([again.status, again.out, again.err], [1, out, '没有可以直接改正的问题。\n']);
    assert.equal((await at.run(['fix', '--fail-on', 'never'])).status, 0);
  });

  it('does what takes a person’s judgement only when it is asked to', async () => {
    const text = '# 澄湖市规划\n\n支持企业设立博士后工作站，给予补助。\n\n对新设立的搏士后工作站给予补助。\n';
    at.write({ 'plan.md': text });
    const { err } = await at.run(['fix', 'plan.md']);
    assert.equal(read('plan.md'), text);
    assert.equal(err, '没有可以直接改正的问题。\n另有1个问题给出了改法，要由人判断；确定照改的，用 --unsafe。\n');
    const { status, out } = await at.run(['fix', '--unsafe', 'plan.md']);
    assert.equal(read('plan.md'), text.replace('搏士', '博士'));
    assert.deepEqual([status, out], [0, '共检查1个文件，没有发现问题。\n']);
  });

  it('shows with --dry-run what would change, as a patch that can be applied, and writes nothing', async () => {
    const crlf = `\uFEFF${wrong.replaceAll('\n', '\r\n')}`;
    at.write({ '甲/规划 一.md': wrong, '乙.md': crlf });
    const { status, out, err } = await at.run(['fix', '--dry-run', '.']);
    assert.equal(status, 1);
    assert.equal(read('甲/规划 一.md'), wrong);
    assert.equal(read('乙.md'), crlf);
    assert.ok(out.startsWith('--- a/甲/规划 一.md\t\n+++ b/甲/规划 一.md\t\n@@ '), out);
    assert.ok(
      out.includes('\n-有关工作己经布署，每千人口医师数达到２.８人。\n+有关工作已经部署，每千人口医师数达到2.8人。\n'),
    );
    assert.match(err, /\n可改正6个问题，涉及2个文件；没有写入。\n$/);
    const applied = spawnSync('git', ['apply', '-'], { cwd: at.folder, input: out, encoding: 'utf8' });
    assert.equal(applied.status, 0, applied.stderr);
    assert.equal(read('甲/规划 一.md'), right);
    assert.equal(read('乙.md'), `\uFEFF${right.replaceAll('\n', '\r\n')}`);
  });

  it('keeps the byte order mark, the line ends, the mode, and the link that leads to a file', async () => {
    const crlf = `\uFEFF${wrong.replaceAll('\n', '\r\n')}`;
    at.write({ 'real/plan.md': crlf });
    chmodSync(join(at.folder, 'real/plan.md'), 0o664);
    symlinkSync('real/plan.md', join(at.folder, 'link.md'));
    const { err } = await at.run(['fix', 'link.md']);
    assert.match(err, /^link\.md 改正3个问题/);
    assert.equal(read('real/plan.md'), `\uFEFF${right.replaceAll('\n', '\r\n')}`);
    assert.equal(statSync(join(at.folder, 'real/plan.md')).mode & 0o777, 0o664);
    assert.ok(lstatSync(join(at.folder, 'link.md')).isSymbolicLink());
    assert.deepEqual(names(), ['link.md', 'real', 'real/plan.md']);
  });

  it('leaves a read-only file as it is, says so, and mends the others', async () => {
    at.write({ 'a.md': wrong, 'b.md': wrong });
    chmodSync(join(at.folder, 'a.md'), 0o444);
    const { status, out, err } = await at.run(['fix', '--format', 'compact']);
    assert.equal(status, 2);
    assert.match(err, /无法写入“a\.md”（没有写入权限），原文件没有改动\n/);
    assert.match(err, /\n改正3个问题，改动1个文件。\n$/);
    assert.equal(read('a.md'), wrong);
    assert.equal(read('b.md'), right);
    assert.deepEqual(names(), ['a.md', 'b.md']);
    // What was not mended is still told of.
    assert.equal(out.split('\n').filter((line) => line.includes('known-typo')).length, 2);
  });

  it('reads standard input and writes the mended text to standard output, all else to standard error', async () => {
    const input = `\uFEFF${wrong}`;
    const { status, out, err } = await at.run(['fix', '-', '--stdin-filename', 'x.md', '-f', 'compact'], input);
    assert.equal(out, `\uFEFF${right}`);
    assert.match(err, /x\.md:12:\d+: 错误 /);
    assert.match(err, /x\.md 改正3个问题/);
    assert.equal(status, 1);
    const clean = '# 会议记录\n\n会议结束。\n';
    assert.deepEqual(await at.run(['fix', '-', '-q'], clean), {
      status: 0,
      out: clean,
      err: '共检查1个文件，没有发现问题。\n没有可以直接改正的问题。\n',
    });
    const dry = await at.run(['fix', '-', '--dry-run', '--stdin-filename', 'x.md'], input);
    assert.ok(dry.out.startsWith('--- a/x.md\n+++ b/x.md\n@@ '));
    assert.deepEqual(names(), []);
  });

  it('changes the files that the user asked for, and none of the others of their plan', async () => {
    const chapter = (name: string) => `## ${name}\n\n有关工作己经布署。\n`;
    at.write({
      'planlint.json': '{ "plans": [{ "files": ["一.md", "二.md"] }] }',
      '一.md': chapter('第一章 基础'),
      '二.md': chapter('第二章 目标'),
    });
    const { err } = await at.run(['fix', '二.md']);
    assert.match(err, /^二\.md 改正2个问题（known-typo 2）\n改正2个问题，改动1个文件。\n/);
    assert.equal(read('一.md'), chapter('第一章 基础'));
    assert.equal(read('二.md'), chapter('第二章 目标').replace('己经布署', '已经部署'));
  });

  it('goes by the configuration: what is off is not mended', async () => {
    at.write({
      'planlint.json': '{ "overrides": [{ "files": ["旧"], "rules": { "known-typo": "off" } }] }',
      '旧/plan.md': wrong,
      'plan.md': wrong,
    });
    await at.run(['fix', '--rule', 'number-format=off']);
    assert.equal(read('旧/plan.md'), wrong);
    assert.equal(read('plan.md'), right.replace('2.8', '２.８'));
  });

  it('changes nothing a second time, and nothing of what it mended is found again, in any draft', async () => {
    at.write(Object.fromEntries(drafts().map(([name, text], index) => [`${index} ${basename(name, '.md')}.md`, text])));
    const found = async () => {
      const { files } = await at.check('.', '--rule', '*=default');
      return files.reduce(
        (sum, { findings }) => sum + findings.filter(({ fix, suppressed }) => fix?.safe && suppressed === null).length,
        0,
      );
    };
    const before = await found();
    const { status, err } = await at.run(['fix', '.', '-q']);
    assert.equal(status, 1);
    assert.ok(before > 80);
    assert.ok(Number(/\n改正(\d+)个问题/.exec(err)?.[1]) >= before, err);
    assert.equal(await found(), 0);
    const texts = () => names().map((name) => read(name));
    const once = texts();
    assert.match((await at.run(['fix', '.', '-q'])).err, /^没有可以直接改正的问题。\n/);
    assert.deepEqual(texts(), once);
  });

  it('says in one sentence that a path is missing or a folder cannot be written to', async () => {
    assert.deepEqual(await at.run(['fix', 'nope.md']), { status: 2, out: '', err: '找不到“nope.md”，请检查路径\n' });
    const { status, err } = await at.run(['fix', '--stdin-filename', 'x.md']);
    assert.deepEqual([status, err], [2, '--stdin-filename 只在路径为“-”时有用\n']);
    mkdirSync(join(at.folder, 'empty'));
    assert.equal((await at.run(['fix', 'empty'])).out, '没有找到规划文稿。\n');
  });
});
