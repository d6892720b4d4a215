import assert from 'node:assert/strict';
import type { Boxes, Overview, Place, ReportResult, ReviewedParams } from '../src/lsp/protocol.ts';
import { rangeOf, textIn } from './lsp-editor.ts';
import { rich, useSession } from './lsp-session.ts';

const table = `# 云溪市“十四五”卫生健康发展规划

## 第一章 发展目标

| 主要指标 | 2020年 | 2025年 | 指标性质 |
|---|---|---|---|
| 人均预期寿命（岁） | 77.6 | 78.6 | 预期性 |
`;
const tasks = `## 第二章 主要任务

到2025年，人均预期寿命达到79.6岁。

> **专栏1 能力提升工程**
>
> **急救站项目**：
`;

describe('what the server tells panels', function () {
  this.timeout(60_000);
  const session = useSession();
  const { uriOf, save, start } = session;

  const open = (name: string, text: string) => session.open(uriOf(name), text);
  const overview = (name: string) => session.request<Overview | null>('planlint/overview', { uri: uriOf(name) });
  const boxes = (name: string) => session.request<Boxes | null>('planlint/boxes', { uri: uriOf(name) });
  const report = (name: string | null) =>
    session.request<ReportResult | null>('planlint/report', {
      uri: name === null ? null : uriOf(name),
      date: '2021年5月18日',
    });

  it('has the indicators of a plan of several files, each place in its own file, as typed and not saved', async () => {
    save('planlint.json', '{ "plans": [{ "files": ["第*章.md"] }] }');
    save('第一章.md', table);
    save('第二章.md', tasks);
    await start();
    open('第二章.md', tasks.replace('79.6', '79.9'));
    const given = await overview('第二章.md');
    assert.equal(given?.title, '云溪市“十四五”卫生健康发展规划');
    const [row] = given?.tables[0]?.rows ?? [];
    const seen = (place: Place | undefined, text: string) => [place?.uri, place && textIn(text, place.range)];
    assert.deepEqual(seen(row?.target?.place, table), [uriOf('第一章.md'), '78.6']);
    const [chapter] = row?.chapters ?? [];
    assert.equal(chapter?.title, '第二章 主要任务');
    assert.equal(chapter?.mentions[0]?.text, '79.9岁');
    assert.deepEqual(seen(chapter?.mentions[0]?.place, tasks), [uriOf('第二章.md'), '79.6岁']);
    assert.equal(row?.agreement, '1处不一致');
  });

  it('has the boxes, and what their projects lack', async () => {
    await start();
    open('规划.md', table + tasks);
    const [box] = (await boxes('规划.md')) ?? [];
    assert.equal(box?.title, '专栏1 能力提升工程');
    const [item] = box?.items ?? [];
    assert.deepEqual(item?.place.range, rangeOf(table + tasks, '急救站项目'));
    assert.match(item?.findings[0]?.message ?? '', /缺少“内容”/);
  });

  it('counts as the client does', async () => {
    await start({ general: { positionEncodings: ['utf-8'] } });
    open('规划.md', table);
    const [row] = (await overview('规划.md'))?.tables[0]?.rows ?? [];
    assert.equal(row?.target?.place.range.start.character, Buffer.byteLength('| 人均预期寿命（岁） | 77.6 | '));
  });

  it('has nothing on what is no plan or is not there', async () => {
    await start();
    open('说明.md', '# 说明\n');
    for (const name of ['说明.md', '没有.md']) {
      assert.equal(await overview(name), null);
      assert.equal(await boxes(name), null);
      assert.equal(await report(name), null);
    }
    assert.equal(await report(null), null);
  });

  it('tells a client with panels whenever the open plans have been reviewed', async () => {
    await start(rich, { panels: true });
    const told = async () => {
      const { uris } = (await session.heard('planlint/reviewed')) as ReviewedParams;
      return uris;
    };
    const [draft, note] = [uriOf('规划.md'), uriOf('说明.md')];
    session.open(note, '# 说明\n');
    assert.deepEqual(await told(), []);
    session.open(draft, table);
    assert.deepEqual(await told(), [draft]);
    session.change(note, 2, { text: table });
    assert.deepEqual(await told(), [note, draft]);
    session.close(draft);
    assert.deepEqual(await told(), [note]);
  });

  it('makes the review report of one plan, or of all that lie in the workspace', async () => {
    save('甲.md', table);
    save('乙.md', tasks + table.replace('云溪市', '柏溪县').replace('# ', '## '));
    save('说明.md', '# 说明\n');
    await start();
    open('甲.md', table);
    const one = await report('甲.md');
    assert.equal(one?.name, '云溪市“十四五”卫生健康发展规划审阅报告.html');
    assert.match(one?.html ?? '', /2021年5月18日 · 甲\.md/);
    const all = await report(null);
    assert.equal(all?.name, '规划文稿审阅报告.html');
    assert.match(all?.html ?? '', /共2部规划/);
    assert.match(all?.html ?? '', /79\.6岁<\/mark>/);
  });
});
