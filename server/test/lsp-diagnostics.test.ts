import assert from 'node:assert/strict';
import type {
  Diagnostic,
  DocumentDiagnosticReport,
  WorkspaceDiagnosticReport,
  WorkspaceFullDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { CheckWorkspaceResult } from '../src/lsp/protocol.ts';
import { byRule, rangeOf, textIn } from './lsp-editor.ts';
import { rich, useSession } from './lsp-session.ts';

const table = `# 云溪市“十四五”卫生健康发展规划

## 第一章 发展目标

表1 云溪市主要发展指标

| 主要指标 | 2020年 | 2025年 | 指标性质 |
|---|---|---|---|
| 人均预期寿命（岁） | 77.6 | 78.6 | 预期性 |
| 孕产妇死亡率（/10万） | 11.2 | ≤10.5 | 预期性 |
`;
const chapter = '## 第二章 主要任务\n\n到2025年，人均预期寿命达到79.6岁。\n';
const plans = '{ "plans": [{ "files": ["第一章.md", "第二章.md"] }] }';
/** A plan by itself, with one finding. */
const wrong = table.replace('≤10.5', '≤14.5');

const pulling = {
  ...rich,
  textDocument: { ...rich.textDocument, diagnostic: { dynamicRegistration: false } },
  workspace: {
    ...rich.workspace,
    diagnostics: { refreshSupport: true },
    fileOperations: { didRename: true, didCreate: true },
  },
};
const relating = {
  ...pulling,
  textDocument: { ...pulling.textDocument, diagnostic: { relatedDocumentSupport: true } },
};
const configured = { ...rich, workspace: { ...rich.workspace, configuration: true } };

const rules = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);
const itemsOf = (report: { readonly kind: string }): readonly Diagnostic[] => {
  assert.equal(report.kind, 'full');
  return (report as unknown as { items: Diagnostic[] }).items;
};

describe('diagnostics that are asked for', function () {
  this.timeout(60_000);
  const editor = useSession();
  const { start, uriOf, save, open, change } = editor;

  const pull = (uri: string, previousResultId?: string) =>
    editor.request<DocumentDiagnosticReport>('textDocument/diagnostic', {
      identifier: 'planlint',
      textDocument: { uri },
      ...(previousResultId !== undefined && { previousResultId }),
    });
  const askWorkspace = (previousResultIds: readonly object[] = [], more: object = {}) =>
    editor.asked<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds, ...more });
  const idsOf = ({ items }: WorkspaceDiagnosticReport) => items.map(({ uri, resultId }) => ({ uri, value: resultId }));
  const reportOf = ({ items }: WorkspaceDiagnosticReport, uri: string) => {
    const [report, ...more] = items.filter((item) => item.uri === uri);
    assert.ok(report && more.length === 0, `one report of ${uri}`);
    return report as WorkspaceFullDocumentDiagnosticReport;
  };
  /** Something that is asked later was answered, and this was not. */
  async function isHeld(answer: Promise<unknown>): Promise<void> {
    let answered = false;
    answer.then(
      () => {
        answered = true;
      },
      () => {},
    );
    await pull(uriOf('nowhere.md'));
    assert.equal(answered, false, 'an answer without anything new');
  }

  it('are offered, and nothing is sent beside them', async () => {
    const { capabilities } = await start(pulling);
    assert.deepEqual(capabilities.diagnosticProvider, {
      identifier: 'planlint',
      interFileDependencies: true,
      workspaceDiagnostics: true,
      workDoneProgress: true,
    });
    const uri = uriOf('规划.md');
    open(uri, wrong);
    const [found, ...more] = itemsOf(await pull(uri));
    assert.ok(found && more.length === 0);
    assert.equal(found.code, 'target-direction');
    assert.equal(textIn(wrong, found.range), '≤14.5');
    assert.equal(editor.unread(uri), 0);
  });

  it('are pushed all the same to a client that would rather have that', async () => {
    const { capabilities } = await start(pulling, { push: true });
    assert.equal(capabilities.diagnosticProvider, undefined);
    open(uriOf('规划.md'), wrong);
    assert.deepEqual(rules((await editor.version(uriOf('规划.md'), 1)).diagnostics), ['target-direction']);
  });

  it('are said to be unchanged while they are, by an id that comes back with them', async () => {
    await start(pulling);
    const uri = uriOf('规划.md');
    open(uri, wrong);
    const first = await pull(uri);
    const { resultId = '' } = first;
    assert.deepEqual(await pull(uri, resultId), { kind: 'unchanged', resultId });

    change(uri, 2, { range: rangeOf(wrong, '≤14.5'), text: '≤10.5' });
    const mended = await pull(uri, resultId);
    assert.deepEqual(itemsOf(mended), []);
    assert.notEqual(mended.resultId, resultId);

    change(uri, 3, { range: rangeOf(table, '≤10.5'), text: '≤14.5' });
    assert.deepEqual(await pull(uri, mended.resultId), first);
  });

  it('are none in a document that was closed, that nobody knows, or that is no plan', async () => {
    await start(pulling);
    const uri = uriOf('规划.md');
    open(uri, wrong);
    await pull(uri);
    editor.close(uri);
    open(uriOf('README.md'), '# 说明\n\n| 名称 | 数量 |\n|---|---|\n| 甲 | 25≥ |\n');
    for (const other of [uri, uriOf('README.md'), uriOf('nowhere.md'), 'untitled:Untitled-7'])
      assert.deepEqual(itemsOf(await pull(other)), []);
  });

  it('come with those of the other files of the plan, for a client that takes them', async () => {
    save('planlint.json', plans);
    save('第一章.md', table);
    save('第二章.md', chapter);
    await start(relating);
    const uri = uriOf('第一章.md');
    open(uri, table);
    const report = await pull(uri);
    const other = report.relatedDocuments?.[uriOf('第二章.md')];
    const [conflict, ...more] = itemsOf(other ?? { kind: 'none' });
    assert.ok(conflict && more.length === 0);
    assert.equal(conflict.code, 'value-conflict');
    assert.equal(conflict.relatedInformation?.[0]?.location.uri, uri);

    const again = await pull(uri, report.resultId);
    assert.equal(again.kind, 'unchanged');
    assert.equal(again.relatedDocuments?.[uriOf('第二章.md')]?.kind, 'unchanged');

    change(uri, 2, { range: rangeOf(table, '78.6'), text: '79.6' });
    const mended = (await pull(uri, again.resultId)).relatedDocuments?.[uriOf('第二章.md')];
    assert.deepEqual(itemsOf(mended ?? { kind: 'none' }), []);
  });

  it('are to be asked for again when another file of the plan has changed them', async () => {
    save('planlint.json', plans);
    save('第一章.md', table);
    save('第二章.md', chapter);
    await start(pulling);
    const [one, two] = [uriOf('第一章.md'), uriOf('第二章.md')];
    open(one, table);
    open(two, chapter);
    assert.deepEqual(rules(itemsOf(await pull(two))), ['value-conflict']);
    change(one, 2, { range: rangeOf(table, '78.6'), text: '79.6' });
    await pull(one);
    await editor.heard('workspace/diagnostic/refresh');
    assert.deepEqual(itemsOf(await pull(two)), []);
  });

  it('are to be asked for again when configuration has changed them', async () => {
    await start(pulling);
    const uri = uriOf('规划.md');
    open(uri, wrong);
    await pull(uri);
    save('planlint.json', '{ "rules": { "target-direction": "off" } }');
    editor.watched('planlint.json', 1);
    await editor.heard('workspace/diagnostic/refresh');
    assert.deepEqual(itemsOf(await pull(uri)), []);
  });

  it('of the whole workspace are those of every plan, opened or not, and of nothing else', async () => {
    save('planlint.json', plans);
    save('第一章.md', table);
    save('第二章.md', chapter);
    save('县/规划.md', wrong);
    save('县/README.md', '| 名称 | 数量 |\n|---|---|\n| 甲 | 25≥ |\n');
    save('node_modules/pack/规划.md', wrong);
    save('.old/规划.md', wrong);
    await start(pulling);
    open(uriOf('第一章.md'), table);
    const report = await askWorkspace().answer;
    assert.deepEqual(report.items.map(({ uri }) => uri).sort(), [uriOf('第二章.md'), uriOf('县/规划.md')].sort());
    assert.deepEqual(rules(reportOf(report, uriOf('县/规划.md')).items), ['target-direction']);
    const { items, version } = reportOf(report, uriOf('第二章.md'));
    assert.equal(version, null);
    assert.deepEqual(rules(items), ['value-conflict']);

    // The same id stands for the same findings, whoever asks.
    const single = await pull(uriOf('县/规划.md'));
    assert.equal(single.resultId, reportOf(report, uriOf('县/规划.md')).resultId);
  });

  it('of the whole workspace are told again only when something has changed, and only what has', async () => {
    save('甲.md', wrong);
    save('乙.md', wrong);
    await start(pulling);
    const before = await askWorkspace().answer;
    assert.equal(before.items.length, 2);
    const { answer } = askWorkspace(idsOf(before));
    await isHeld(answer);
    save('甲.md', table);
    editor.watched('甲.md', 2);
    const after = await answer;
    assert.deepEqual(
      after.items.map(({ uri }) => uri),
      [uriOf('甲.md')],
    );
    assert.deepEqual(reportOf(after, uriOf('甲.md')).items, []);
  });

  it('of the whole workspace follow what is typed in an open file into a closed one', async () => {
    save('planlint.json', plans);
    save('第一章.md', table);
    save('第二章.md', chapter);
    await start(pulling);
    open(uriOf('第一章.md'), table);
    const before = await askWorkspace().answer;
    const { answer } = askWorkspace(idsOf(before));
    change(uriOf('第一章.md'), 2, { range: rangeOf(table, '78.6'), text: '79.6' });
    assert.deepEqual(reportOf(await answer, uriOf('第二章.md')).items, []);
  });

  it('of the whole workspace leave nothing behind of files that were deleted or renamed, and find new ones', async () => {
    save('甲.md', wrong);
    save('乡/乙.md', wrong);
    await start(pulling);
    let known = await askWorkspace().answer;
    const next = async () => {
      known = await askWorkspace(idsOf(known)).answer;
      return known;
    };
    const gone = next();
    editor.remove('乡');
    editor.watched('乡', 3);
    assert.deepEqual(reportOf(await gone, uriOf('乡/乙.md')).items, []);

    known = await askWorkspace().answer;
    const renamed = next();
    editor.remove('甲.md');
    save('丙.md', wrong);
    editor.notify('workspace/didRenameFiles', { files: [{ oldUri: uriOf('甲.md'), newUri: uriOf('丙.md') }] });
    assert.deepEqual(reportOf(await renamed, uriOf('甲.md')).items, []);
    assert.deepEqual(rules(reportOf(known, uriOf('丙.md')).items), ['target-direction']);
  });

  it('of the whole workspace give way to the saved text when an edited draft is closed', async () => {
    save('规划.md', table);
    await start(pulling);
    const uri = uriOf('规划.md');
    open(uri, wrong);
    assert.deepEqual(rules(itemsOf(await pull(uri))), ['target-direction']);
    editor.close(uri);
    // The client says of no file that it knows anything.
    assert.deepEqual(reportOf(await askWorkspace().answer, uri).items, []);
  });

  it('of the whole workspace come piece by piece and with progress, for a client that gives tokens', async () => {
    save('甲.md', wrong);
    save('乙.md', wrong);
    await start(pulling);
    const report = await askWorkspace([], { partialResultToken: 'parts', workDoneToken: 'work' }).answer;
    assert.deepEqual(report.items, []);
    const parts: string[] = [];
    const work: string[] = [];
    while (work.at(-1) !== 'end' || parts.length < 2) {
      const { token, value } = (await editor.heard('$/progress')) as {
        token: string;
        value: { kind?: string; items?: readonly { uri: string }[] };
      };
      if (token === 'work') work.push(value.kind ?? '');
      else parts.push(...(value.items ?? []).map(({ uri }) => uri));
    }
    assert.deepEqual(parts.sort(), [uriOf('甲.md'), uriOf('乙.md')].sort());
    assert.equal(work[0], 'begin');
  });

  it('of the whole workspace need not be waited for', async () => {
    await start(pulling);
    const { id, answer } = askWorkspace();
    await isHeld(answer);
    editor.notify('$/cancelRequest', { id });
    await assert.rejects(answer, { code: -32800 });

    const last = askWorkspace();
    await editor.request('shutdown');
    await assert.rejects(last.answer, { code: -32802 });
    editor.notify('exit');
    assert.equal(await editor.exit(), 0);
  });
});

describe('diagnostics that are sent', function () {
  this.timeout(60_000);
  const editor = useSession();
  const { start, uriOf, save, open, change, version } = editor;
  const check = () => editor.asked<CheckWorkspaceResult | null>('planlint/checkWorkspace', {});

  it('wait until typing rests', async () => {
    await start();
    const uri = uriOf('规划.md');
    open(uri, table);
    change(uri, 2, { range: rangeOf(table, '≤10.5'), text: '≤14.5' });
    change(uri, 3, { range: rangeOf(wrong, '≤14.5'), text: '≤10.5' });
    assert.equal((await editor.diagnostics(uri)).version, 3);
  });

  it('mark as too much what has only to be taken out', async () => {
    await start();
    const uri = uriOf('规划.md');
    const text = `${table}\n到2025 年，全市建成覆盖城乡的医疗卫生服务体系。\n`;
    open(uri, text);
    const [space] = byRule((await version(uri, 1)).diagnostics, 'stray-space');
    assert.ok(space);
    assert.equal(textIn(text, space.range), ' ');
    assert.deepEqual(space.tags, [1]);
  });

  it('are sent of closed files too once the workspace was checked, and followed from then on', async () => {
    save('planlint.json', plans);
    save('第一章.md', table);
    save('第二章.md', chapter);
    save('县/规划.md', wrong);
    save('README.md', '# 说明\n');
    await start({ ...rich, window: { workDoneProgress: true } });
    const { token } = await progressOf(async () => {
      assert.deepEqual(await check().answer, { files: 3, errors: 1, warnings: 1, informations: 0, hints: 0 });
    });
    assert.ok(token);
    const closed = uriOf('县/规划.md');
    assert.deepEqual(rules((await editor.diagnostics(closed)).diagnostics), ['target-direction']);
    assert.deepEqual(rules((await editor.diagnostics(uriOf('第二章.md'))).diagnostics), ['value-conflict']);

    save('县/规划.md', table);
    editor.watched('县/规划.md', 2);
    assert.deepEqual((await editor.diagnostics(closed)).diagnostics, []);

    open(uriOf('第一章.md'), table.replace('78.6', '79.6'));
    assert.deepEqual((await editor.diagnostics(uriOf('第二章.md'))).diagnostics, []);
    editor.close(uriOf('第一章.md'));
    assert.deepEqual(rules((await editor.diagnostics(uriOf('第二章.md'))).diagnostics), ['value-conflict']);

    editor.remove('第二章.md');
    editor.watched('第二章.md', 3);
    assert.deepEqual((await editor.diagnostics(uriOf('第二章.md'))).diagnostics, []);
  });

  /** The progress that the server makes known while something is done. */
  async function progressOf(work: () => Promise<void>): Promise<{ token: unknown }> {
    await work();
    const { token } = (await editor.heard('window/workDoneProgress/create')) as { token: unknown };
    const kinds: unknown[] = [];
    while (kinds.at(-1) !== 'end') {
      const said = (await editor.heard('$/progress')) as { token: unknown; value: { kind: string } };
      assert.equal(said.token, token);
      kinds.push(said.value.kind);
    }
    assert.equal(kinds[0], 'begin');
    return { token };
  }

  it('of the workspace can be given up, by the user or by the client', async () => {
    for (let number = 1; number <= 40; number++) save(`规划${number}.md`, wrong);
    await start({ ...rich, window: { workDoneProgress: true } });
    const first = check();
    const { token } = (await editor.heard('window/workDoneProgress/create')) as { token: unknown };
    await editor.heard('$/progress');
    editor.notify('window/workDoneProgress/cancel', { token });
    assert.equal(await first.answer, null);
    const second = check();
    editor.notify('$/cancelRequest', { id: second.id });
    assert.equal(await second.answer, null);
  });

  it('go away with the folder that the files lie in', async () => {
    save('规划.md', wrong);
    save('planlint.json', '{ "rules": { "target-direction": "loud" } }');
    await start();
    await check().answer;
    assert.equal((await editor.diagnostics(uriOf('规划.md'))).diagnostics.length, 1);
    assert.equal((await editor.diagnostics(uriOf('planlint.json'))).diagnostics.length, 1);
    const folder = { uri: uriOf('.'), name: 'drafts' };
    editor.notify('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: [{ ...folder, uri: uriOf('') }] },
    });
    assert.deepEqual((await editor.diagnostics(uriOf('规划.md'))).diagnostics, []);
    assert.deepEqual((await editor.diagnostics(uriOf('planlint.json'))).diagnostics, []);
  });

  it('come when a draft is saved, for a user who wants that', async () => {
    editor.answer('workspace/configuration', ({ items }: { items: readonly { section: string }[] }) =>
      items.map(({ section }) => (section === 'planlint' ? { run: 'onSave' } : null)),
    );
    await start(configured);
    const uri = uriOf('规划.md');
    open(uri, table);
    assert.deepEqual((await version(uri, 1)).diagnostics, []);
    change(uri, 2, { range: rangeOf(table, '≤10.5'), text: '≤14.5' });
    // Another draft is told of, this one is not.
    open(uriOf('别的.md'), wrong);
    await version(uriOf('别的.md'), 1);
    assert.equal(editor.unread(uri), 0);
    editor.notify('textDocument/didSave', { textDocument: { uri } });
    assert.deepEqual(rules((await version(uri, 2)).diagnostics), ['target-direction']);
  });

  it('keep off the line being typed, for a user who wants that, until it is left, saved or rests', async () => {
    editor.answer('workspace/configuration', ({ items }: { items: readonly object[] }) =>
      items.map(() => ({ focusMode: true })),
    );
    await start(configured);
    const uri = uriOf('规划.md');
    const text = wrong.replace('78.6', '76.6');
    open(uri, text);
    assert.equal((await version(uri, 1)).diagnostics.length, 2);
    const edit = (number: number, word: string) =>
      change(uri, number, { range: rangeOf(text, word), text: `${word.slice(0, -1)}5` });

    edit(2, '≤14.5');
    assert.deepEqual(
      (await version(uri, 2)).diagnostics.map(({ range }) => textIn(text, range)),
      ['76.6'],
    );
    // Another line is edited.
    edit(3, '77.6');
    assert.deepEqual(
      (await version(uri, 3)).diagnostics.map(({ range }) => textIn(text, range)),
      ['≤14.5'],
    );
    editor.notify('textDocument/didSave', { textDocument: { uri } });
    assert.equal((await version(uri, 3)).diagnostics.length, 2);
    edit(4, '≤14.5');
    assert.equal((await version(uri, 4)).diagnostics.length, 1);
    // Nothing more is typed.
    assert.equal((await version(uri, 4)).diagnostics.length, 2);
  });

  it('go by the settings of each document, and by what becomes of them', async () => {
    let focusMode = true;
    editor.answer('workspace/configuration', ({ items }: { items: readonly { scopeUri: string }[] }) =>
      items.map(({ scopeUri }) => ({ focusMode: focusMode && scopeUri.includes(encodeURIComponent('甲')), run: 7 })),
    );
    await start({
      ...configured,
      workspace: { ...configured.workspace, didChangeConfiguration: { dynamicRegistration: true } },
    });
    for (const name of ['甲.md', '乙.md']) {
      open(uriOf(name), table);
      await version(uriOf(name), 1);
      change(uriOf(name), 2, { range: rangeOf(table, '≤10.5'), text: '≤14.5' });
    }
    assert.deepEqual((await version(uriOf('甲.md'), 2)).diagnostics, []);
    assert.equal((await version(uriOf('乙.md'), 2)).diagnostics.length, 1);
    focusMode = false;
    editor.notify('workspace/didChangeConfiguration', { settings: null });
    assert.equal((await version(uriOf('甲.md'), 2)).diagnostics.length, 1);
  });
});
