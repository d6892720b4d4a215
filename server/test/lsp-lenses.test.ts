import assert from 'node:assert/strict';
import type { CodeLens, Location } from 'vscode-languageserver';
import { rangeOf, textIn } from './lsp-editor.ts';
import { useSession } from './lsp-session.ts';

const table = `# 云溪市“十四五”卫生健康发展规划

## 第一章 发展目标

| 主要指标 | 2020年 | 2025年 | 指标性质 |
|---|---|---|---|
| 人均预期寿命（岁） | 77.6 | 78.6 | 预期性 |
| 孕产妇死亡率（/10万） | 11.2 | ≤10.5 | 预期性 |
| 婴儿死亡率（‰） | 4.1 | ≤3.5 | 预期性 |
`;
const chapter =
  '## 第二章 主要任务\n\n到2025年，人均预期寿命达到79.6岁。提高人均预期寿命。\n\n到2025年，孕产妇死亡率控制在10.5/10万以下。\n';

describe('code lenses', function () {
  this.timeout(60_000);
  const editor = useSession();
  const { start, uriOf, save, open, change } = editor;
  const lenses = (uri: string) => editor.request<CodeLens[] | null>('textDocument/codeLens', { textDocument: { uri } });
  const resolve = (lens: CodeLens) => editor.request<CodeLens>('codeLens/resolve', lens);

  function openPlan(): void {
    save('planlint.json', '{ "plans": [{ "files": ["第一章.md", "第二章.md"] }] }');
    save('第一章.md', table);
    save('第二章.md', chapter);
    open(uriOf('第一章.md'), table);
  }

  it('tell of each row how often the plan speaks of it and whether it agrees, and lead there', async () => {
    const { capabilities } = await start({}, { commands: true });
    assert.deepEqual(capabilities.codeLensProvider, { resolveProvider: true });
    openPlan();
    const uri = uriOf('第一章.md');
    const bare = (await lenses(uri)) ?? [];
    assert.ok(bare.every(({ command }) => command === undefined));
    const resolved = await Promise.all(bare.map(resolve));
    assert.deepEqual(
      resolved.map(({ range, command }) => `${textIn(table, range)} ${command?.title}`),
      [
        '人均预期寿命 引用 2 处，1 处不一致',
        '人均预期寿命 统一为表中的数值',
        '孕产妇死亡率 引用 1 处',
        '婴儿死亡率 别处未提及',
      ],
    );
    const [places, carry, , none] = resolved.map(({ command }) => command);
    assert.equal(places?.command, 'planlint.showReferences');
    const [file, position, locations] = (places?.arguments ?? []) as [string, object, Location[]];
    assert.deepEqual([file, position], [uri, rangeOf(table, '人均预期寿命').start]);
    assert.deepEqual(
      locations.map((location) => `${location.uri} ${textIn(chapter, location.range)}`),
      Array(2).fill(`${uriOf('第二章.md')} 人均预期寿命`),
    );
    assert.equal(carry?.command, 'planlint.carryValue');
    assert.deepEqual(carry?.arguments, [uri, rangeOf(table, '78.6').start]);
    assert.equal(none?.command, '');
    assert.deepEqual(await lenses(uriOf('第二章.md')), []);
  });

  it('say nothing where the row has gone', async () => {
    await start({}, { commands: true });
    openPlan();
    const bare = (await lenses(uriOf('第一章.md'))) ?? [];
    change(uriOf('第一章.md'), 2, { text: '' });
    for (const lens of bare) assert.equal((await resolve(lens)).command?.title, '');
  });

  it('are not there for a user who does not want them', async () => {
    editor.answer('workspace/configuration', ({ items }: { items: readonly object[] }) =>
      items.map(() => ({ codeLens: false })),
    );
    await start({ workspace: { configuration: true } }, { commands: true });
    openPlan();
    assert.equal(await lenses(uriOf('第一章.md')), null);
  });

  it('are not offered to an editor without the commands', async () => {
    const { capabilities } = await start({});
    assert.equal(capabilities.codeLensProvider, undefined);
  });
});
