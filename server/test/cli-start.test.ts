import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Desk, desk, draft } from './cli-run.ts';

describe('planlint init', () => {
  let at: Desk;
  beforeEach(() => {
    at = desk();
  });
  afterEach(() => at.clear());

  it('writes a configuration that holds, and a plan in which nothing is wrong', async () => {
    const args = ['init', '新 稿', '--plan', '公文体', '--place', '青河县', '--field', '教育', '--period', '十四五'];
    const { status, out, err } = await at.run(args);
    const plan = '新 稿/青河县“十四五”教育规划.md';
    assert.deepEqual([status, out, err], [0, `已写出“新 稿/planlint.json”\n已写出“${plan}”\n`, '']);
    assert.match(
      readFileSync(join(at.folder, plan), 'utf8'),
      /^---\n标题: 青河县“十四五”教育.*\n地区: 青河县\n层级: 县\n/,
    );
    const checked = await at.run(['check', '新 稿', '--fail-on', 'hint']);
    assert.deepEqual([checked.status, checked.out], [0, '共检查1个文件，没有发现问题。\n']);
  });

  it('leaves what is there as it is, unless it is to be replaced', async () => {
    at.write({ 'planlint.json': '{ "rules": {} }' });
    const { status, err } = await at.run(['init', '--plan', '章节体', '--place', '青河市']);
    assert.deepEqual([status, err], [2, '“planlint.json”已经存在；要换成新的，加 --force\n']);
    assert.ok(!existsSync(join(at.folder, '青河市“十五五”卫生健康规划.md')));
    assert.equal((await at.run(['init', '--force'])).status, 0);
    assert.match(readFileSync(join(at.folder, 'planlint.json'), 'utf8'), /去掉行首的两道斜线/);
  });

  it('says in one sentence what it must be told', async () => {
    const refused = async (...args: string[]) => {
      const { status, err } = await at.run(['init', ...args]);
      assert.equal(status, 2);
      assert.ok(!existsSync(join(at.folder, 'planlint.json')));
      return err;
    };
    assert.match(await refused('--plan', '章节体'), /^请用 --place 写明是哪个地区的规划/);
    assert.match(await refused('--plan', '散文体'), /可用：章节体、公文体\n$/);
    assert.match(await refused('--plan', '章节体', '--place', '青河市', '--period', '九五'), /^不认识规划期“九五”/);
  });
});

describe('planlint report', () => {
  let at: Desk;
  beforeEach(() => {
    at = desk();
    at.write({ 'a.md': draft, 'b.md': draft.replaceAll('澄湖市', '清江市') });
  });
  afterEach(() => at.clear());

  it('writes one page on all plans, whatever is found', async () => {
    const { status, out } = await at.run(['report']);
    assert.deepEqual([status, out], [0, '已写出“审阅报告.html”\n']);
    const page = readFileSync(join(at.folder, '审阅报告.html'), 'utf8');
    for (const part of ['澄湖市“十四五”卫生健康发展规划', '清江市“十四五”卫生健康发展规划', '方向相反', 'box-field'])
      assert.ok(page.includes(part), part);
    assert.match((await at.run(['report', '-o', '-', 'a.md'])).out, /^<!doctype html>.*<\/html>\n?$/is);
    const failed = await at.run(['report', '-o', '没有/报告.html']);
    assert.deepEqual([failed.status, failed.err], [2, '无法写入“没有/报告.html”（文件夹不存在），原文件没有改动\n']);
  });
});
