import assert from 'node:assert/strict';
import type { Hover, MarkupContent } from 'vscode-languageserver';
import { textIn } from './lsp-editor.ts';
import { files, type Name, usePlan } from './lsp-plan.ts';

const markdown = { textDocument: { hover: { contentFormat: ['markdown', 'plaintext'] } } };

describe('what is told of a place', function () {
  this.timeout(60_000);
  const editor = usePlan();
  const { begin, at, uriOf, open } = editor;

  const hover = (name: Name, fragment: string) =>
    editor.request<Hover | null>('textDocument/hover', at(name, fragment));
  /** The lines of what is told, in plain text. */
  const told = async (name: Name, fragment: string) => {
    const contents = (await hover(name, fragment))?.contents as MarkupContent | undefined;
    return contents?.value.split('\n').filter((line) => line) ?? [];
  };

  it('is of an indicator its aim, what is known of it, the plan above, and all places with whether they agree', async () => {
    await begin();
    assert.deepEqual(await told('一.md', '| 人均预‸期寿命'), [
      '人均预期寿命',
      '2020年77.6岁 → 2025年78.6岁，提高1岁，年均提高0.2岁',
      '单位：岁；越高越好；预期性；出自“十四五”国民健康规划',
      '上位规划：2025年78.5岁',
      '全文3处写明数值，1处与指标表不一致',
      '- 此处：2020年77.6岁，2025年78.6岁',
      '- 第一章 发展基础（写作“人均期望寿命”）：2020年77.6岁，一致',
      '- 第三章 主要任务，第一节 提升服务能力：2025年79.2岁（不一致）',
      '- 另有1处只提名称：第四章 保障措施',
    ]);
    const [first, ...rest] = await told('二.md', '达到7‸9.2岁');
    assert.equal(first, '人均预期寿命');
    assert.ok(rest.includes('- 此处：2025年79.2岁（不一致）'));
    assert.ok(rest.includes('- 表1 青岚市主要发展指标：2020年77.6岁，2025年78.6岁'));
  });

  it('is of a place that differs for a reason that a comment gives so', async () => {
    await begin();
    const uri = uriOf('规划.md');
    const table = files['一.md'].slice(files['一.md'].indexOf('表1'));
    const comment = '<!-- planlint-disable-next-line value-conflict -- 按省里口径 -->';
    open(
      uri,
      `# 青岚市“十四五”规划\n\n## 一、发展目标\n\n${comment}\n\n到2025年，人均预期寿命达到79.2岁。\n\n${table}`,
    );
    const params = { textDocument: { uri }, position: { line: 6, character: 9 } };
    const { contents } = (await editor.request<Hover>('textDocument/hover', params)) as { contents: MarkupContent };
    assert.ok(contents.value.includes('全文2处写明数值，1处不一致，已有注释说明'));
    assert.ok(contents.value.includes('- 此处：2025年79.2岁（不一致，已有注释说明）'));
  });

  it('is of a part what the row says of it, in points or in its own unit', async () => {
    await begin();
    assert.deepEqual((await told('一.md', '其中：农‸村')).slice(0, 3), [
      '孕产妇死亡率（其中：农村）',
      '2020年12.1/10万 → 2025年≤10/10万，降低2.1/10万以上，年均降低0.42/10万以上',
      '单位：/10万；越低越好；约束性',
    ]);
    assert.equal(
      (await told('二.md', '和注册‸护士数'))[1],
      '2020年3.1人 → 2025年3.8人，增加0.7人，年均增加0.14人，年均增长4.2%',
    );
  });

  it('is of a target that says how far it goes where it ends, and of what has no figure that it has none', async () => {
    await begin();
    const uri = uriOf('规划.md');
    const rows = [
      '儿童青少年总体近视率（%） | 52.1 | 每年降低0.5个百分点以上',
      '人均健康预期寿命（岁） | — | 同比例提高',
    ];
    const text = `# 青岚市“十四五”规划\n\n| 主要指标 | 2020年 | 2025年 | 指标性质 |\n|---|---|---|---|\n${rows.map((row) => `| ${row} | 约束性 |\n`).join('')}`;
    open(uri, text);
    const aim = async (line: number) => {
      const params = { textDocument: { uri }, position: { line, character: 4 } };
      const { contents } = (await editor.request<Hover>('textDocument/hover', params)) as { contents: MarkupContent };
      return contents.value.split('\n\n')[1];
    };
    assert.equal(await aim(4), '2020年52.1% → 每年降低0.5个百分点以上，共降低2.5个百分点以上，2025年相当于不高于49.6%');
    assert.equal(await aim(5), '2020年未列数值 → 同比例提高');
  });

  it('leads to the other places, for a client that shows Markdown', async () => {
    await begin(markdown);
    const found = await hover('二.md', '人均预‸期寿命');
    assert.ok(found?.range);
    assert.equal(textIn(files['二.md'], found.range), '人均预期寿命');
    const { kind, value } = found.contents as MarkupContent;
    assert.equal(kind, 'markdown');
    assert.ok(value.startsWith('**人均预期寿命**\n\n'));
    const line = files['一.md'].slice(0, files['一.md'].indexOf('| 1 | 人均')).split('\n').length;
    assert.ok(value.includes(`- [表1 青岚市主要发展指标](<${uriOf('一.md')}#L${line}>)：2020年77.6岁`));
  });

  it('is of a reference the title, the place and the beginning of what it points at', async () => {
    await begin();
    assert.deepEqual(await told('二.md', '见专‸栏1'), [
      '专栏1 服务能力提升项目　在第三章 主要任务',
      '- 实验楼建设项目：新建实验楼8600平方米。',
      '- 急救站建设项目：新建急救站1所。',
    ]);
    const table = await told('二.md', '见表‸1');
    assert.equal(table[0], '表1 青岚市主要发展指标　在第二章 发展目标');
    assert.equal(table[3], '| 1 | 人均预期寿命（岁） | 77.6 | 78.6 | 预期性 |');
    assert.deepEqual(await told('二.md', '[‸^1]。'), ['[^1]　在第三章 主要任务', '数据来自统计年报。']);
    open(uriOf('三.md'), files['三.md']);
    assert.deepEqual(await told('三.md', '第三‸章第一节'), [
      '第一节 提升服务能力　在第三章 主要任务',
      '到2025年，人均预期寿命达到79.2岁，每千人口医疗卫生机构床位数和注册护士数分别达到7.3张、3.8人。指标见表1，项目见专栏1。',
    ]);
  });

  it('is of a box its projects and what they lack', async () => {
    await begin();
    const uri = uriOf('规划.md');
    const text =
      '---\n标题: 青岚市规划\n---\n\n> **专栏1 能力提升**\n>\n> **实验楼项目**：\n>\n> **急救站项目**：新建急救站1所。\n';
    open(uri, text);
    const params = { textDocument: { uri }, position: { line: 4, character: 6 } };
    const { contents } = (await editor.request<Hover>('textDocument/hover', params)) as { contents: MarkupContent };
    assert.deepEqual(contents.value.split(/\n+/), [
      '专栏1 能力提升',
      '- 实验楼项目：（缺少“内容”）',
      '- 急救站项目：新建急救站1所。',
    ]);
  });

  it('is of both where one value is told of two', async () => {
    await begin();
    const uri = uriOf('规划.md');
    const table =
      '| 主要指标 | 2020年 | 2025年 | 指标性质 |\n|---|---|---|---|\n| 高血压患者规范管理率（%） | 60 | 70 | 预期性 |\n| 2型糖尿病患者规范管理率（%） | 60 | 70 | 预期性 |\n';
    const sentence = '到2025年，高血压患者规范管理率和2型糖尿病患者规范管理率均达到70%。';
    open(uri, `# 青岚市“十四五”规划\n\n## 一、发展目标\n\n${sentence}\n\n${table}`);
    const params = { textDocument: { uri }, position: { line: 4, character: sentence.indexOf('70%') } };
    const { contents } = (await editor.request<Hover>('textDocument/hover', params)) as { contents: MarkupContent };
    const titles = contents.value.split('\n').filter((line) => line.endsWith('管理率'));
    assert.deepEqual(titles, ['高血压患者规范管理率', '2型糖尿病患者规范管理率']);
  });

  it('is nothing where there is nothing to tell', async () => {
    await begin();
    assert.equal(await hover('二.md', '提升‸服务能力'), null);
    assert.equal(await hover('二.md', '新建‸急救站'), null);
    open(uriOf('说明.md'), '# 说明\n\n人均预期寿命达到79.2岁。\n');
    for (const [name, line] of [
      ['说明.md', 2],
      ['二.md', 900],
      ['没有.md', 0],
    ] as const) {
      const params = { textDocument: { uri: uriOf(name) }, position: { line, character: 3 } };
      assert.equal(await editor.request('textDocument/hover', params), null, name);
    }
  });
});
