import assert from 'node:assert/strict';
import { type Desk, desk, draft } from './cli-run.ts';

describe('a check that several machines share', () => {
  let at: Desk;
  beforeEach(() => {
    at = desk();
    at.write(
      Object.fromEntries(
        Array.from({ length: 7 }, (_, index) => [`稿/${index}.md`, draft.replace('| 76.9 |', `| 76.${index} |`)]),
      ),
    );
  });
  afterEach(() => at.clear());

  async function shards(format: string, extra: readonly string[] = []): Promise<string[]> {
    const names: string[] = [];
    for (const shard of ['1/3', '2/3', '3/3']) {
      const { out } = await at.run(['check', '--format', format, '--shard', shard, ...extra]);
      const name = `部分${shard[0]}.json`;
      at.write({ [name]: out });
      names.push(name);
    }
    return names;
  }

  it('comes to what one machine finds, with its verdict', async () => {
    const whole = await at.run(['check', '--format', 'json']);
    const names = await shards('json');
    const merged = await at.run(['merge', ...names.reverse()]);
    assert.deepEqual(merged, whole);
    assert.equal((await at.run(['merge', ...names, '--fail-on', 'never'])).status, 0);
  });

  it('comes to one SARIF log of one run', async () => {
    const names = await shards('sarif');
    const { out, status } = await at.run(['merge', ...names]);
    assert.equal(status, 1);
    const { runs } = JSON.parse(out);
    const [run] = runs;
    assert.equal(runs.length, 1);
    assert.equal(run.results.length, 21);
    assert.equal(run.invocations.length, 3);
    const whole = JSON.parse((await at.run(['check', '--format', 'sarif'])).out);
    const marks = (results: { partialFingerprints: object; locations: object[] }[]) =>
      results.map(({ partialFingerprints, locations }) => JSON.stringify([partialFingerprints, locations])).sort();
    assert.deepEqual(marks(run.results), marks(whole.runs[0].results));
  });

  it('makes one baseline', async () => {
    for (const [index, files] of [
      ['稿/0.md', '稿/1.md'],
      ['稿/1.md', '稿/2.md'],
    ].entries())
      await at.run(['baseline', 'write', `基线${index}.json`, ...files]);
    const { out } = await at.run(['merge', '基线0.json', '基线1.json']);
    at.write({ '基线.json': out });
    const { status, err } = await at.run(['check', '稿/0.md', '稿/1.md', '稿/2.md', '--baseline', '基线.json']);
    assert.deepEqual([status, err], [0, '']);
    assert.equal(JSON.parse(out).findings.length, 9);
  });

  it('says in one sentence what cannot be shared or merged', async () => {
    at.write({
      'a.json': '{ "version": 1, "files": [] }',
      'b.json': '{ "version": 1, "findings": [] }',
      'c.json': '[]',
      'd.json': '{',
    });
    const refused = async (...args: string[]) => {
      const { status, out, err } = await at.run(args);
      assert.deepEqual([status, out], [2, '']);
      return err;
    };
    assert.match(await refused('merge', 'a.json', 'b.json'), /^要合并的文件须是同一种/);
    assert.match(await refused('merge', 'a.json', 'c.json'), /^“c\.json”不是 planlint 写出的/);
    assert.match(await refused('merge', 'd.json'), /^“d\.json”不是正确的 JSON/);
    assert.match(await refused('merge', '无.json'), /^无法读取“无\.json”/);
    for (const shard of ['0/3', '4/3', '三分之一'])
      assert.match(await refused('check', '--shard', shard), /应为第几份\/共几份，如 2\/5\n$/);
  });

  it('says what each rule and each plan took', async () => {
    for (const threads of ['1', '2']) {
      const { err } = await at.run(['check', '--stats', '--threads', threads]);
      assert.match(err, /^检查7部规划，用时\d+\.\d毫秒/);
      assert.match(err, /按规则：\n(?: +\d+\.\d {2}[a-z-]+\n){40,}按规划：\n(?: +\d+\.\d {2}稿\/\d\.md\n){7}$/);
    }
  });
});
