import assert from 'node:assert/strict';
import type {
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  SelectionRange,
  SymbolInformation,
} from 'vscode-languageserver';
import { textIn } from './lsp-editor.ts';
import { files, type Name, usePlan } from './lsp-plan.ts';

describe('the outline of a plan', function () {
  this.timeout(60_000);
  const editor = usePlan();
  const { begin, uriOf, at, say, open } = editor;
  const ask = <T>(method: string, name: Name, params: object = {}) =>
    editor.request<T>(`textDocument/${method}`, { textDocument: { uri: uriOf(name) }, ...params });

  describe('document symbols', () => {
    const trees = { textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } } };
    const draw = (nodes: readonly DocumentSymbol[] = [], depth = 0): string[] =>
      nodes.flatMap(({ name, detail, children }) => [
        `${'  '.repeat(depth)}${name}${detail ? `：${detail}` : ''}`,
        ...draw(children, depth + 1),
      ]);

    it('are the chapters, their tables with the indicators, their boxes with the projects', async () => {
      await begin(trees);
      assert.deepEqual(draw(await ask('documentSymbol', '一.md')), [
        '青岚市“十四五”卫生健康发展规划',
        '  第一章 发展基础',
        '  第二章 发展目标',
        '    表1 青岚市主要发展指标：4项指标',
        '      人均预期寿命：77.6 → 78.6 岁',
        '      孕产妇死亡率：11.2 → ≤9 /10万',
        '        农村：12.1 → ≤10 /10万',
        '      每千人口注册护士数：3.1 → 3.8 人',
      ]);
      assert.deepEqual(draw(await ask('documentSymbol', '二.md')), [
        '第三章 主要任务',
        '  第一节 提升服务能力',
        '    专栏1 服务能力提升项目：2个项目',
        '      实验楼建设项目',
        '      急救站建设项目',
      ]);
    });

    it('hold what lies within them, and name the place of their title', async () => {
      await begin(trees);
      const check = (text: string, nodes: readonly DocumentSymbol[], outer?: DocumentSymbol) => {
        for (const node of nodes) {
          const [whole, title] = [textIn(text, node.range), textIn(text, node.selectionRange)];
          assert.ok(whole.includes(title), node.name);
          assert.ok(!outer || textIn(text, outer.range).includes(whole), node.name);
          check(text, node.children ?? [], node);
        }
      };
      for (const name of ['一.md', '二.md'] as const) check(files[name], await ask('documentSymbol', name));
      const [plan] = await ask<DocumentSymbol[]>('documentSymbol', '一.md');
      const table = plan?.children?.[1]?.children?.[0];
      assert.equal(table && textIn(files['一.md'], table.selectionRange), '表1 青岚市主要发展指标');
    });

    it('are a list for a client that shows no trees', async () => {
      await begin();
      const found = await ask<SymbolInformation[]>('documentSymbol', '二.md');
      assert.deepEqual(
        found.map(({ name, containerName }) => `${containerName ?? ''} > ${name}`),
        [
          ' > 第三章 主要任务',
          '第三章 主要任务 > 第一节 提升服务能力',
          '第一节 提升服务能力 > 专栏1 服务能力提升项目',
          '专栏1 服务能力提升项目 > 实验楼建设项目',
          '专栏1 服务能力提升项目 > 急救站建设项目',
        ],
      );
    });
  });

  describe('workspace symbols', () => {
    const call = async (query: string) =>
      (await editor.request<SymbolInformation[]>('workspace/symbol', { query })).map(
        ({ name, containerName, location }) => `${name} | ${containerName} | ${say(location)}`,
      );

    it('are called by some of their characters, in plans that nobody has opened too', async () => {
      await begin();
      const [own, above] = ['青岚市“十四五”卫生健康发展规划 › 第二章 发展目标', '云岭省“十四五”卫生健康发展规划'];
      assert.deepEqual(await call('预寿'), [
        `人均预期寿命 | ${own} | 一.md 人均预期寿命`,
        `人均预期寿命 | ${above} | 上位/省规划.md 人均预期寿命`,
      ]);
      assert.deepEqual(await call('死亡率农村'), [`孕产妇死亡率（农村） | ${own} | 一.md 农村`]);
      assert.deepEqual(await call('第四章'), [
        '第四章 保障措施 | 青岚市“十四五”卫生健康发展规划 | 三.md 第四章 保障措施',
      ]);
    });

    it('are called by their place as well', async () => {
      await begin();
      assert.equal((await call('寿命 云岭')).length, 1);
      assert.deepEqual(await call('专栏 第三章'), [
        '专栏1 服务能力提升项目 | 青岚市“十四五”卫生健康发展规划 › 第三章 主要任务 › 第一节 提升服务能力 | 二.md 专栏1 服务能力提升项目',
      ]);
      assert.deepEqual(await call('寿命 第四章'), []);
    });

    it('are all there are where nothing is asked for', async () => {
      await begin();
      const all = await call('');
      for (const name of ['第一章 发展基础', '表1 青岚市主要发展指标', '每千人口注册护士数', '急救站建设项目'])
        assert.ok(
          all.some((symbol) => symbol.startsWith(`${name} |`)),
          name,
        );
    });
  });

  describe('folding', () => {
    const folded = async (name: Name) =>
      (await ask<FoldingRange[]>('foldingRange', name)).map(({ startLine, endLine, kind }) => {
        const lines = files[name].split(/\r?\n/);
        return `${kind ?? ''}${lines[startLine]} … ${lines[endLine]}`;
      });

    it('folds chapters, tables with their caption, the front matter, boxes and comments', async () => {
      await begin();
      const last = '| 3 | 每千人口注册护士数（人） | 3.1 | 3.8 | 预期性 |';
      assert.deepEqual(await folded('一.md'), [
        '--- … ---',
        `# 青岚市“十四五”卫生健康发展规划 … ${last}`,
        '## 第一章 发展基础 … 2020年，全市人均期望寿命达到77.6岁，居民健康素养水平达到22.6%。',
        `## 第二章 发展目标 … ${last}`,
        `表1 青岚市主要发展指标 … ${last}`,
      ]);
      const note = '[^1]: 数据来自统计年报。';
      assert.deepEqual(await folded('二.md'), [
        `## 第三章 主要任务 … ${note}`,
        `### 第一节 提升服务能力 … ${note}`,
        '> **专栏1 服务能力提升项目** … > **急救站建设项目**：新建急救站1所。',
        'comment<!-- … -->',
      ]);
    });

    it('folds the widest for a client that takes only so many', async () => {
      await begin({ textDocument: { foldingRange: { rangeLimit: 2, lineFoldingOnly: true } } });
      assert.deepEqual(
        (await folded('二.md')).map((fold) => fold.slice(0, 6)),
        ['## 第三章', '### 第一'],
      );
    });
  });

  describe('a growing selection', () => {
    const grow = async (name: Name, fragment: string, { position } = at(name, fragment)) => {
      const [first] = await ask<SelectionRange[]>('selectionRange', name, { positions: [position] });
      const steps: string[] = [];
      for (let range = first; range; range = range.parent) steps.push(textIn(files[name], range.range));
      return steps;
    };

    it('goes from a number over its quantity, clause, sentence and paragraph to the chapters', async () => {
      await begin();
      const steps = await grow('二.md', '3.‸8人');
      assert.deepEqual(steps.slice(0, 5), [
        '3.8',
        '3.8人',
        '每千人口医疗卫生机构床位数和注册护士数分别达到7.3张、3.8人',
        '到2025年，人均预期寿命达到79.2岁，每千人口医疗卫生机构床位数和注册护士数分别达到7.3张、3.8人。',
        '到2025年，人均预期寿命达到79.2岁，每千人口医疗卫生机构床位数和注册护士数分别达到7.3张、3.8人。指标见表1，项目见专栏1[^1]。',
      ]);
      assert.deepEqual(
        steps.slice(5).map((step) => step.trim().slice(0, 8)),
        ['### 第一节 ', '## 第三章 主'],
      );
    });

    it('goes from a cell over its row and table', async () => {
      await begin();
      const steps = await grow('一.md', '≤‸9 ');
      const row = '| 2 | 孕产妇死亡率（/10万） | 11.2 | ≤9 | 约束性 |';
      assert.deepEqual(steps.slice(0, 3), ['9', '≤9', row]);
      assert.ok(steps[3]?.startsWith('| 序号 |') && steps[3]?.endsWith('预期性 |'));
      assert.ok(steps[4]?.startsWith('表1 青岚市'));
      assert.equal(steps.at(-1), files['一.md']);
    });

    it('goes from a project to its box', async () => {
      await begin();
      const steps = await grow('二.md', '**实验‸楼');
      assert.equal(steps[0], '实验楼建设项目');
      assert.ok(steps.some((step) => step.startsWith('> **专栏1') && step.endsWith('急救站1所。')));
    });

    it('is the whole text beyond the end', async () => {
      await begin();
      const params = { ...at('二.md', '‸'), position: { line: 900, character: 3 } };
      assert.equal((await grow('二.md', '', params)).at(-1), files['二.md']);
    });
  });

  describe('links', () => {
    it('lead from the path of a plan above to the file, and from a rule in a comment to its page', async () => {
      await begin({}, { pages: 'file:///opt/planlint/rules' });
      const shown = async (name: Name) =>
        (await ask<DocumentLink[]>('documentLink', name)).map(
          ({ range, target }) => `${textIn(files[name], range)} ${target}`,
        );
      assert.deepEqual(await shown('一.md'), [`上位/省规划.md ${uriOf('上位/省规划.md')}`]);
      assert.deepEqual(await shown('二.md'), ['repeated-word file:///opt/planlint/rules/repeated-word.md']);
    });

    it('lead to no page where the client has none, and to no file that is not there', async () => {
      await begin();
      assert.deepEqual(await ask('documentLink', '二.md'), []);
      const uri = uriOf('别处.md');
      open(uri, files['一.md'].replace('省规划.md', '市规划.md'));
      assert.deepEqual(await editor.request('textDocument/documentLink', { textDocument: { uri } }), []);
    });
  });

  it('is none of Markdown that is no plan, nor of a file that is not there', async () => {
    await begin();
    open(uriOf('说明.md'), '# 说明\n\n## 第一章\n\n说明。\n');
    for (const method of ['documentSymbol', 'foldingRange', 'selectionRange', 'documentLink'])
      for (const name of ['说明.md', '没有.md']) {
        const params = { textDocument: { uri: uriOf(name) }, positions: [{ line: 0, character: 0 }] };
        assert.equal(await editor.request(`textDocument/${method}`, params), null, `${method} ${name}`);
      }
  });
});
