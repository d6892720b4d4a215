import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Desk, desk, draft } from './cli-run.ts';

describe('planlint baseline', () => {
  let at: Desk;
  beforeEach(() => {
    at = desk();
  });
  afterEach(() => at.clear());

  const read = (file = '基线.json') => JSON.parse(readFileSync(join(at.folder, file), 'utf8')).findings;
  const edit = (change: (findings: Record<string, string>[]) => unknown) => {
    const findings = read();
    change(findings);
    at.write({ '基线.json': JSON.stringify({ version: 1, findings }) });
  };
  /** The rules of the findings that count, and what else was said. */
  async function left(...args: string[]) {
    const { out, err, status } = await at.run(['check', '--format', 'json', '--baseline', '基线.json', ...args]);
    const files: { findings: { rule: string; suppressed: string | null }[] }[] = JSON.parse(out).files;
    const open = files.flatMap(({ findings }) => findings).filter(({ suppressed }) => suppressed === null);
    return { rules: open.map(({ rule }) => rule), err, status };
  }

  it('lets be what was there, wherever it has moved, and counts what is new', async () => {
    at.write({ 'a.md': draft, 'b.md': draft });
    const { status, out } = await at.run(['baseline', 'write', '基线.json', '--reason', '历史遗留']);
    assert.deepEqual([status, out.split('。')[0]], [0, '已把6处问题写入“基线.json”']);
    assert.deepEqual(await left(), { rules: [], err: '', status: 0 });

    at.write({ 'a.md': draft.replace('# 澄湖市', '前言一段。\n\n# 澄湖市') });
    assert.deepEqual((await left()).rules, []);

    // One is mended and another made: the count is what it was, the findings are not.
    at.write({ 'a.md': draft.replace('| 76.9 |', '| 79.2 |').replace('| 3.2 |', '| 3.9 |') });
    const now = await left();
    assert.deepEqual([now.rules, now.status], [['target-direction'], 1]);
    assert.equal(now.err, '基线“基线.json”中有1处已不再出现，可用 planlint baseline prune 基线.json 删去\n');
  });

  it('says how many it lets be, and why in the formats that have room for it', async () => {
    at.write({ 'a.md': draft });
    await at.run(['baseline', 'write', '基线.json', '--reason', '历史遗留']);
    at.write({ 'a.md': draft.replace('| 3.2 |', '| 3.9 |') });
    const pretty = await at.run(['check', '--baseline', '基线.json']);
    assert.match(pretty.out, /共检查1个文件，发现1处问题（错误1处）；另有3处已列入基线。\n$/);
    const json = JSON.parse((await at.run(['check', '--baseline', '基线.json', '--format', 'json'])).out);
    assert.deepEqual(
      json.files[0].findings.map(({ suppressed }: { suppressed: string | null }) => suppressed ?? '').sort(),
      ['', '历史遗留', '历史遗留', '历史遗留'],
    );
    const { out } = await at.run(['check', '--baseline', '基线.json', '--format', 'sarif']);
    const states = JSON.parse(out).runs[0].results.map(
      ({ baselineState, suppressions }: { baselineState: string; suppressions: { kind: string }[] }) =>
        `${baselineState} ${suppressions.map(({ kind }) => kind)}`,
    );
    assert.deepEqual(states.sort(), ['new ', 'unchanged external', 'unchanged external', 'unchanged external']);
  });

  it('keeps what was written by hand, and counts a finding again when its day has passed', async () => {
    at.write({ 'a.md': draft });
    await at.run(['baseline', 'write', '基线.json', '--expires', '2999-12-31']);
    edit((findings) => {
      for (const finding of findings) finding.owner = '规划处';
      const [direction] = findings.filter(({ rule }) => rule === 'target-direction');
      Object.assign(direction ?? {}, { expires: '2020-12-31' });
    });
    const now = await left();
    assert.deepEqual([now.rules, now.err], [['target-direction'], '基线“基线.json”中有1处已过期限，重新计入结果\n']);
    await at.run(['baseline', 'write', '基线.json', '--owner', '他人']);
    assert.deepEqual(
      read()
        .map(({ owner, expires }: Record<string, string>) => `${owner} ${expires}`)
        .sort(),
      ['规划处 2020-12-31', '规划处 2999-12-31', '规划处 2999-12-31'],
    );
  });

  it('is pruned of what is gone, in the files that were checked', async () => {
    at.write({ 'a.md': draft, 'b.md': draft });
    await at.run(['baseline', 'write', '基线.json']);
    const mended = draft.replace('| 76.9 |', '| 79.2 |');
    at.write({ 'a.md': mended, 'b.md': mended.replace('| 3.2 |', '| 3.9 |') });
    assert.equal((await at.run(['baseline', 'prune', '基线.json', 'a.md'])).out, '已从“基线.json”删去1处，余5处。\n');
    assert.equal((await at.run(['baseline', 'prune', '基线.json'])).out, '已从“基线.json”删去1处，余4处。\n');
    assert.deepEqual((await left()).rules, ['target-direction']);
  });

  it('means the same files from wherever it is used', async () => {
    at.write({ 'drafts/a.md': draft, '库/基线.json': '{ "version": 1, "findings": [] }' });
    await at.run(['baseline', 'write', '库/基线.json']);
    assert.deepEqual([...new Set(read('库/基线.json').map(({ file }: { file: string }) => file))], ['../drafts/a.md']);
    const { status } = await at.run(['check', '--baseline', '库/基线.json', '-q', 'drafts/a.md']);
    assert.equal(status, 0);
    const inside = desk(join(at.folder, 'drafts'));
    assert.equal((await inside.run(['check', '--baseline', '../库/基线.json'])).status, 0);
  });

  it('is refused with place and remedy where it is none', async () => {
    at.write({
      'a.md': draft,
      'x.json': '{ "version": 1, "findings": [{ "file": "a.md", "rul": "x" }] }',
      'y.json': '{',
    });
    const refusal = async (file: string) => {
      const { status, err } = await at.run(['check', '--baseline', file]);
      assert.equal(status, 2);
      return err;
    };
    assert.match(
      await refusal('没有.json'),
      /^找不到基线“没有\.json”，可用 planlint baseline write 没有\.json 写出\n$/,
    );
    assert.match(await refusal('x.json'), /^x\.json:1:\d+ .*\n/);
    assert.match(await refusal('y.json'), /^y\.json:1:2 不是正确的 JSON/);
    const { status, err } = await at.run(['baseline', 'write', '无此夹/基线.json']);
    assert.deepEqual([status, err], [2, '无法写入“无此夹/基线.json”（文件夹不存在），原文件没有改动\n']);
    const wrong = await at.run(['baseline', 'write', '基线.json', '--expires', '明年']);
    assert.deepEqual(
      [wrong.status, wrong.err],
      [2, '选项“--expires <日期>”不能为“明年”，应为年-月-日，如 2026-12-31\n'],
    );
  });
});
