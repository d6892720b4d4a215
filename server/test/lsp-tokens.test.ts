import assert from 'node:assert/strict';
import type { Range, SemanticTokens, SemanticTokensDelta, SemanticTokensLegend } from 'vscode-languageserver';
import { rangeOf } from './lsp-editor.ts';
import { useSession } from './lsp-session.ts';

const table = `# 云溪市“十四五”卫生健康发展规划

## 第一章 发展目标

| 主要指标 | 2020年 | 2025年 | 指标性质 |
|---|---|---|---|
| 𠮷人均预期寿命（岁） | 77.6 | 78.6 | 预期性 |
| 孕产妇死亡率（/10万） | 11.2 | ≤10.5 | 预期性 |
`;
const chapter = '## 第二章 主要任务\n\n到2025年，孕产妇死亡率控制在10.5/10万以下。\n';
const written = [
  'indicator* 𠮷人均预期寿命',
  'unit 岁',
  'baseline 77.6',
  'target 78.6',
  'indicator* 孕产妇死亡率',
  'unit /10万',
  'baseline 11.2',
  'bound ≤',
  'target 10.5',
];

const units = {
  'utf-8': (text: string) => Buffer.from(text),
  'utf-16': (text: string) => [...Array(text.length).keys()].map((at) => text[at]),
  'utf-32': (text: string) => [...text],
};

describe('colours', function () {
  this.timeout(60_000);
  const editor = useSession();
  const { start, uriOf, save, open, change } = editor;
  const ask = <T>(kind: string, uri: string, more: object = {}) =>
    editor.request<T>(`textDocument/semanticTokens/${kind}`, { textDocument: { uri }, ...more });

  /** `kind word` for each token, `*` for a declaration, in a text whose lines the client counts in its own units. */
  function words(
    text: string,
    { data }: SemanticTokens,
    { tokenTypes }: SemanticTokensLegend,
    encoding: keyof typeof units = 'utf-16',
  ) {
    const lines = text.split('\n').map((line) => units[encoding](line));
    const told: string[] = [];
    let [line, character] = [0, 0];
    for (let at = 0; at < data.length; at += 5) {
      const [lineDelta = 0, characterDelta = 0, length = 0, kind = 0, modifiers = 0] = data.slice(at, at + 5);
      line += lineDelta;
      character = lineDelta ? characterDelta : character + characterDelta;
      const word = lines[line]?.slice(character, character + length) ?? '';
      told.push(
        `${tokenTypes[kind]}${modifiers ? '*' : ''} ${Buffer.isBuffer(word) ? word : (word as string[]).join('')}`,
      );
    }
    return told;
  }

  async function legend(
    capabilities: object = {},
    options: object = { commands: true },
  ): Promise<SemanticTokensLegend> {
    const { capabilities: server } = await start(capabilities, options);
    const provider = server.semanticTokensProvider;
    assert.deepEqual([provider?.full, provider?.range], [{ delta: true }, true]);
    assert.ok(provider);
    return provider.legend;
  }

  for (const encoding of Object.keys(units) as (keyof typeof units)[])
    it(`say what the words of a plan are, counted in ${encoding}`, async () => {
      const names = await legend({ general: { positionEncodings: [encoding] } });
      const uri = uriOf('规划.md');
      open(uri, table);
      assert.deepEqual(words(table, await ask('full', uri), names, encoding), written);
    });

  it('have names that any editor knows where it has none for plans', async () => {
    const { tokenTypes, tokenModifiers } = await legend({}, {});
    assert.deepEqual(tokenTypes, ['property', 'number', 'number', 'operator', 'type', 'parameter']);
    assert.deepEqual(tokenModifiers, ['declaration']);
  });

  it('are given for a part of the text', async () => {
    const names = await legend();
    const uri = uriOf('规划.md');
    open(uri, table);
    const range: Range = { start: rangeOf(table, '孕产妇').start, end: rangeOf(table, ' 11.2').start };
    assert.deepEqual(words(table, await ask('range', uri, { range }), names), [
      'indicator* 孕产妇死亡率',
      'unit /10万',
    ]);
  });

  it('are told again as what has changed, in the files of one plan', async () => {
    save('planlint.json', '{ "plans": [{ "files": ["第一章.md", "第二章.md"] }] }');
    save('第一章.md', table);
    save('第二章.md', chapter);
    const names = await legend({ workspace: { semanticTokens: { refreshSupport: true } } });
    const [one, two] = [uriOf('第一章.md'), uriOf('第二章.md')];
    open(one, table);
    open(two, chapter);
    const full = await ask<SemanticTokens>('full', two);
    assert.deepEqual(words(chapter, full, names), [
      'indicator 孕产妇死亡率',
      'target 10.5',
      'unit /10万',
      'bound 以下',
    ]);
    await ask('full', one);

    const edited = chapter.replace('以下。', '以下，人均预期寿命达到78.6岁。');
    change(two, 2, { text: edited });
    const { edits, resultId } = await ask<SemanticTokensDelta>('full/delta', two, { previousResultId: full.resultId });
    const data = [...full.data];
    for (const { start: at, deleteCount, data: more = [] } of [...edits].reverse())
      data.splice(at, deleteCount, ...more);
    assert.ok(edits.length > 0 && data.length > full.data.length);
    assert.deepEqual(words(edited, { data }, names).slice(-3), ['indicator 人均预期寿命', 'target 78.6', 'unit 岁']);

    // Nothing has changed; an id that the server does not know gets everything.
    assert.deepEqual((await ask<SemanticTokensDelta>('full/delta', two, { previousResultId: resultId })).edits, []);
    const all = await ask<SemanticTokens>('full/delta', two, { previousResultId: 'unknown' });
    assert.deepEqual(all.data, data);

    // The name goes out of the table in the other file.
    change(one, 2, { range: rangeOf(table, '孕产妇死亡率'), text: '产妇人数' });
    await editor.heard('workspace/semanticTokens/refresh');
  });

  it('are none in what is no plan, closed or unknown', async () => {
    await legend();
    open(uriOf('README.md'), '# 说明\n');
    for (const name of ['README.md', 'nowhere.md']) {
      assert.equal(await ask('full', uriOf(name)), null);
      assert.equal(await ask('full/delta', uriOf(name), { previousResultId: '1' }), null);
    }
  });
});
