import assert from 'node:assert/strict';
import { fork, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodeAction, InitializeResult, Range, RegistrationParams, TextDocumentEdit } from 'vscode-languageserver';
import { applied, built, byRule, type Message, rangeOf, textIn } from './lsp-editor.ts';
import { rich, useSession } from './lsp-session.ts';

const draft = `# 云溪市“十四五”卫生健康发展规划

## 第一章 发展目标

表1 云溪市主要发展指标

| 序号 | 主要指标 | 2020年 | 2025年 | 指标性质 |
|---|---|---|---|---|
| 1 | 人均预期寿命（岁） | 77.6 | 78.6 | 预期性 |
| 2 | 孕产妇死亡率（/10万） | 11.2 | ≤14.5 | 预期性 |
| 3 | 经常参加体育锻炼人数比例（%） | 22.3 | 25≥ | 预期性 |
`;

describe('the language server over stdio', function () {
  this.timeout(60_000);
  const editor = useSession();
  const { start, uriOf, save, open, change, version } = editor;
  const actions = (uri: string, range: Range, context: object = { diagnostics: [] }) =>
    editor.request<CodeAction[]>('textDocument/codeAction', { textDocument: { uri }, range, context });

  it('says what it can do', async () => {
    const { capabilities } = await start();
    assert.equal(capabilities.positionEncoding, 'utf-16');
    assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2, save: true });
    assert.deepEqual(capabilities.codeActionProvider, {
      codeActionKinds: ['quickfix', 'refactor.rewrite', 'source.fixAll.planlint'],
    });
  });

  it('shows a wrong direction where the target stands, with the baseline as related place and the page of its rule', async () => {
    await start(rich, { pages: 'file:///opt/planlint/rules' });
    const uri = uriOf('规划.md');
    open(uri, draft);
    const { diagnostics } = await version(uri, 1);
    const [direction, ...more] = byRule(diagnostics, 'target-direction');
    assert.ok(direction && more.length === 0);
    assert.equal(textIn(draft, direction.range), '≤14.5');
    assert.equal(direction.severity, 2);
    assert.equal(direction.source, 'PlanLint');
    assert.equal(direction.codeDescription?.href, 'file:///opt/planlint/rules/target-direction.md');
    assert.match(String(direction.message), /孕产妇死亡率/);
    const [baseline] = direction.relatedInformation ?? [];
    assert.equal(baseline?.location.uri, uri);
    assert.equal(baseline && textIn(draft, baseline.location.range), '11.2');
    assert.ok(baseline?.message);
  });

  it('leaves the link out where the client names no folder of pages', async () => {
    await start();
    const uri = uriOf('规划.md');
    open(uri, draft);
    const { diagnostics } = await version(uri, 1);
    assert.ok(diagnostics.length > 0);
    assert.ok(diagnostics.every(({ codeDescription }) => codeDescription === undefined));
  });

  it('offers the fix of a value that cannot be read, and the fixed draft has none', async () => {
    await start();
    const uri = uriOf('规划.md');
    open(uri, draft);
    const [unreadable] = byRule((await version(uri, 1)).diagnostics, 'indicator-value');
    assert.ok(unreadable);
    assert.equal(textIn(draft, unreadable.range), '25≥');
    assert.equal(unreadable.severity, 1);

    const cursor = { start: unreadable.range.start, end: unreadable.range.start };
    const [action, ...more] = await actions(uri, cursor, { diagnostics: [unreadable], only: ['quickfix'] });
    assert.ok(action?.isPreferred && more.every(({ isPreferred }) => !isPreferred));
    assert.equal(action.kind, 'quickfix');
    assert.deepEqual(action.diagnostics, [unreadable]);
    const [edit] = (action.edit?.documentChanges ?? []) as TextDocumentEdit[];
    assert.deepEqual(edit?.textDocument, { uri, version: 1 });
    const fixed = applied(draft, (edit?.edits ?? []) as { range: Range; newText: string }[]);
    assert.equal(fixed, draft.replace('25≥', '≥25'));

    change(uri, 2, { text: fixed });
    assert.deepEqual(byRule((await version(uri, 2)).diagnostics, 'indicator-value'), []);
  });

  it('offers nothing where no finding is, nor to who asks for another kind of action', async () => {
    await start();
    const uri = uriOf('规划.md');
    open(uri, draft);
    await version(uri, 1);
    assert.deepEqual(await actions(uri, rangeOf(draft, '人均预期寿命')), []);
    assert.deepEqual(await actions(uri, rangeOf(draft, '25≥'), { diagnostics: [], only: ['refactor'] }), []);
  });

  it('follows what is typed, edit upon edit, and answers for the text of now', async () => {
    await start();
    const uri = 'untitled:Untitled-1';
    open(uri, draft);
    const before = await version(uri, 1);
    assert.equal(byRule(before.diagnostics, 'target-direction').length, 1);

    // Two edits in one message: the second counts in the text that the first one left.
    const line = rangeOf(draft, '## 第一章').start;
    change(
      uri,
      2,
      { range: { start: line, end: line }, text: '引言。\n\n' },
      { range: shift('≤14.5', 2), text: '≤10.5' },
    );
    assert.deepEqual(byRule((await version(uri, 2)).diagnostics, 'target-direction'), []);

    change(uri, 3, { range: shift('77.6', 2), text: '79.6' });
    const [moved] = await actions(uri, shift('25≥', 2));
    assert.equal(moved?.title, '改为≥25');
    const [wrong] = byRule((await version(uri, 3)).diagnostics, 'target-direction');
    assert.deepEqual(wrong?.range, shift('78.6', 2));
  });

  const shift = (word: string, lines: number): Range => {
    const { start, end } = rangeOf(draft, word);
    return {
      start: { ...start, line: start.line + lines },
      end: { ...end, line: end.line + lines },
    };
  };

  it('says nothing of Markdown that is no plan, nor of other files', async () => {
    await start();
    open(uriOf('README.md'), '# 说明\n\n| 名称 | 数量 |\n|---|---|\n| 甲 | 25≥ |\n');
    assert.deepEqual((await editor.diagnostics(uriOf('README.md'))).diagnostics, []);
    open(uriOf('notes.txt'), draft, 'plaintext');
    open(uriOf('规划.md'), draft);
    await version(uriOf('规划.md'), 1);
    assert.deepEqual(await actions(uriOf('notes.txt'), rangeOf(draft, '25≥')), []);
  });

  it('takes the findings away when a draft is closed', async () => {
    await start();
    const uri = uriOf('规划.md');
    open(uri, draft);
    assert.ok((await version(uri, 1)).diagnostics.length > 0);
    editor.close(uri);
    assert.deepEqual((await editor.diagnostics(uri)).diagnostics, []);
    assert.deepEqual(await actions(uri, rangeOf(draft, '25≥')), []);
  });

  it('goes by planlint.json, and by what becomes of it', async () => {
    save('planlint.json', '{ "rules": { "target-direction": "off" } }');
    await start();
    const watched = (await editor.heard('client/registerCapability')) as { registrations: { method: string }[] };
    assert.equal(watched.registrations[0]?.method, 'workspace/didChangeWatchedFiles');
    const uri = uriOf('规划.md');
    const config = uriOf('planlint.json');
    const changed = () => editor.watched('planlint.json', 2);

    open(uri, draft);
    const off = (await version(uri, 1)).diagnostics;
    assert.deepEqual(byRule(off, 'target-direction'), []);
    assert.equal(byRule(off, 'indicator-value').length, 1);

    save('planlint.json', '{ "rules": { "target-direction": "error" } }');
    changed();
    assert.equal(byRule((await version(uri, 1)).diagnostics, 'target-direction')[0]?.severity, 1);

    const broken = '{\n  "rules": { "target-direction": "loud" }\n}';
    save('planlint.json', broken);
    changed();
    const [fault, ...more] = (await editor.diagnostics(config)).diagnostics;
    assert.ok(fault && more.length === 0);
    assert.equal(fault.range.start.line, 1);
    assert.match(String(fault.message), /target-direction.*warning/);
    assert.equal(byRule((await version(uri, 1)).diagnostics, 'target-direction')[0]?.severity, 2);

    save('planlint.json', '{}');
    changed();
    assert.deepEqual((await editor.diagnostics(config)).diagnostics, []);
  });

  it('goes by what planlint.json extends, outside the folder too, and has levels by file', async () => {
    const shared = mkdtempSync(join(tmpdir(), 'planlint-shared-'));
    try {
      const base = join(shared, 'base.json');
      writeFileSync(base, '{ "extends": "planlint:strict", "typos": ["t.json"] }');
      writeFileSync(join(shared, 't.json'), '{ "typos": [{ "wrong": "云溪市", "right": "云熙市" }] }');
      const overrides = [{ files: ['附件/*'], rules: { 'known-typo': 'off' } }];
      save('planlint.json', JSON.stringify({ extends: base, overrides }));
      const capabilities = {
        ...rich,
        workspace: {
          ...rich.workspace,
          didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
        },
      };
      const watched: string[] = [];
      editor.answer('client/registerCapability', ({ registrations }: RegistrationParams) => {
        for (const { registerOptions } of registrations)
          for (const { globPattern } of registerOptions?.watchers ?? [])
            watched.push(globPattern.pattern ?? globPattern);
        return null;
      });
      await start(capabilities);
      const [uri, annex] = [uriOf('规划.md'), uriOf('附件/规划.md')];
      open(uri, draft);
      assert.equal(byRule((await version(uri, 1)).diagnostics, 'known-typo').length, 2);
      open(annex, draft);
      assert.deepEqual(byRule((await version(annex, 1)).diagnostics, 'known-typo'), []);
      assert.deepEqual(watched.slice(-2).sort(), ['base.json', 't.json']);

      writeFileSync(base, '{ "rules": { "known-tpyo": "off" } }');
      const { href } = pathToFileURL(base);
      editor.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: href, type: 2 }] });
      const [fault] = (await editor.diagnostics(href)).diagnostics;
      assert.match(String(fault?.message), /没有规则“known-tpyo”：是不是“known-typo”？/);
      assert.deepEqual(byRule((await version(uri, 1)).diagnostics, 'known-typo'), []);
    } finally {
      rmSync(shared, { recursive: true });
    }
  });

  it('reads through a client that offers it, wherever the files are', async () => {
    const saved: Record<string, string> = {
      'memfs:/plans/planlint.json': '{ "rules": { "target-direction": "off" } }',
      'memfs:/planlint.json': '{ "rules": { "indicator-value": "off" } }',
    };
    editor.answer('planlint/read', ({ uri }: { uri: string }) => ({ text: saved[uri] ?? null }));
    await start(rich, { reads: true }, { workspaceFolders: null, rootUri: 'memfs:/plans' });
    const uri = 'memfs:/plans/2025/draft.md';
    open(uri, draft);
    const { diagnostics } = await version(uri, 1);
    assert.deepEqual(byRule(diagnostics, 'target-direction'), []);
    assert.equal(byRule(diagnostics, 'indicator-value').length, 1);
  });

  it('checks the files of a plan as one, those that are not open too', async () => {
    save('planlint.json', '{ "plans": [{ "files": ["第*章.md"] }] }');
    save('第一章.md', draft);
    const chapter = '## 第二章 主要任务\n\n到2025年，人均预期寿命达到79.6岁。\n';
    save('第二章.md', chapter);
    await start();
    open(uriOf('第二章.md'), chapter);
    const [conflict] = byRule((await version(uriOf('第二章.md'), 1)).diagnostics, 'value-conflict');
    assert.ok(conflict);
    assert.match(textIn(chapter, conflict.range), /79\.6/);
    const [table] = conflict.relatedInformation ?? [];
    assert.equal(table?.location.uri, uriOf('第一章.md'));
    assert.match(table ? textIn(draft, table.location.range) : '', /78\.6/);

    // Mended in the other file, before it is saved.
    open(uriOf('第一章.md'), draft.replace('78.6', '79.6'));
    assert.deepEqual(byRule((await version(uriOf('第二章.md'), 1)).diagnostics, 'value-conflict'), []);
  });

  it('counts in bytes for a client that does, and tells one without related places of them in the message', async () => {
    const { capabilities } = await start({ general: { positionEncodings: ['utf-8', 'utf-16'] } });
    assert.equal(capabilities.positionEncoding, 'utf-8');
    const uri = uriOf('规划.md');
    const row = '| 2 | 孕产妇死亡率（/10万） | 11.2 | ';
    const line = rangeOf(draft, row).start.line;
    const bytes = Buffer.byteLength(row);
    const bad = { start: { line, character: bytes }, end: { line, character: bytes + Buffer.byteLength('≤14.5') } };
    open(uri, draft);
    const [direction] = byRule((await editor.diagnostics(uri)).diagnostics, 'target-direction');
    assert.deepEqual(direction?.range, bad);
    assert.equal(direction?.relatedInformation, undefined);
    assert.match(String(direction?.message), new RegExp(`第${line + 1}行：`));

    const [action] = await actions(uri, {
      start: { line: line + 1, character: 0 },
      end: { line: line + 2, character: 0 },
    });
    assert.deepEqual(Object.keys(action?.edit?.changes ?? {}), [uri]);

    change(uri, 2, { range: bad, text: '≤10.5' });
    assert.deepEqual(byRule((await editor.diagnostics(uri)).diagnostics, 'target-direction'), []);
  });

  it('outlives requests that make no sense', async () => {
    await start();
    await assert.rejects(editor.request('textDocument/nothing', {}), { code: -32601 });
    await assert.rejects(editor.request('textDocument/codeAction', {}));
    change(uriOf('unknown.md'), 5, { range: rangeOf(draft, '云溪'), text: '' });
    const uri = uriOf('规划.md');
    open(uri, draft);
    change(uri, 2, { range: { start: { line: 900, character: 4 }, end: { line: 901, character: 0 } }, text: '完\n' });
    assert.equal(byRule((await version(uri, 2)).diagnostics, 'target-direction').length, 1);
  });

  it('ends with status 0 after a shutdown, and with 1 without', async () => {
    await start();
    assert.equal(await editor.request('shutdown'), null);
    editor.notify('exit');
    assert.equal(await editor.exit(), 0);
    await start();
    editor.notify('exit');
    assert.equal(await editor.exit(), 1);
  });

  it('speaks over IPC as well', async () => {
    await start();
    const child = fork(await built('server.js'), ['--node-ipc'], { stdio: 'inherit' });
    const answered = new Promise<Message>((resolve) => child.once('message', (message) => resolve(message as Message)));
    const params = { processId: process.pid, rootUri: null, capabilities: {} };
    child.send({ jsonrpc: '2.0', id: 1, method: 'initialize', params });
    const { result } = (await answered) as { result: InitializeResult };
    assert.equal(result.capabilities.positionEncoding, 'utf-16');
    child.kill();
  });
});

describe('the language server without a word on how to speak', () => {
  it('says which ways there are, and ends with status 2', async () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [await built('server.js')], { encoding: 'utf8' });
    assert.equal(status, 2);
    assert.equal(stdout, '');
    assert.match(stderr, /请.*--stdio/);
  });
});
