import assert from 'node:assert/strict';
import type { TextEdit } from 'vscode-languageserver';
import { applied, rangeOf } from './lsp-editor.ts';
import { useSession } from './lsp-session.ts';

const first = '|指标|2020年|2025年|指标性质|\n|---|---|---|---|\n|人均预期寿命（岁）|77.6|78.6|预期性|';
const second = '> |项目|投资|\n> |---|---|\n> |迁建|1.2亿元|';
const draft = `# 云溪市“十四五”卫生健康发展规划\n\n${first}\n\n正文。\n\n${second}\n`;
const firstAligned =
  '| 指标               | 2020年 | 2025年 | 指标性质 |\n| ------------------ | ------ | ------ | -------- |\n| 人均预期寿命（岁） | 77.6   | 78.6   | 预期性   |';
const secondAligned = '> | 项目 | 投资    |\n> | ---- | ------- |\n> | 迁建 | 1.2亿元 |';

describe('tables aligned by the server', () => {
  const session = useSession();
  const uri = () => session.uriOf('规划.md');
  const options = { tabSize: 4, insertSpaces: true };
  const ask = (method: string, params: object = {}) =>
    session.request<TextEdit[]>(`textDocument/${method}`, { textDocument: { uri: uri() }, options, ...params });

  async function start(text = draft): Promise<void> {
    await session.start();
    session.open(uri(), text);
  }

  it('are those of the whole document, and after that nothing is left to do', async () => {
    await start();
    const aligned = applied(draft, await ask('formatting'));
    assert.equal(aligned, draft.replace(first, firstAligned).replace(second, secondAligned));
    session.change(uri(), 2, { text: aligned });
    assert.deepEqual(await ask('formatting'), []);
  });

  it('are those that a selection touches, whole', async () => {
    await start();
    const edits = await ask('rangeFormatting', { range: rangeOf(draft, '迁建') });
    assert.equal(applied(draft, edits), draft.replace(second, secondAligned));
    assert.deepEqual(await ask('rangeFormatting', { range: rangeOf(draft, '正文') }), []);
  });

  it('follow the bar that ends a cell, and the line that ends a row', async () => {
    await start();
    const after = (word: string) => rangeOf(draft, word).end;
    const bar = await ask('onTypeFormatting', { ch: '|', position: after('|77.6|') });
    assert.equal(applied(draft, bar), draft.replace(first, firstAligned));

    const text = draft.replace(first, `${first}\n`);
    session.change(uri(), 2, { text });
    const below = { line: rangeOf(draft, first).start.line + 3, character: 0 };
    const ended = await ask('onTypeFormatting', { ch: '\n', position: below });
    assert.equal(applied(text, ended), text.replace(first, firstAligned));

    // A row torn in two is about to be joined again.
    const torn = draft.replace('|77.6|', '|77\n.6|');
    session.change(uri(), 3, { text: torn });
    assert.deepEqual(await ask('onTypeFormatting', { ch: '\n', position: below }), []);
  });

  it('are left alone in Markdown that is no plan, and where there is no document', async () => {
    await start('# 说明\n\n|a|b|\n|---|---|\n');
    assert.deepEqual(await ask('formatting'), []);
    assert.deepEqual(await ask('formatting', { textDocument: { uri: session.uriOf('没有.md') } }), []);
  });
});
