import assert from 'node:assert/strict';
import type { CompletionItem, CompletionList, InsertReplaceEdit, Range, TextEdit } from 'vscode-languageserver';
import { applied, rangeOf } from './lsp-editor.ts';
import { rich, useSession } from './lsp-session.ts';

const draft = `---
标题: 云溪市“十四五”卫生健康发展规划
地区: 云溪市
规划期: 2021-2025
---

# 云溪市“十四五”卫生健康发展规划

## 第一章 发展目标

表1 云溪市主要发展指标

| 序号 | 主要指标 | 2020年 | 2025年 | 指标性质 |
|---|---|---|---|---|
| 1 | 人均预期寿命（岁） | 77.6 | 78.6 | 预期性 |
| 2 | 婴儿 | 4.1 | 3.9 | |

到2025年，全市人均

> **专栏1 能力提升工程**
>
> 1. **急救站项目**
>    - 建设内容：新建急救站6个
>    - 
`;

const clever = {
  ...rich,
  textDocument: {
    ...rich.textDocument,
    completion: {
      completionItem: {
        snippetSupport: true,
        labelDetailsSupport: true,
        insertReplaceSupport: true,
        documentationFormat: ['markdown', 'plaintext'],
      },
    },
  },
};

describe('what the server proposes', () => {
  const session = useSession();
  const uri = () => session.uriOf('规划.md');

  async function start(capabilities: object = clever, options?: object, text = draft): Promise<void> {
    await session.start(capabilities, options);
    session.open(uri(), text);
  }

  const ask = (position: Range['end'], context?: object) =>
    session.request<CompletionList | null>('textDocument/completion', {
      textDocument: { uri: uri() },
      position,
      context,
    });
  const after = (word: string, text = draft) => rangeOf(text, word).end;
  const named = (list: CompletionList | null, label: string): CompletionItem => {
    const item = list?.items.find((one) => one.label === label);
    assert.ok(item, `${label} is not among: ${list?.items.map((one) => one.label).join(' ')}`);
    return item;
  };

  it('is names in a table cell, in their order, and what the lexicon knows of one when that is asked', async () => {
    await start();
    const list = await ask(after('| 2 | 婴儿'));
    const item = named(list, '婴儿死亡率');
    assert.equal(item.labelDetails?.description, '‰，卫生健康');
    assert.equal(item.documentation, undefined);
    const edit = item.textEdit as InsertReplaceEdit;
    assert.deepEqual(edit.insert, rangeOf(draft, '婴儿'));
    assert.equal(edit.newText, '婴儿死亡率（‰）');
    const order = list?.items.map(({ sortText }) => sortText ?? '') ?? [];
    assert.deepEqual([...order].sort(), order);
    const resolved = await session.request<CompletionItem>('completionItem/resolve', item);
    assert.match((resolved.documentation as { value: string }).value, /越低越好/);
  });

  it('is a name in the text, written over what was begun of it', async () => {
    await start();
    const item = named(await ask(after('全市人均')), '人均预期寿命');
    const { newText, insert } = item.textEdit as InsertReplaceEdit;
    assert.equal(applied(draft, [{ range: insert, newText }]), draft.replace('全市人均\n', '全市人均预期寿命\n'));
    assert.match(item.labelDetails?.description ?? '', /77\.6岁.*78\.6岁/);
  });

  it('is the fields that the plan’s own schema asks for', async () => {
    session.save('planlint.json', '{ "boxSchema": "项目.schema.json" }');
    session.save('项目.schema.json', '{ "type": "object", "required": ["名称", "建设内容", "验收单位"] }');
    await start();
    const field = { line: after('急救站6个').line + 1, character: '>    - '.length };
    const [first] = (await ask(field))?.items ?? [];
    assert.deepEqual([first?.label, first?.labelDetails?.description], ['验收单位', '必填']);
  });

  it('is plain text for an editor that knows no snippets, no details, no documents in Markdown', async () => {
    await start(rich);
    const item = named(await ask(after('| 2 | 婴儿')), '婴儿死亡率');
    assert.equal(item.detail, '‰，卫生健康');
    assert.deepEqual((item.textEdit as TextEdit).range, rangeOf(draft, '婴儿'));
    const resolved = await session.request<CompletionItem>('completionItem/resolve', item);
    assert.equal(typeof resolved.documentation, 'string');

    const text = `${draft}\n\n`;
    session.change(uri(), 2, { text });
    const end = { line: text.split('\n').length - 1, character: 0 };
    assert.deepEqual((await ask(end))?.items, []);
  });

  it('is templates where the editor fills in snippets, and goes on to the next word in the extension', async () => {
    const text = `${draft}\n\n<!--\n`;
    await start(clever, { commands: true }, text);
    const blank = { line: text.split('\n').length - 3, character: 0 };
    assert.equal(named(await ask(blank), '专栏2').insertTextFormat, 2);
    const comment = named(await ask(after('<!--', text)), 'planlint-disable-file');
    assert.equal(comment.command?.command, 'editor.action.triggerSuggest');
    const rule = named(await ask(after('<!--', text)), 'planlint-disable-next-line');
    assert.match((rule.textEdit as InsertReplaceEdit).newText, /\$\{2:理由\} -->/);
  });

  it('is nothing because of a space or a colon in the text, nor in Markdown that is no plan', async () => {
    await start();
    const typed = (triggerCharacter: string) => ({ triggerKind: 2, triggerCharacter });
    assert.deepEqual((await ask(after('到2025年，'), typed(' ')))?.items, []);
    assert.deepEqual((await ask(after('到2025年，'), typed('：')))?.items, []);
    session.open(session.uriOf('读我.md'), '# 说明\n\n人均');
    const elsewhere = { textDocument: { uri: session.uriOf('读我.md') }, position: { line: 2, character: 2 } };
    assert.equal(await session.request('textDocument/completion', elsewhere), null);
  });
});
