import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { installEditor } from '../../scripts/vscode-install.mjs';
import { root, workspace } from '../../scripts/vscode-suite.mjs';

/** The injected grammar and those of Markdown and its front matter, as VS Code's own tokenizer reads them. */
async function loadGrammar() {
  const editor = await installEditor();
  const require = createRequire(`${editor}/package.json`);
  const { loadWASM, OnigScanner, OnigString } = require('vscode-oniguruma');
  const { INITIAL, Registry, parseRawGrammar } = require('vscode-textmate');
  const { buffer } = await readFile(require.resolve('vscode-oniguruma/release/onig.wasm'));
  await loadWASM(buffer);
  const { contributes } = JSON.parse(await readFile(`${root}/package.json`, 'utf8'));
  const [injected] = contributes.grammars;
  const files = {
    [injected.scopeName]: `${root}/${injected.path}`,
    'text.html.markdown': `${editor}/extensions/markdown-basics/syntaxes/markdown.tmLanguage.json`,
    'source.yaml': `${editor}/extensions/yaml/syntaxes/yaml.tmLanguage.json`,
    'source.yaml.1.2': `${editor}/extensions/yaml/syntaxes/yaml-1.2.tmLanguage.json`,
  };
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new OnigScanner(patterns),
      createOnigString: (text) => new OnigString(text),
    }),
    loadGrammar: async (scope) => files[scope] && parseRawGrammar(await readFile(files[scope], 'utf8'), files[scope]),
    getInjections: (scope) => (injected.injectTo.includes(scope) ? [injected.scopeName] : []),
  });
  return { grammar: await registry.loadGrammar('text.html.markdown'), INITIAL };
}

describe('the colours of a draft', function () {
  this.timeout(120_000);
  let tokenize;

  before(async () => {
    const { grammar, INITIAL } = await loadGrammar();
    tokenize = (text) => {
      let state = INITIAL;
      return text.split('\n').flatMap((line) => {
        const result = grammar.tokenizeLine(line, state);
        state = result.ruleStack;
        return result.tokens.map(({ startIndex, endIndex, scopes }) => ({
          text: line.slice(startIndex, endIndex),
          scopes,
          own: scopes.findLast((scope) => scope.endsWith('.planlint'))?.replace('.planlint', ''),
        }));
      });
    };
  });

  /** What this extension colours in a text, each with the scope that it has. */
  const colours = (text) =>
    tokenize(text)
      .filter(({ own }) => own)
      .map(({ text: words, own }) => `${words} ${own}`);

  it('tell boxes, captions, kinds of indicators, bounds, numbers and units apart', async () => {
    const seen = new Set(colours(await readFile(`${workspace}/规划.md`, 'utf8')));
    for (const one of [
      '专栏1 entity.name.type.box',
      ' 公共卫生能力提升项目 entity.name.section.box',
      '表1 entity.name.type.table',
      ' 青岚市卫生健康主要发展指标 entity.name.section.table',
      '约束性 keyword.control.binding',
      '预期性 storage.type.expected',
      '≤ keyword.other.bound',
      '达到 keyword.other.bound',
      '78.2 constant.numeric.amount',
      '岁 keyword.other.unit',
      '平方米 keyword.other.unit',
    ])
      assert.ok(seen.has(one), one);
  });

  it('mark captions of tables and figures, and what the text refers to', () => {
    assert.deepEqual(colours('图2 全市人口结构'), [
      '图2 entity.name.type.figure',
      ' 全市人口结构 entity.name.section.figure',
    ]);
    assert.deepEqual(colours('**表 3-1**'), ['表 3-1 entity.name.type.table']);
    assert.deepEqual(colours('#### 专栏十二 重点工程'), [
      '专栏十二 entity.name.type.box',
      ' 重点工程 entity.name.section.box',
    ]);
    assert.deepEqual(colours('具体项目见专栏3、见表2，如图1所示。'), [
      '专栏3 entity.name.type.box',
      '表2 entity.name.type.reference',
      '图1 entity.name.type.reference',
    ]);
    // What is no caption: a sentence, and words that end in 表.
    assert.deepEqual(colours('表1列出主要指标。'), []);
    assert.deepEqual(colours('填写代表1 名'), []);
  });

  it('mark bounds before a number and behind its unit', () => {
    for (const words of ['不低于', '不超过', '控制在', '提高到', '降至', '＜', '≈'])
      assert.deepEqual(colours(`比例${words}4.5%。`), [
        `${words} keyword.other.bound`,
        '4.5 constant.numeric.amount',
        '% keyword.other.unit',
      ]);
    for (const words of ['以上', '及以上', '以内', '左右'])
      assert.deepEqual(colours(`新增床位1,200张${words}`), [
        '1,200 constant.numeric.amount',
        '张 keyword.other.unit',
        `${words} keyword.other.bound`,
      ]);
    assert.deepEqual(colours('年均增长5.0—6.0%'), ['5.0—6.0 constant.numeric.amount', '% keyword.other.unit']);
    assert.deepEqual(colours('达到了新的高度，不低于全省平均水平。'), []);
  });

  it('know every unit that the checker knows, but for dates', async () => {
    const { units } = JSON.parse(await readFile(`${root}/server/lexicon/units.json`, 'utf8'));
    const all = units.flatMap(({ unit, aliases = [] }) => [unit, ...aliases]).filter((unit) => !/^[0-9]/.test(unit));
    const missing = all.filter((unit) => colours(`共5${unit}，`)[1] !== `${unit} keyword.other.unit`);
    assert.deepEqual(missing, ['日', '月', '年']);
  });

  it('take the units within names for what they are', () => {
    assert.deepEqual(colours('5岁以下儿童死亡率、30分钟健康服务圈、15米跑、2025年3月'), []);
  });

  it('leave the rest of Markdown as it is', () => {
    const [, heading] = tokenize('## 第一章 发展基础').filter(({ text }) => text.trim());
    assert.equal(heading.text, '第一章 发展基础');
    assert.equal(heading.own, undefined);
    assert.ok(heading.scopes.includes('heading.2.markdown'));
    for (const text of [
      '`达到5%`',
      '```\n达到5%\n```',
      '<!-- 约束性 5% -->',
      '[名称](专栏1.md)',
      '---\n约束性: 5%\n---',
    ])
      assert.deepEqual(colours(text), [], text);
  });
});
