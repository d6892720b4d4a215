import * as vscode from 'vscode';
import { equal, findings, happens, holds, inWorkspace, open, ruleOf, seen, until } from './editor.ts';

describe('the commands of the extension', () => {
  const inFront = () => vscode.window.activeTextEditor?.document as vscode.TextDocument;
  const read = async (uri: vscode.Uri) => new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));

  /** Waits until another document is in front, and gives it. */
  async function next(before: vscode.TextDocument | undefined): Promise<vscode.TextDocument> {
    await happens(
      vscode.window.onDidChangeActiveTextEditor,
      () => inFront() && inFront() !== before,
      () => 'nothing was opened',
    );
    return inFront();
  }

  it('are all there', async () => {
    const { packageJSON } = vscode.extensions.getExtension('planlint.planlint') as vscode.Extension<void>;
    const there = await vscode.commands.getCommands(true);
    for (const { command } of packageJSON.contributes.commands) equal(there.includes(command), true);
  });

  it('make a new plan in which nothing is wrong', async () => {
    const before = inFront();
    const answers = {
      form: '公文体',
      place: '青岚市',
      level: '市',
      field: '卫生健康',
      period: { name: '十五五', from: 2026 },
    };
    await vscode.commands.executeCommand('planlint.newPlan', answers);
    const draft = await next(before);
    equal(draft.isUntitled, true);
    equal(draft.languageId, 'markdown');
    holds(draft.getText(), '# 青岚市“十五五”卫生健康发展规划');
    // A finding that the draft does not have yet shows that it was read.
    const end = draft.positionAt(draft.getText().length);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(draft.uri, end, '\n见专栏7。\n');
    await vscode.workspace.applyEdit(edit);
    await seen(draft, 'finding of 专栏7', () => findings(draft).length > 0);
    equal(findings(draft).join(), 'dangling-reference 专栏7');
  });

  it('ask for what a new plan is to be', async () => {
    const before = inFront();
    let asking = true;
    const asked = vscode.commands.executeCommand('planlint.newPlan', { place: '云溪县' });
    asked.then(() => {
      asking = false;
    });
    // The first of each list: 章节体; 县, which the name of the place tells; and so on.
    while (asking) {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const text = (await next(before)).getText();
    for (const part of ['# 云溪县国民经济和社会发展第十四个五年规划纲要', '## 第一章', '层级: 县', '全县'])
      holds(text, part);
  });

  it('check every plan of the workspace, opened or not', async () => {
    const file = inWorkspace('新稿.md');
    const text = '---\n规划期: 2026-2030\n---\n\n# 规划\n\n> **专栏1 重点工程**\n>\n> **学校建设项目**：\n';
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
    await vscode.commands.executeCommand('planlint.checkWorkspace');
    const found = () => vscode.languages.getDiagnostics(file).map(ruleOf).join();
    await happens(vscode.languages.onDidChangeDiagnostics, () => found().includes('box-field'), found);
    await vscode.workspace.fs.delete(file);
    await happens(vscode.languages.onDidChangeDiagnostics, () => found() === '', found);
  });

  it('align the tables of a draft', async () => {
    const draft = await open('规划.md');
    await vscode.window.showTextDocument(draft);
    const before = draft.getText();
    await vscode.commands.executeCommand('planlint.formatTables');
    holds(draft.getText(), '| 健康水平 | 1    | 人均预期寿命（岁）');
    await vscode.commands.executeCommand('undo');
    equal(draft.getText(), before);
  });

  it('insert a snippet', async () => {
    const draft = await vscode.workspace.openTextDocument({ language: 'markdown', content: '' });
    await vscode.window.showTextDocument(draft);
    await vscode.commands.executeCommand('editor.action.insertSnippet', { langId: 'markdown', name: '指标表' });
    holds(draft.getText(), '| 类别 | 序号 | 指标 | 2025年 | 2030年 | 指标性质 |');
    holds(draft.getText(), '| ≥65 | 约束性 |');
  });

  it('open the planlint.json above a draft, or make one', async () => {
    const file = inWorkspace('planlint.json');
    const saved = await vscode.workspace.fs.readFile(file);
    await vscode.window.showTextDocument(await open('分章', '第一章.md'));
    await vscode.commands.executeCommand('planlint.openConfig');
    equal(inFront().uri.toString(), file.toString());
    equal(inFront().languageId, 'jsonc');

    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await vscode.workspace.fs.delete(file);
    await vscode.window.showTextDocument(await open('分章', '第一章.md'));
    await vscode.commands.executeCommand('planlint.openConfig');
    equal(inFront().uri.toString(), file.toString());
    holds(await read(file), '"rules": {}');
    const config = inFront();
    await until(
      async () => config.getText(),
      (text) => text.includes('"rules": {}'),
    );
    const at = config.positionAt(config.getText().lastIndexOf('"rules": {') + '"rules": {'.length);
    const proposed = await until(
      () => vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', file, at),
      ({ items }) => items.some(({ label }) => label === 'target-direction'),
    );
    holds(proposed.items.map(({ label }) => String(label)).join(), 'value-conflict');
    equal(vscode.languages.getDiagnostics(file).length, 0);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await vscode.workspace.fs.writeFile(file, saved);
  });
});
