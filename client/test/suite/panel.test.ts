import * as vscode from 'vscode';
import type { Views } from '../../src/start.ts';
import { equal, happens, holds, inWorkspace, open, type } from './editor.ts';

describe('the panels beside the editor', () => {
  let views: Views;
  let draft: vscode.TextDocument;

  const labels = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));
  const rows = () => views.overview.shown?.overview?.tables.flatMap((table) => table.rows) ?? [];
  const row = (name: string) => rows().find((one) => one.name === name);
  const shows = (wanted: string, condition: () => boolean) =>
    happens(
      views.overview.onDidShow,
      condition,
      () => `no ${wanted}; there is: ${JSON.stringify(views.overview.shown)}`,
    );
  const written = async (uri: vscode.Uri) =>
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(uri));

  before(async () => {
    const extension = vscode.extensions.getExtension<Views>('planlint.planlint');
    if (!extension) throw new Error('the extension is not there');
    views = await extension.activate();
    draft = await open('规划.md');
    await vscode.window.showTextDocument(draft, vscode.ViewColumn.One);
  });

  it('shows the indicators of the plan at hand', async () => {
    await vscode.commands.executeCommand('planlint.overview');
    await shows('indicators', () => rows().length === 5);
    holds(labels().join(), ' · 规划.md');
    equal(row('人均预期寿命')?.change?.text, '提高0.9岁');
    equal(row('居民健康素养水平')?.change?.way, 'wrong');
    equal(row('婴儿死亡率')?.agreement, '1处不一致');
    const place = row('婴儿死亡率')?.chapters[0]?.mentions[0]?.place;
    const { start, end } = place?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    equal(draft.getText(new vscode.Range(start.line, start.character, end.line, end.character)), '3.1‰');
  });

  it('follows what is typed', async () => {
    await type(draft, '| 79.1 |', '| 80.2 |');
    await shows('80.2', () => row('人均预期寿命')?.change?.text === '提高2岁');
    await type(draft, '| 80.2 |', '| 79.1 |');
    await shows('79.1', () => row('人均预期寿命')?.change?.text === '提高0.9岁');
  });

  it('goes with the user from plan to plan, and says where there is none', async () => {
    await vscode.window.showTextDocument(await open('读我.md'), vscode.ViewColumn.One);
    await shows('page without a plan', () => views.overview.shown?.overview === null);
    await vscode.window.showTextDocument(await open('分章', '第一章.md'), vscode.ViewColumn.One);
    await shows('indicators of the other file', () => rows().length === 1);
    equal(row('护理型床位占比')?.target?.place.uri.endsWith(encodeURIComponent('第二章.md')), true);
    await vscode.window.showTextDocument(draft, vscode.ViewColumn.One);
    await shows('the plan again', () => rows().length === 5);
  });

  it('writes the indicators as CSV that Excel and WPS open', async () => {
    const target = inWorkspace('指标.csv');
    await vscode.commands.executeCommand('planlint.exportOverview', target);
    const csv = await written(target);
    equal(csv.charCodeAt(0), 0xfeff);
    equal(csv.split('\r\n').length, 7);
    holds(csv, ',健康水平,1,人均预期寿命,岁,预期性,2020年,78.2,2025年,79.1,提高0.9岁,');
    await vscode.workspace.fs.delete(target);
  });

  it('writes the review report, of one plan or of all', async () => {
    const target = inWorkspace('报告.html');
    await vscode.commands.executeCommand('planlint.exportReport', draft.uri, target);
    const one = await written(target);
    holds(one, '《青岚市“十四五”卫生健康发展规划》审阅报告');
    holds(one, `${new Date().getFullYear()}年`);
    await vscode.commands.executeCommand('planlint.exportReport', null, target);
    const all = await written(target);
    holds(all, '青岚市“十四五”卫生健康发展规划');
    holds(all, '云溪县“十四五”养老服务发展规划');
    await vscode.workspace.fs.delete(target);
  });

  it('lists the boxes with their projects and what they lack, each with its place', async () => {
    const { boxes } = views;
    const [box] = (await boxes.getChildren()) ?? [];
    const face = async (node: Parameters<typeof boxes.getTreeItem>[0]) => boxes.getTreeItem(node);
    equal((await face(box as never)).label, '专栏1 公共卫生能力提升项目');
    const items = (await boxes.getChildren(box)) ?? [];
    const told = await Promise.all(items.map(async (item) => (await face(item)).label));
    equal(told.join(), '市疾控中心实验楼建设项目,青岚东区急救站建设项目');
    const [fault] = (await boxes.getChildren(items[1])) ?? [];
    const leaf = await face(fault as never);
    equal(leaf.label, '缺少“责任单位”');
    await vscode.commands.executeCommand(leaf.command?.command ?? '', ...(leaf.command?.arguments ?? []));
    equal(draft.getText(vscode.window.activeTextEditor?.selection), '青岚东区急救站建设项目');
  });
});
