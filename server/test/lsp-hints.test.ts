import assert from 'node:assert/strict';
import type { InlayHint, InlayHintLabelPart, Range } from 'vscode-languageserver';
import { rangeOf, textIn } from './lsp-editor.ts';
import { useSession } from './lsp-session.ts';

const table = `# 云溪市“十四五”卫生健康发展规划

## 第一章 发展目标

| 主要指标 | 2020年 | 2025年 | 指标性质 |
|---|---|---|---|
| 人均预期寿命（岁） | 77.6 | 78.6 | 预期性 |
| 孕产妇死亡率（/10万） | 11.2 | ≤10.5 | 预期性 |
`;
const chapter = '## 第二章 主要任务\n\n到2025年，人均预期寿命达到79.6岁。\n';
const everything = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };
const lazy = { textDocument: { inlayHint: { resolveSupport: { properties: ['tooltip', 'label.location'] } } } };

describe('hints in the text', function () {
  this.timeout(60_000);
  const editor = useSession();
  const { start, uriOf, save, open, change } = editor;

  const hints = (uri: string, range: Range = everything) =>
    editor.request<InlayHint[] | null>('textDocument/inlayHint', { textDocument: { uri }, range });
  const words = ({ label }: InlayHint) =>
    typeof label === 'string' ? label : label.map(({ value }) => value).join('');
  const partsOf = ({ label }: InlayHint) => label as InlayHintLabelPart[];
  /** `78.6⟨+1⟩`: the text of the line up to the hint, from the last blank. */
  const shown = (text: string) => (hint: InlayHint) =>
    `${textIn(text, { start: { ...hint.position, character: 0 }, end: hint.position })
      .split(' ')
      .at(-1)}⟨${words(hint)}⟩`;

  function openPlan(): void {
    save('planlint.json', '{ "plans": [{ "files": ["第一章.md", "第二章.md"] }] }');
    save('第一章.md', table);
    save('第二章.md', chapter);
  }

  it('stand behind targets and behind values that differ from the table, with what they mean and the way to the table', async () => {
    openPlan();
    const { capabilities } = await start({});
    assert.deepEqual(capabilities.inlayHintProvider, { resolveProvider: true });
    open(uriOf('第一章.md'), table);
    open(uriOf('第二章.md'), chapter);
    const inTable = (await hints(uriOf('第一章.md'))) ?? [];
    assert.deepEqual(inTable.map(shown(table)), ['78.6⟨+1 年均+0.2⟩', '≤10.5⟨−0.7 年均−0.14⟩']);
    assert.equal(inTable[0]?.tooltip, '“人均预期寿命”从77.6到78.6：提高1岁，年均提高0.2岁');

    const [other, ...more] = (await hints(uriOf('第二章.md'))) ?? [];
    assert.ok(other && more.length === 0);
    assert.equal(shown(chapter)(other), '到2025年，人均预期寿命达到79.6岁⟨表：78.6岁⟩');
    const { location } = partsOf(other).at(-1) ?? {};
    assert.equal(location?.uri, uriOf('第一章.md'));
    assert.equal(location && textIn(table, location.range), '78.6');
  });

  it('are explained when somebody wants to know, for a client that asks then', async () => {
    openPlan();
    await start(lazy);
    open(uriOf('第二章.md'), chapter);
    const [bare] = (await hints(uriOf('第二章.md'))) ?? [];
    assert.ok(bare);
    assert.equal(bare.tooltip, undefined);
    assert.equal(
      partsOf(bare).some(({ location }) => location),
      false,
    );
    const resolved = await editor.request<InlayHint>('inlayHint/resolve', bare);
    assert.match(String(resolved.tooltip), /指标表里“人均预期寿命”2025年为78\.6岁，此处为79\.6岁/);
    assert.equal(partsOf(resolved).at(-1)?.location?.uri, uriOf('第一章.md'));

    // The text has changed since.
    change(uriOf('第二章.md'), 2, { text: '' });
    assert.deepEqual(await editor.request('inlayHint/resolve', bare), bare);
  });

  it('are given for the lines that are asked about, in the client’s own count', async () => {
    await start({ general: { positionEncodings: ['utf-8'] } });
    open(uriOf('规划.md'), table);
    const line = rangeOf(table, '孕产妇').start.line;
    const [hint, ...more] =
      (await hints(uriOf('规划.md'), { start: { line, character: 0 }, end: { line: line + 1, character: 0 } })) ?? [];
    assert.ok(hint && more.length === 0);
    assert.deepEqual(hint.position, { line, character: Buffer.byteLength('| 孕产妇死亡率（/10万） | 11.2 | ≤10.5') });
  });

  it('are shown as the user has set, each kind by itself, and asked for again when that changes', async () => {
    openPlan();
    let inlayHints: object = { change: false };
    editor.answer('workspace/configuration', ({ items }: { items: readonly object[] }) =>
      items.map(() => ({ inlayHints })),
    );
    await start({ workspace: { configuration: true, inlayHint: { refreshSupport: true } } });
    open(uriOf('第一章.md'), table);
    open(uriOf('第二章.md'), chapter);
    assert.deepEqual(await hints(uriOf('第一章.md')), []);
    assert.equal((await hints(uriOf('第二章.md')))?.length, 1);
    inlayHints = { difference: false };
    editor.notify('workspace/didChangeConfiguration', { settings: null });
    await editor.heard('workspace/inlayHint/refresh');
    assert.equal((await hints(uriOf('第一章.md')))?.length, 2);
    assert.deepEqual(await hints(uriOf('第二章.md')), []);
  });

  it('are asked for again when another file of the plan changes them', async () => {
    openPlan();
    await start({ workspace: { inlayHint: { refreshSupport: true } } });
    open(uriOf('第一章.md'), table);
    open(uriOf('第二章.md'), chapter);
    assert.equal((await hints(uriOf('第二章.md')))?.length, 1);
    change(uriOf('第一章.md'), 2, { range: rangeOf(table, '78.6'), text: '79.6' });
    assert.deepEqual(await hints(uriOf('第二章.md')), []);
    await editor.heard('workspace/inlayHint/refresh');
  });

  it('are none in what is no plan, closed or unknown', async () => {
    await start({});
    open(uriOf('README.md'), '# 说明\n\n| 名称 | 数量 |\n|---|---|\n| 甲 | 25 |\n');
    for (const name of ['README.md', 'nowhere.md']) assert.equal(await hints(uriOf(name)), null);
  });
});
