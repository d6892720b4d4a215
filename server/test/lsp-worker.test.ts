import assert from 'node:assert/strict';
import type { InitializeResult } from 'vscode-languageserver';
import { built, byRule, startWorker } from './lsp-editor.ts';

const draft = `| 主要指标 | 2020年 | 2025年 | 指标性质 |
|---|---|---|---|
| 孕产妇死亡率（/10万） | 11.2 | ≤14.5 | 预期性 |
`;

describe('the language server in a web worker', function () {
  this.timeout(60_000);

  it('loads where there is neither Node nor a page, and checks a draft', async () => {
    const editor = await startWorker(await built('planlint.js'));
    for (const name of ['process', 'require', 'document']) assert.equal(editor.typeOf(name), 'undefined');

    const params = { processId: null, rootUri: null, capabilities: {}, initializationOptions: { reads: true } };
    const { capabilities } = await editor.request<InitializeResult>('initialize', params);
    assert.equal(capabilities.positionEncoding, 'utf-16');
    editor.notify('initialized', {});

    const uri = 'vscode-vfs://github/yunxi/plans/draft.md';
    editor.answer('planlint/read', () => ({ text: null }));
    editor.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text: draft } });
    const { diagnostics } = await editor.diagnostics(uri);
    const [direction] = byRule(diagnostics, 'target-direction');
    assert.deepEqual(direction?.range.start, { line: 2, character: '| 孕产妇死亡率（/10万） | 11.2 | '.length });
    // The client was asked for the configuration beside the draft: this host has no other way to it.
    assert.deepEqual(await editor.heard('planlint/read'), { uri: 'vscode-vfs://github/yunxi/plans/planlint.json' });
  });
});
