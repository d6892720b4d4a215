import assert from 'node:assert/strict';
import type { DocumentHighlight, Location, LocationLink } from 'vscode-languageserver';
import { textIn } from './lsp-editor.ts';
import { BOM, files, type Name, usePlan } from './lsp-plan.ts';

describe('finding one’s way through a plan', function () {
  this.timeout(60_000);
  const editor = usePlan();
  const { start, uriOf, save, open, begin, at, say } = editor;

  const links = { textDocument: { definition: { linkSupport: true } } };

  describe('definition', () => {
    const goTo = async (name: Name, fragment: string) =>
      (await editor.request<Location[]>('textDocument/definition', at(name, fragment))).map(say);

    it('leads from a name, a value and another name to the row, and on to the row of the plan above', async () => {
      await begin();
      const rows = ['一.md 人均预期寿命', '上位/省规划.md 人均预期寿命'];
      assert.deepEqual(await goTo('二.md', '人均预‸期寿命'), rows);
      assert.deepEqual(await goTo('二.md', '达到7‸9.2岁'), rows);
      assert.deepEqual(await goTo('一.md', '人均期‸望寿命'), rows);
      assert.deepEqual(await goTo('二.md', '和注‸册护士数'), ['一.md 每千人口注册护士数']);
    });

    it('leads to where a thing without a row is told of first', async () => {
      await begin();
      assert.deepEqual(await goTo('一.md', '达到22‸.6%'), ['一.md 居民健康素养水平']);
    });

    it('leads from a reference to the table, the box, the chapter and the footnote', async () => {
      await begin();
      assert.deepEqual(await goTo('二.md', '见表‸1'), ['一.md 表1 青岚市主要发展指标']);
      assert.deepEqual(await goTo('二.md', '见专‸栏1'), ['二.md 专栏1 服务能力提升项目']);
      assert.deepEqual(await goTo('二.md', '[‸^1]。'), ['二.md [^1]']);
      open(uriOf('三.md'), files['三.md']);
      assert.deepEqual(await goTo('三.md', '见第三‸章第一节'), ['二.md 第一节 提升服务能力']);
    });

    it('leads from the path of a plan above to that file', async () => {
      await begin();
      assert.deepEqual(await goTo('一.md', '上位/‸省规划.md'), ['上位/省规划.md ']);
    });

    it('shows a client that can the whole of what it leads to', async () => {
      await begin(links);
      const [link] = await editor.request<LocationLink[]>('textDocument/definition', at('二.md', '见专‸栏1'));
      assert.ok(link?.originSelectionRange);
      assert.equal(textIn(files['二.md'], link.originSelectionRange), '专栏1');
      assert.equal(textIn(files['二.md'], link.targetSelectionRange), '专栏1 服务能力提升项目');
      assert.match(textIn(files['二.md'], link.targetRange), /^> \*\*专栏1.*急救站1所。$/s);
    });

    it('leads nowhere where nothing stands', async () => {
      await begin();
      assert.deepEqual(await goTo('二.md', '新‸建实验楼'), []);
    });
  });

  describe('references', () => {
    const find = async (name: Name, fragment: string, includeDeclaration = true) => {
      const params = { ...at(name, fragment), context: { includeDeclaration } };
      return (await editor.request<Location[]>('textDocument/references', params)).map(say);
    };

    it('are every name and every value of an indicator, in every file, opened or not', async () => {
      await begin();
      const places = [
        '一.md 人均期望寿命',
        '一.md 77.6岁',
        '一.md 人均预期寿命',
        '一.md 77.6',
        '一.md 78.6',
        '二.md 人均预期寿命',
        '二.md 79.2岁',
        '三.md 人均预期寿命',
      ];
      assert.deepEqual(await find('二.md', '人均预‸期寿命'), places);
      assert.deepEqual(await find('一.md', '| 人均预‸期寿命'), places);
      assert.deepEqual(
        await find('一.md', '| 人均预‸期寿命', false),
        places.filter((place) => !['一.md 人均预期寿命', '一.md 77.6', '一.md 78.6'].includes(place)),
      );
    });

    it('are the title and all that refer to it', async () => {
      await begin();
      assert.deepEqual(await find('二.md', '**专‸栏1'), ['二.md 专栏1', '二.md 专栏1 服务能力提升项目']);
      assert.deepEqual(await find('一.md', '表‸1 青岚'), ['一.md 表1 青岚市主要发展指标', '二.md 表1']);
      assert.deepEqual(await find('二.md', '第‸一节', false), ['三.md 第三章第一节']);
    });
  });

  describe('highlights', () => {
    it('are the names and values in this file, those of the row as what lays them down', async () => {
      await begin();
      const found = await editor.request<DocumentHighlight[]>(
        'textDocument/documentHighlight',
        at('一.md', '| 人均预‸期寿命'),
      );
      assert.deepEqual(
        found.map(({ range, kind }) => `${kind === 3 ? 'row' : 'text'} ${textIn(files['一.md'], range)}`),
        ['text 人均期望寿命', 'text 77.6岁', 'row 人均预期寿命', 'row 77.6', 'row 78.6'],
      );
    });
  });

  it('counts in bytes for a client that does', async () => {
    await begin({ general: { positionEncodings: ['utf-8'] } });
    const line = '到2025年，人均预期寿命达到79.2岁';
    const { position } = at('二.md', '人‸均预期寿命');
    const character = Buffer.byteLength(line.slice(0, line.indexOf('均')));
    const [row] = await editor.request<Location[]>('textDocument/definition', {
      textDocument: { uri: uriOf('二.md') },
      position: { ...position, character },
    });
    const cell = '| 1 | 人均预期寿命';
    assert.equal(row?.range.start.character, Buffer.byteLength('| 1 | '));
    assert.equal(row?.range.end.character, Buffer.byteLength(cell));
  });

  it('goes past a byte order mark that the editor keeps', async () => {
    save('规划.md', '');
    await start();
    const uri = uriOf('规划.md');
    const text = `${BOM}# 人均预期寿命监测规划\n\n${files['一.md'].slice(files['一.md'].indexOf('表1'))}`;
    open(uri, text);
    const found = await editor.request<Location[]>('textDocument/references', {
      textDocument: { uri },
      position: { line: 0, character: 4 },
      context: { includeDeclaration: false },
    });
    assert.deepEqual(
      found.map(({ range }) => textIn(text, range)),
      ['人均预期寿命'],
    );
  });

  it('answers at once for what is no plan, closed, or beyond the end', async () => {
    await begin();
    const note = uriOf('说明.md');
    open(note, '# 说明\n\n人均预期寿命见表1。\n');
    const params = (uri: string, line: number) => ({
      textDocument: { uri },
      position: { line, character: 3 },
      context: { includeDeclaration: true },
    });
    for (const method of ['definition', 'references', 'documentHighlight']) {
      assert.equal(await editor.request(`textDocument/${method}`, params(note, 2)), null);
      assert.equal(await editor.request(`textDocument/${method}`, params(uriOf('没有.md'), 2)), null);
      assert.deepEqual(await editor.request(`textDocument/${method}`, params(uriOf('二.md'), 900)), []);
    }
    editor.close(uriOf('二.md'));
    assert.deepEqual(
      (await editor.request<Location[]>('textDocument/definition', at('一.md', '人均期‸望寿命'))).map(say),
      ['一.md 人均预期寿命', '上位/省规划.md 人均预期寿命'],
    );
  });
});
