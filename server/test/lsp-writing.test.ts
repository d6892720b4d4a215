import assert from 'node:assert/strict';
import type {
  ApplyWorkspaceEditParams,
  CodeAction,
  Range,
  ShowDocumentParams,
  ShowMessageParams,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { applied, byRule, rangeOf } from './lsp-editor.ts';
import { rich, useSession } from './lsp-session.ts';

const draft = `# 云溪市“十四五”卫生健康发展规划

## 第一章 发展目标

到2025年，全市人均预期寿命达到79.6岁以上，居民健康素养水平不低于30%。

表1 云溪市主要发展指标

| 序号 | 主要指标 | 2020年 | 2025年 | 指标性质 |
|---|---|---|---|---|
| 1 | 人均预期寿命（岁） | 77.6 | 78.6 | 预期性 |
| 2 | 孕产妇死亡率（/10万） | 11.2 | ≤14.5 | 预期性 |
| 3 | 经常参加体育锻炼人数比例（%） | 22.3 | 25≥ | 预期性 |
| 4 | 居民健康素养水平（%） | 23.5 | ≥28 | 预期性 |

## 第二章 主要任务

到2025年，居民健康素养水平达到26%以上，孕产妇死亡率控制在10/10万以内。
`;

/** An editor that can do what the actions here may ask of it. */
const full = {
  ...rich,
  window: { showDocument: { support: true } },
  workspace: {
    ...rich.workspace,
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: {}, snippetEditSupport: true },
  },
};
const lazy = {
  ...full,
  textDocument: {
    ...full.textDocument,
    codeAction: { dataSupport: true, disabledSupport: true, resolveSupport: { properties: ['edit'] } },
  },
};

describe('what the server writes', () => {
  const session = useSession();
  const uri = () => session.uriOf('规划.md');

  const actions = (range: Range, context: object = { diagnostics: [] }) =>
    session.request<CodeAction[]>('textDocument/codeAction', { textDocument: { uri: uri() }, range, context });

  /** The text of the draft after an edit of it alone. */
  function after(edit: WorkspaceEdit | undefined | null, text = draft): string {
    const edits = edit?.documentChanges
      ? (edit.documentChanges as TextDocumentEdit[]).flatMap((change) => {
          assert.equal(change.textDocument.uri, uri());
          return change.edits as TextEdit[];
        })
      : (edit?.changes?.[uri()] ?? []);
    return applied(text, edits);
  }

  async function start(capabilities: object = full, options?: object, text = draft): Promise<void> {
    await session.start(capabilities, options);
    session.open(uri(), text);
  }

  const titles = (list: readonly CodeAction[]) => list.map(({ title }) => title);
  const cursor = (word: string, text = draft): Range => {
    const { start } = rangeOf(text, word);
    return { start, end: start };
  };

  it('offers at a finding its fix, the same for all, the comments that switch it off, and the page of its rule', async () => {
    await start(full, { commands: true });
    assert.deepEqual(titles(await actions(cursor('25≥'), { diagnostics: [], only: ['quickfix'] })), [
      '改为≥25',
      '表中“经常参加体育锻炼人数比例”一行不再检查 indicator-value',
      '本文件不再检查 indicator-value',
      '查看规则 indicator-value 的说明',
    ]);
    const explain = (await actions(cursor('25≥'))).find(({ command }) => command);
    assert.deepEqual(explain?.command, {
      title: '查看规则 indicator-value 的说明',
      command: 'planlint.explain',
      arguments: ['indicator-value'],
    });
  });

  it('opens the page of a rule in an editor that has no command for it', async () => {
    await start(full, { pages: 'file:///opt/planlint/rules' });
    const explain = (await actions(cursor('25≥'))).find(({ command }) => command)?.command;
    assert.equal(explain?.command, 'planlint.server.explain');
    const { command, arguments: args } = explain ?? {};
    await session.request('workspace/executeCommand', { command, arguments: args });
    const shown = (await session.heard('window/showDocument')) as ShowDocumentParams;
    assert.equal(shown.uri, 'file:///opt/planlint/rules/indicator-value.md');
    await session.request('workspace/executeCommand', { command, arguments: ['../../etc/passwd'] });
    assert.deepEqual(await actions(cursor('云溪市')), []);
  });

  it('offers no page where there is no way to show it', async () => {
    await start({ ...rich });
    assert.ok((await actions(cursor('25≥'))).every(({ command }) => command === undefined));
  });

  it('mends what one rule finds in the file, and everything that is certain, at once', async () => {
    const text = draft.replace('11.2', '11。2').replace('77.6', '77.O');
    await start(full, {}, text);
    const quick = (await actions(cursor('25≥', text))).find(({ title }) => title.includes('同类'));
    assert.equal(quick?.title, '改正本文件中的同类问题（indicator-value，共3处）');
    const mended = text.replace('25≥', '≥25').replace('11。2', '11.2').replace('77.O', '77.0');
    assert.equal(after(quick?.edit, text), mended);

    const [all, ...more] = await actions(cursor('云溪市', text), { diagnostics: [], only: ['source.fixAll'] });
    assert.deepEqual([all?.kind, more], ['source.fixAll.planlint', []]);
    assert.equal(after(all?.edit, text), mended);
    session.change(uri(), 2, { text: mended });
    assert.deepEqual(await actions(cursor('云溪市'), { diagnostics: [], only: ['source.fixAll.planlint'] }), []);
  });

  it('leaves the cursor in the reason of a comment where the editor can, else a word to write over', async () => {
    await start();
    const offered = (await actions(cursor('≤14.5'))).find(({ title }) => title.startsWith('表中'));
    const [change] = (offered?.edit?.documentChanges ?? []) as TextDocumentEdit[];
    assert.deepEqual(change?.edits, [
      {
        range: cursor('表1'),
        snippet: {
          kind: 'snippet',
          value: `<!-- planlint-disable-table target-direction 孕产妇死亡率 -- \${1:理由} -->\n\n`,
        },
      },
    ]);
  });

  it('switches a rule off for good with its comment', async () => {
    await start(rich);
    const offered = (await actions(cursor('≤14.5'))).find(({ title }) => title.startsWith('表中'));
    const text = after(offered?.edit);
    session.change(uri(), 2, { text });
    const { diagnostics } = await session.version(uri(), 2);
    assert.deepEqual(byRule(diagnostics, 'target-direction'), []);
    assert.deepEqual(byRule(diagnostics, 'suppression-reason'), []);
  });

  it('works the edits out when an action is chosen, for an editor that asks then', async () => {
    await start(lazy);
    const [fix] = await actions(cursor('25≥'));
    assert.equal(fix?.edit, undefined);
    const resolved = await session.request<CodeAction>('codeAction/resolve', fix);
    assert.equal(after(resolved.edit), draft.replace('25≥', '≥25'));
    // The finding has gone meanwhile.
    session.change(uri(), 2, { text: draft.replace('25≥', '≥25') });
    assert.equal((await session.request<CodeAction>('codeAction/resolve', fix)).edit, undefined);
  });

  const annotated = (edit: WorkspaceEdit | null | undefined) => Object.values(edit?.changeAnnotations ?? {});

  it('carries a value from where the cursor is to the other places, asking first', async () => {
    await start();
    const [carry] = await actions(cursor('≥28'), { diagnostics: [], only: ['refactor'] });
    assert.equal(carry?.title, '把≥28%改到其他2处');
    assert.equal(after(carry?.edit), draft.replace('不低于30%', '不低于28%').replace('达到26%', '达到28%'));
    assert.deepEqual(annotated(carry?.edit), [
      { label: '“居民健康素养水平”2025年统一为≥28%', description: '共2处', needsConfirmation: true },
    ]);
    const fixes = titles(await actions(cursor('26%'), { diagnostics: [], only: ['quickfix'] }));
    assert.deepEqual(fixes.slice(0, 2), ['改为28%以上', '把26%以上改到其他2处']);
  });

  it('tells of places that it leaves, and refuses what would leave them all', async () => {
    const text = draft.replace('达到26%以上', '从29%提高到30%');
    await start(lazy, {}, text);
    const carryAt = async (now: string) =>
      (await actions(cursor('≥28', now))).find(({ title }) => title.startsWith('把≥28%改到'));
    const carry = await carryAt(text);
    assert.equal(carry?.title, '把≥28%改到其他1处（另有1处要自己改）');
    const [annotation] = annotated((await session.request<CodeAction>('codeAction/resolve', carry)).edit);
    assert.match(annotation?.description ?? '', /第二章.*30%.*提高/);

    const alone = text.replace('，居民健康素养水平不低于30%', '');
    session.change(uri(), 2, { text: alone });
    const none = await carryAt(alone);
    assert.match(none?.disabled?.reason ?? '', /30%/);
    assert.equal(await session.request('planlint/carry', { uri: uri(), position: cursor('≥28', alone).start }), null);
    const { message } = (await session.heard('window/showMessage')) as ShowMessageParams;
    assert.match(message, /要自己改的有1处.*30%/);
  });

  it('carries a value on request and by command, after which none contradicts it', async () => {
    await start();
    const position = cursor('≥28').start;
    const edit = await session.request<WorkspaceEdit>('planlint/carry', { uri: uri(), position });
    assert.ok(annotated(edit).every(({ needsConfirmation }) => needsConfirmation));
    const [change] = (edit.documentChanges ?? []) as TextDocumentEdit[];
    assert.equal(change?.textDocument.version, 1);

    session.answer('workspace/applyEdit', () => ({ applied: true }));
    const command = { command: 'planlint.server.carry', arguments: [uri(), position] };
    assert.equal(await session.request('workspace/executeCommand', command), null);
    const asked = (await session.heard('workspace/applyEdit')) as ApplyWorkspaceEditParams;
    assert.deepEqual(asked.edit, edit);
    session.change(uri(), 2, { text: after(edit) });
    const left = byRule((await session.version(uri(), 2)).diagnostics, 'value-conflict');
    assert.deepEqual(left.length, 2);
    assert.ok(left.every(({ message }) => !String(message).includes('健康素养')));
  });

  it('carries a value into other files of the plan, opened or not', async () => {
    session.save('planlint.json', '{ "plans": [{ "files": ["总则.md", "规划.md"] }] }');
    session.save(
      '总则.md',
      '# 云溪市“十四五”卫生健康发展规划\n\n## 第一章 目标\n\n到2025年，居民健康素养水平达到27%。\n',
    );
    const chapters = draft.slice(draft.indexOf('## 第一章'));
    session.save('规划.md', chapters);
    await start(rich, {}, chapters);
    const position = cursor('≥28', chapters).start;
    const edit = await session.request<WorkspaceEdit>('planlint/carry', { uri: uri(), position });
    const changes = (edit.documentChanges ?? []) as TextDocumentEdit[];
    assert.deepEqual(
      changes.map(({ textDocument: { uri: file, version } }) => [file, version]),
      [
        [session.uriOf('总则.md'), null],
        [uri(), 1],
      ],
    );
  });

  it('answers at once on what is no plan, or is not there', async () => {
    await start();
    const position = { line: 0, character: 0 };
    assert.equal(await session.request('planlint/carry', { uri: session.uriOf('没有.md'), position }), null);
    for (const args of [undefined, [], [uri()], [1, 2], [uri(), { line: 'x' }]])
      assert.equal(
        await session.request('workspace/executeCommand', { command: 'planlint.server.carry', arguments: args }),
        null,
      );
  });
});
