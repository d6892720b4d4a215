import * as vscode from 'vscode';
import { equal, finding, holds, inWorkspace, open } from './editor.ts';

describe('finding one’s way in the editor', () => {
  let basis: vscode.TextDocument;
  let aims: vscode.TextDocument;
  const name = '护理型床位占比';
  const row = '护理型床位占比（%） | 35.2';
  const mention = '护理型床位占比达到';

  /** Where a fragment of a document begins. */
  const at = (document: vscode.TextDocument, fragment: string) => {
    holds(document.getText(), fragment);
    return document.positionAt(document.getText().indexOf(fragment) + 1);
  };
  const ask = <T>(command: string, document: vscode.TextDocument, ...rest: unknown[]) =>
    vscode.commands.executeCommand<T>(`vscode.${command}`, document.uri, ...rest);
  const say = ({ uri, range }: vscode.Location) => {
    const document = [basis, aims].find((one) => one.uri.toString() === uri.toString());
    return document?.getText(range) ?? uri.toString();
  };

  before(async () => {
    basis = await open('分章', '第一章.md');
    aims = await open('分章', '第二章.md');
    await vscode.window.showTextDocument(basis);
    await finding(basis, 'value-conflict');
  });

  it('tells of an indicator what all places say', async () => {
    const hovers = await ask<vscode.Hover[]>('executeHoverProvider', basis, at(basis, mention));
    const text = hovers.flatMap(({ contents }) => contents.map((part) => (part as vscode.MarkdownString).value)).join();
    holds(text, `**${name}**`);
    holds(text, '2020年35.2% → 2025年≥55%，提高19.8个百分点以上');
    holds(text, '此处：2020年31.5%（不一致）');
    holds(text, `[表1 养老服务主要发展指标](<${aims.uri.toString()}#L`);
  });

  it('goes from a name to the row in another file', async () => {
    const links = await ask<vscode.LocationLink[]>('executeDefinitionProvider', basis, at(basis, mention));
    const [link] = links.filter(({ targetUri }) => targetUri !== undefined);
    if (!link?.targetSelectionRange) throw new Error(`no definition link in ${JSON.stringify(links)}`);
    equal(link.targetUri.toString(), aims.uri.toString());
    equal(aims.getText(link.targetSelectionRange), name);
  });

  it('finds and marks all places of an indicator', async () => {
    const places = await ask<vscode.Location[]>('executeReferenceProvider', aims, at(aims, row));
    equal(places.map(say).join(), [name, '31.5%', name, '35.2', '≥55'].join());
    const marks = await ask<vscode.DocumentHighlight[]>('executeDocumentHighlights', aims, at(aims, row));
    const written = marks.filter(({ kind }) => kind === vscode.DocumentHighlightKind.Write);
    equal(written.map(({ range }) => aims.getText(range)).join(), [name, '35.2', '≥55'].join());
  });

  it('renames an indicator in all files, and says why it cannot rename what is none', async () => {
    const place = at(basis, mention);
    const start = await ask<{ placeholder: string }>('prepareRename', basis, place);
    equal(start.placeholder, name);
    const edit = await ask<vscode.WorkspaceEdit>('executeDocumentRenameProvider', basis, place, '护理床位占比');
    const changed = edit.entries().map(([uri, edits]) => `${uri.path.split('/').at(-1)} ${edits.length}`);
    equal(changed.sort().join(), '第一章.md 1,第二章.md 1');
    const refused = await ask('executeDocumentRenameProvider', basis, place, 'a|b').then(
      () => '',
      (error: Error) => error.message,
    );
    holds(refused, '名称里不能有换行');
  });

  it('knows the names of the whole workspace', async () => {
    const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      '护理床',
    );
    const symbol = found.find((one) => one.name === name);
    equal(symbol?.location.uri.toString(), aims.uri.toString());
    holds(symbol?.containerName ?? '', '第二章 发展目标');
  });

  it('shows the chapters with their tables and indicators', async () => {
    const roots = await ask<vscode.DocumentSymbol[]>('executeDocumentSymbolProvider', aims);
    const names = (nodes: readonly vscode.DocumentSymbol[]): string[] =>
      nodes.flatMap((node) => [`${node.name} ${node.detail}`, ...names(node.children ?? [])]);
    const all = names(roots).join('\n');
    holds(all, '表1 养老服务主要发展指标 1项指标');
    holds(all, `${name} 35.2 → ≥55 %`);
  });

  it('folds a table with its caption, and grows a selection to its row', async () => {
    const folds = await ask<vscode.FoldingRange[]>('executeFoldingRangeProvider', aims);
    const lines = folds.map(({ start, end }) => `${aims.lineAt(start).text} … ${aims.lineAt(end).text}`);
    holds(lines.join('\n'), '**表1 养老服务主要发展指标** … | 1 | 护理型床位占比');
    const [first] = await ask<vscode.SelectionRange[]>('executeSelectionRangeProvider', aims, [at(aims, '≥55')]);
    const steps: string[] = [];
    for (let range = first; range; range = range.parent) steps.push(aims.getText(range.range));
    holds(steps.join('\n'), '\n| 1 | 护理型床位占比（%） | 35.2 | ≥55 | 约束性 |\n');
  });

  it('leads from the path of a plan above to the file', async () => {
    const draft = await vscode.workspace.openTextDocument(inWorkspace('规划.md'));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(draft.uri, new vscode.Position(1, 0), '上位规划: 分章/第一章.md\n');
    await vscode.workspace.applyEdit(edit);
    const links = await ask<vscode.DocumentLink[]>('executeLinkProvider', draft);
    const link = links.find(({ range }) => draft.getText(range) === '分章/第一章.md');
    equal(link?.target?.toString(), basis.uri.toString());
    await vscode.window.showTextDocument(draft);
    await vscode.commands.executeCommand('undo');
    equal(draft.getText().includes('上位规划'), false);
  });
});
