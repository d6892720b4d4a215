import * as vscode from 'vscode';
import { equal, finding, findings, happens, holds, inWorkspace, open, ruleOf, seen, type } from './editor.ts';

describe('a draft in the editor', () => {
  let draft: vscode.TextDocument;
  let page: vscode.TextDocument;
  const underlined = ({ range }: vscode.Diagnostic) => draft.getText(range);
  /** The texts of the places that a finding points to besides its own. */
  const elsewhere = ({ relatedInformation = [] }: vscode.Diagnostic) =>
    relatedInformation.map(({ location }) => draft.getText(location.range));

  const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));

  before(async () => {
    page = await open('读我.md');
    draft = await open('规划.md');
    await vscode.window.showTextDocument(draft);
  });

  it('shows a target that moves the wrong way, at the target', async () => {
    const found = await finding(draft, 'target-direction');
    equal(underlined(found), '21');
    equal(found.severity, vscode.DiagnosticSeverity.Error);
    holds(found.message, '居民健康素养水平');
    equal(elsewhere(found)[0], '24.5');
  });

  it('shows a project that lacks a field which the box schema of planlint.json requires', async () => {
    const found = await finding(draft, 'box-field');
    equal(underlined(found), '青岚东区急救站建设项目');
    holds(found.message, '责任单位');
  });

  it('shows a table row that lacks a cell', async () => {
    const found = await finding(draft, 'indicator-table-shape');
    holds(underlined(found), '每千人口医疗卫生机构床位数');
    equal(found.range.isSingleLine, true);
  });

  it('shows a value that another chapter contradicts, with the place in that chapter', async () => {
    const found = await finding(draft, 'value-conflict');
    holds(underlined(found), '3.1‰');
    holds(elsewhere(found).join(), '3.6');
  });

  it('links each finding to the page of its rule and opens that', async () => {
    await finding(draft, 'target-direction');
    for (const found of vscode.languages.getDiagnostics(draft.uri)) {
      const target = typeof found.code === 'object' ? found.code.target.toString(true) : '';
      equal(target, `command:planlint.explain?["${ruleOf(found)}"]`);
    }
    await vscode.commands.executeCommand('planlint.explain', 'target-direction');
    const pageIsOpen = () => tabs().some((label) => label.includes('target-direction.md'));
    await happens(vscode.window.tabGroups.onDidChangeTabs, pageIsOpen, () => `no page among the tabs ${tabs()}`);
  });

  it('mends a bound that is written backwards', async () => {
    const found = await finding(draft, 'indicator-value');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      draft.uri,
      found.range,
      vscode.CodeActionKind.QuickFix.value,
      // So many of them are resolved: what they change is worked out when that is asked for.
      10,
    );
    const fix = actions.find(({ title }) => title.includes('≥95'));
    if (!fix?.edit) throw new Error(`no fix among: ${actions.map(({ title }) => title).join('; ')}`);
    await vscode.workspace.applyEdit(fix.edit);
    holds(draft.getText(), '| 93.2 | ≥95 | 约束性 |');
    await seen(
      draft,
      'end of indicator-value',
      () => !findings(draft).some((one) => one.startsWith('indicator-value')),
    );
  });

  it('follows what is typed and not saved', async () => {
    await type(draft, '| 79.1 |', '| 77.1 |');
    equal(draft.isDirty, true);
    await seen(draft, 'finding at 77.1', () => findings(draft).includes('target-direction 77.1'));
    await type(draft, '| 77.1 |', '| 79.1 |');
    await seen(draft, 'end of it', () => !findings(draft).includes('target-direction 77.1'));
  });

  it('checks a text that was never saved at all', async () => {
    const content = (await open('规划.md')).getText();
    const untitled = await vscode.workspace.openTextDocument({ language: 'markdown', content });
    equal(underlined(await finding(untitled, 'target-direction')), '21');
  });

  it('leaves the copies alone that comparisons and previews show', async () => {
    const content = draft.getText();
    const copies = vscode.workspace.registerTextDocumentContentProvider('planlint-copy', {
      provideTextDocumentContent: () => content,
    });
    const copy = await vscode.workspace.openTextDocument(vscode.Uri.parse('planlint-copy:/规划.md'));
    equal(copy.languageId, 'markdown');
    // What is opened after it is checked after it.
    const later = await vscode.workspace.openTextDocument({ language: 'markdown', content });
    await finding(later, 'target-direction');
    equal(findings(copy).length, 0);
    copies.dispose();
  });

  it('obeys planlint.json as soon as that is saved', async () => {
    const file = inWorkspace('planlint.json');
    const before = await vscode.workspace.fs.readFile(file);
    const config = { ...JSON.parse(new TextDecoder().decode(before)), rules: { 'target-direction': 'off' } };
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(JSON.stringify(config)));
    await seen(draft, 'end of target-direction', () => !findings(draft).includes('target-direction 21'));
    await vscode.workspace.fs.writeFile(file, before);
    await finding(draft, 'target-direction');
  });

  it('finds the same after the server was started anew', async () => {
    await vscode.commands.executeCommand('planlint.restart');
    await finding(draft, 'target-direction');
  });

  it('compares the files of one plan, opened or not', async () => {
    const chapter = await open('分章', '第一章.md');
    const { range, relatedInformation = [] } = await finding(chapter, 'value-conflict');
    holds(chapter.getText(range), '31.5%');
    equal(relatedInformation[0]?.location.uri.toString(), inWorkspace('分章', '第二章.md').toString());
  });

  it('leaves ordinary Markdown alone until its front matter says that it is a plan', async () => {
    // Opened before the draft, so what there is to say of it has been said.
    equal(findings(page).length, 0);
    const frontMatter = '---\n规划期: 2021-2025\n---\n';
    await type(page, '# 会议室使用说明', `${frontMatter}# 会议室使用说明`);
    await finding(page, 'box-field');
    await type(page, frontMatter, '');
    await seen(page, 'end of all findings', () => findings(page).length === 0);
  });
});
