import assert from 'node:assert/strict';
import type { Range, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { applied, textIn } from './lsp-editor.ts';
import { files, type Name, usePlan } from './lsp-plan.ts';

const plain = { textDocument: { rename: { prepareSupport: true } } };
const versions = { ...plain, workspace: { workspaceEdit: { documentChanges: true } } };
const asking = {
  textDocument: { rename: { prepareSupport: true, honorsChangeAnnotations: true } },
  workspace: { workspaceEdit: { documentChanges: true, changeAnnotationSupport: { groupsOnLabel: true } } },
};

describe('renaming an indicator', function () {
  this.timeout(60_000);
  const editor = usePlan();
  const { begin, at, uriOf, open, change } = editor;

  const prepare = (name: Name, fragment: string) =>
    editor.request<{ range: Range; placeholder: string }>('textDocument/prepareRename', at(name, fragment));
  const rename = (name: Name, fragment: string, newName: string) =>
    editor.request<WorkspaceEdit>('textDocument/rename', { ...at(name, fragment), newName });
  const refusal = async (answer: Promise<unknown>) => {
    const error = await answer.then(
      () => assert.fail('it was not refused'),
      (error: { code: number; message: string }) => error,
    );
    assert.equal(error.code, -32803);
    return error.message;
  };
  const editsIn = (edit: WorkspaceEdit, name: Name) =>
    ((edit.documentChanges ?? []) as TextDocumentEdit[]).find(({ textDocument }) => textDocument.uri === uriOf(name));

  it('starts with the name at the cursor', async () => {
    await begin(plain);
    const { range, placeholder } = await prepare('二.md', '人均预‸期寿命');
    assert.equal(placeholder, '人均预期寿命');
    assert.equal(textIn(files['二.md'], range), '人均预期寿命');
    assert.equal((await prepare('一.md', '全市人均‸期望寿命')).placeholder, '人均期望寿命');
  });

  it('changes the name wherever it is written so, in files that are not open too, and keeps its other names', async () => {
    await begin(plain);
    const { changes = {} } = await rename('二.md', '人均预‸期寿命', ' 居民平均预期寿命 ');
    const after = (name: Name) => applied(files[name], changes[uriOf(name)] ?? []);
    assert.equal(after('一.md'), files['一.md'].replace('| 人均预期寿命（岁）', '| 居民平均预期寿命（岁）'));
    assert.equal(after('二.md'), files['二.md'].replace('人均预期寿命', '居民平均预期寿命'));
    assert.equal(after('三.md'), files['三.md'].replace('人均预期寿命', '居民平均预期寿命'));
    assert.equal(Object.keys(changes).length, 3);
  });

  it('is made for the versions of the files that it was worked out for', async () => {
    await begin(versions);
    change(uriOf('二.md'), 7, { text: files['二.md'].replace('79.2岁', '78.6岁') });
    const edit = await rename('一.md', '| 人均预‸期寿命', '居民平均预期寿命');
    assert.equal(editsIn(edit, '一.md')?.textDocument.version, 1);
    assert.equal(editsIn(edit, '二.md')?.textDocument.version, 7);
    assert.equal(editsIn(edit, '三.md')?.textDocument.version, null);
    assert.equal(edit.changeAnnotations, undefined);
  });

  it('asks a client that can ask whether the other names are to be unified', async () => {
    await begin(asking);
    const edit = await rename('一.md', '| 人均预‸期寿命', '居民平均预期寿命');
    const edits = editsIn(edit, '一.md')?.edits as (TextEdit & { annotationId?: string })[];
    const asked = edits.filter(({ annotationId }) => annotationId !== undefined);
    assert.deepEqual(
      asked.map(({ range }) => textIn(files['一.md'], range)),
      ['人均期望寿命'],
    );
    const annotation = edit.changeAnnotations?.[asked[0]?.annotationId ?? ''];
    assert.equal(annotation?.label, '“人均期望寿命”也改为“居民平均预期寿命”');
    assert.equal(annotation?.needsConfirmation, true);
    assert.equal(edits.length, 2);
  });

  it('lets be what is written together with other names', async () => {
    await begin(plain);
    const { changes = {} } = await rename('一.md', '每千人口注‸册护士数', '每千常住人口注册护士数');
    assert.deepEqual(Object.keys(changes), [uriOf('一.md')]);
    assert.match(await refusal(prepare('二.md', '和注‸册护士数')), /合写.*不能单独改名/);
  });

  it('keeps comments that name the row with it', async () => {
    await begin(plain);
    const uri = uriOf('规划.md');
    const table = files['一.md'].slice(files['一.md'].indexOf('表1'));
    const text = `# 规划\n\n## 一、目标\n\n<!-- planlint-disable-table target-direction 孕产妇死亡率 -- 基数小 -->\n\n${table}`;
    open(uri, text);
    const { changes = {} } = await editor.request<WorkspaceEdit>('textDocument/rename', {
      textDocument: { uri },
      position: { line: 11, character: 8 },
      newName: '孕产妇死亡比',
    });
    assert.equal(applied(text, changes[uri] ?? []), text.replaceAll('孕产妇死亡率', '孕产妇死亡比'));
  });

  it('says why a name cannot be changed', async () => {
    await begin(plain);
    assert.match(await refusal(prepare('二.md', '达到7‸9.2岁')), /请把光标放在指标的名称上/);
    assert.match(await refusal(prepare('二.md', '专‸栏1 服务')), /请把光标放在指标的名称上/);
    const to = (newName: string) => refusal(rename('一.md', '| 人均预‸期寿命', newName));
    assert.equal(await to('  '), '名称不能为空');
    assert.match(await to('人均\n寿命'), /换行/);
    assert.match(await to('人均|寿命'), /“|”/);
    assert.match(await to('人均寿命（岁）'), /不要带单位“（岁）”/);
    assert.match(await to('孕产妇死亡率'), /已有指标“孕产妇死亡率”/);
  });

  it('answers with nothing for what is no plan, and for a client that cannot prepare all the same', async () => {
    assert.equal((await begin()).capabilities.renameProvider, true);
    open(uriOf('说明.md'), '# 说明\n\n人均预期寿命。\n');
    const params = { textDocument: { uri: uriOf('说明.md') }, position: { line: 2, character: 2 } };
    assert.equal(await editor.request('textDocument/prepareRename', params), null);
    assert.equal(await editor.request('textDocument/rename', { ...params, newName: '寿命' }), null);
    const { changes = {} } = await rename('二.md', '人均预‸期寿命', '居民平均预期寿命');
    assert.equal(Object.keys(changes).length, 3);
  });
});
