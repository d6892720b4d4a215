import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { installEditor } from '../../scripts/vscode-install.mjs';
import { root, workspace } from '../../scripts/vscode-suite.mjs';

/** Where the injected grammar and the one of Markdown lie; both are read by VS Code's own tokenizer. */
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
  let tokens;
  /** The scope that this extension gives to `text` where that first stands as a token of its own. */
  const scopeOf = (text) => tokens.find((token) => token.text === text && token.own)?.own;

  before(async () => {
    const { grammar, INITIAL } = await loadGrammar();
    let state = INITIAL;
    tokens = (await readFile(`${workspace}/规划.md`, 'utf8')).split('\n').flatMap((line) => {
      const result = grammar.tokenizeLine(line, state);
      state = result.ruleStack;
      return result.tokens.map(({ startIndex, endIndex, scopes }) => ({
        text: line.slice(startIndex, endIndex),
        scopes,
        own: scopes.findLast((scope) => scope.endsWith('.planlint')),
      }));
    });
  });

  it('tell boxes, captions, kinds of indicators, bounds, numbers and units apart', () => {
    assert.equal(scopeOf('专栏1'), 'entity.name.type.box.planlint');
    assert.equal(scopeOf('表1'), 'entity.name.type.table.planlint');
    assert.equal(scopeOf('约束性'), 'keyword.control.binding.planlint');
    assert.equal(scopeOf('预期性'), 'storage.type.expected.planlint');
    assert.equal(scopeOf('≤'), 'keyword.other.bound.planlint');
    assert.equal(scopeOf('达到'), 'keyword.other.bound.planlint');
    assert.equal(scopeOf('78.2'), 'constant.numeric.amount.planlint');
    assert.equal(scopeOf('岁'), 'keyword.other.unit.planlint');
  });

  it('leave the rest of Markdown as it is', () => {
    const heading = tokens.find(({ text }) => text === '第一章 发展基础');
    assert.equal(heading.own, undefined);
    assert.ok(heading.scopes.includes('heading.2.markdown'));
  });
});
