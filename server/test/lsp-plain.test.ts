import assert from 'node:assert/strict';
import type {
  CodeAction,
  CompletionItem,
  Diagnostic,
  DocumentHighlight,
  DocumentLink,
  FoldingRange,
  Hover,
  InitializeResult,
  InlayHint,
  Location,
  Position,
  Range,
  SelectionRange,
  SemanticTokens,
  SemanticTokensDelta,
  SymbolInformation,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { caretIn } from './lsp-editor.ts';
import { files, type Name, usePlan } from './lsp-plan.ts';

/** Columns as this client counts them: bytes of the line in UTF-8. */
const bytesOf = (text: string, { line, character }: Position): Position => ({
  line,
  character: Buffer.byteLength((text.split('\n')[line] ?? '').slice(0, character)),
});
const offsetIn = (text: string, { line, character }: Position): number => {
  const lines = text.split('\n');
  const before = lines.slice(0, line).reduce((sum, { length }) => sum + length + 1, 0);
  return (
    before +
    Buffer.from(lines[line] ?? '')
      .subarray(0, character)
      .toString().length
  );
};
const textIn = (text: string, { start, end }: Range) => text.slice(offsetIn(text, start), offsetIn(text, end));
const applied = (text: string, edits: readonly TextEdit[]): string =>
  [...edits]
    .sort((a, b) => offsetIn(text, b.range.start) - offsetIn(text, a.range.start))
    .reduce((all, { range, newText }) => {
      return all.slice(0, offsetIn(text, range.start)) + newText + all.slice(offsetIn(text, range.end));
    }, text);

describe('a plain client: positions in UTF-8, and nothing that a client may leave out', function () {
  this.timeout(60_000);
  const editor = usePlan();
  const { begin, uriOf, request } = editor;
  const nameOf = (uri: string) => (Object.keys(files) as Name[]).find((name) => uriOf(name) === uri) as Name;
  const said = ({ uri, range }: Location) => `${nameOf(uri)} ${textIn(files[nameOf(uri)], range)}`;
  const whole = (name: Name): Range => ({
    start: { line: 0, character: 0 },
    end: { line: files[name].split('\n').length, character: 0 },
  });
  const document = (name: Name) => ({ textDocument: { uri: uriOf(name) } });
  const at = (name: Name, fragment: string) => ({
    ...document(name),
    position: bytesOf(files[name], caretIn(files[name], fragment)),
  });
  const rangeOf = (name: Name, fragment: string): Range => {
    const { position } = at(name, fragment);
    return { start: position, end: position };
  };
  /** What a workspace edit makes of a file of the plan: it must be one that every client can apply. */
  const madeOf = (name: Name, edit: WorkspaceEdit | undefined): string => {
    assert.deepEqual(Object.keys(edit ?? {}), ['changes']);
    return applied(files[name], edit?.changes?.[uriOf(name)] ?? []);
  };

  /** For each thing that the server may promise, how a user notices that it is kept. */
  const promises: Readonly<Record<string, () => Promise<void>>> = {
    async positionEncoding() {
      const { range } = await finding('value-conflict');
      assert.equal(textIn(files['二.md'], range), '79.2岁');
    },
    async textDocumentSync() {
      const { range } = await finding('value-conflict');
      editor.change(uriOf('二.md'), 2, { range, text: '78.6岁' });
      const { diagnostics } = await editor.diagnostics(uriOf('二.md'));
      assert.ok(!diagnostics.some(({ code }) => code === 'value-conflict'));
    },
    async workspace() {
      editor.notify('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [] } });
      assert.ok(await request<Hover>('textDocument/hover', at('一.md', '| 人均‸预期寿命')));
    },
    async hoverProvider() {
      const { contents, range } = await request<Hover>('textDocument/hover', at('一.md', '| 人均‸预期寿命'));
      assert.match(JSON.stringify(contents), /77\.6.*78\.6.*不一致/);
      assert.equal(range && textIn(files['一.md'], range), '人均预期寿命');
    },
    async definitionProvider() {
      const found = await request<Location[]>('textDocument/definition', at('二.md', '人均预期‸寿命达到79.2'));
      assert.equal(said([found].flat()[0] as Location), '一.md 人均预期寿命');
    },
    async referencesProvider() {
      const context = { includeDeclaration: false };
      const found = await request<Location[]>('textDocument/references', {
        ...at('一.md', '| 人均‸预期寿命'),
        context,
      });
      for (const place of ['二.md 79.2岁', '三.md 人均预期寿命', '一.md 人均期望寿命'])
        assert.ok(found.map(said).includes(place), place);
    },
    async documentHighlightProvider() {
      const found = await request<DocumentHighlight[]>(
        'textDocument/documentHighlight',
        at('一.md', '| 人均‸预期寿命'),
      );
      assert.ok(found.some(({ range }) => textIn(files['一.md'], range) === '人均期望寿命'));
    },
    async renameProvider() {
      const params = { ...at('一.md', '| 孕产妇‸死亡率'), newName: '孕产妇死亡比' };
      const edit = await request<WorkspaceEdit>('textDocument/rename', params);
      assert.equal(madeOf('一.md', edit), files['一.md'].replace('孕产妇死亡率', '孕产妇死亡比'));
      assert.equal(madeOf('三.md', edit), files['三.md'].replace('孕产妇死亡率', '孕产妇死亡比'));
    },
    async documentSymbolProvider() {
      const found = await request<SymbolInformation[]>('textDocument/documentSymbol', document('一.md'));
      const places = found.map(({ name, location }) => `${name} ${textIn(files['一.md'], location.range).slice(0, 4)}`);
      assert.ok(
        places.some((place) => place.startsWith('孕产妇死亡率 | 2')),
        places.join('; '),
      );
    },
    async workspaceSymbolProvider() {
      const found = await request<SymbolInformation[]>('workspace/symbol', { query: '急救站' });
      assert.deepEqual(new Set(found.map(({ location }) => nameOf(location.uri))), new Set(['二.md']));
    },
    async foldingRangeProvider() {
      const found = await request<FoldingRange[]>('textDocument/foldingRange', document('一.md'));
      const line = files['一.md'].split('\n').indexOf('## 第二章 发展目标');
      assert.ok(found.some(({ startLine }) => startLine === line));
    },
    async selectionRangeProvider() {
      const positions = [at('二.md', '达到7‸9.2岁').position];
      const [first] = await request<SelectionRange[]>('textDocument/selectionRange', {
        ...document('二.md'),
        positions,
      });
      const texts: string[] = [];
      for (let range = first; range; range = range.parent as SelectionRange)
        texts.push(textIn(files['二.md'], range.range));
      assert.equal(texts[0], '79.2');
      assert.ok(texts.includes('79.2岁'), texts.join(' | '));
    },
    async documentLinkProvider() {
      const found = await request<DocumentLink[]>('textDocument/documentLink', document('一.md'));
      assert.deepEqual(
        found.map(({ range, target }) => [textIn(files['一.md'], range), target]),
        [['上位/省规划.md', uriOf('上位/省规划.md')]],
      );
    },
    async inlayHintProvider() {
      const hints = await request<InlayHint[]>('textDocument/inlayHint', {
        ...document('二.md'),
        range: whole('二.md'),
      });
      const hint = hints.find(({ label }) => JSON.stringify(label).includes('78.6'));
      assert.equal(files['二.md'].slice(0, offsetIn(files['二.md'], hint?.position as Position)).slice(-5), '79.2岁');
    },
    async semanticTokensProvider() {
      const full = await request<SemanticTokens>('textDocument/semanticTokens/full', document('一.md'));
      const part = await request<SemanticTokens>('textDocument/semanticTokens/range', {
        ...document('一.md'),
        range: whole('一.md'),
      });
      assert.deepEqual(part.data, full.data);
      const texts: string[] = [];
      let [line, character] = [0, 0];
      for (let i = 0; i < full.data.length; i += 5) {
        const [lines = 0, columns = 0, length = 0] = full.data.slice(i, i + 3);
        [line, character] = [line + lines, lines ? columns : character + columns];
        const start = { line, character };
        texts.push(textIn(files['一.md'], { start, end: { line, character: character + length } }));
      }
      for (const text of ['人均预期寿命', '77.6', '≤', '/10万']) assert.ok(texts.includes(text), texts.join(' '));
      const previousResultId = full.resultId as string;
      const params = { ...document('一.md'), previousResultId };
      const { edits } = await request<SemanticTokensDelta>('textDocument/semanticTokens/full/delta', params);
      assert.deepEqual(edits, []);
    },
    async completionProvider() {
      const line = files['一.md'].split('\n').findIndex((text) => text.startsWith('| 3 '));
      const text = '| 4 | 婴儿死';
      editor.change(uriOf('一.md'), 2, {
        range: { start: { line: line + 1, character: 0 }, end: { line: line + 1, character: 0 } },
        text,
      });
      const position = { line: line + 1, character: Buffer.byteLength(text) };
      const answer = await request<CompletionItem[] | { items: CompletionItem[] }>('textDocument/completion', {
        ...document('一.md'),
        position,
      });
      const items = Array.isArray(answer) ? answer : answer.items;
      const item = items.find(({ label }) => label === '婴儿死亡率') as CompletionItem;
      assert.ok(items.every(({ insertTextFormat = 1 }) => insertTextFormat === 1));
      const edit = item.textEdit as TextEdit;
      assert.equal(applied(`${'\n'.repeat(line + 1)}${text}`, [edit]).trim(), '| 4 | 婴儿死亡率（‰）');
      assert.ok((await request<CompletionItem>('completionItem/resolve', item)).documentation);
    },
    async codeActionProvider() {
      const { range } = await finding('value-conflict');
      const context = { diagnostics: [] };
      const actions = await request<(CodeAction | { command: string })[]>('textDocument/codeAction', {
        ...document('二.md'),
        range,
        context,
      });
      const edits = actions.flatMap((action) => ('edit' in action && action.edit ? [action.edit] : []));
      assert.ok(edits.some((edit) => madeOf('二.md', edit) === files['二.md'].replace('79.2岁', '78.6岁')));
    },
    async executeCommandProvider() {
      let edit: WorkspaceEdit | undefined;
      editor.answer('workspace/applyEdit', (params: { edit: WorkspaceEdit }) => {
        edit = params.edit;
        return { applied: true };
      });
      const { position } = at('一.md', '| 77.6 | 78‸.6');
      await request('workspace/executeCommand', {
        command: 'planlint.server.carry',
        arguments: [uriOf('一.md'), position],
      });
      assert.equal(madeOf('二.md', edit), files['二.md'].replace('79.2岁', '78.6岁'));
    },
    async documentFormattingProvider() {
      const options = { tabSize: 2, insertSpaces: true };
      const edits = await request<TextEdit[]>('textDocument/formatting', { ...document('一.md'), options });
      const made = applied(files['一.md'], edits);
      assert.equal(made.replace(/[ -]/g, ''), files['一.md'].replace(/[ -]/g, ''));
      assert.match(made, /^\| 1 {4}\| 人均预期寿命（岁） {7}\|/m);
    },
    async documentRangeFormattingProvider() {
      const options = { tabSize: 2, insertSpaces: true };
      const range = rangeOf('一.md', '| 3 ‸|');
      const edits = await request<TextEdit[]>('textDocument/rangeFormatting', { ...document('一.md'), range, options });
      assert.match(applied(files['一.md'], edits), /^\| 3 {4}\| 每千人口注册护士数/m);
    },
    async documentOnTypeFormattingProvider() {
      const params = { ...at('一.md', '| 预期性 |‸\n| 2'), ch: '|', options: { tabSize: 2, insertSpaces: true } };
      const edits = await request<TextEdit[]>('textDocument/onTypeFormatting', params);
      assert.match(applied(files['一.md'], edits), /^\| 1 {4}\| 人均预期寿命/m);
    },
  };

  async function finding(rule: string): Promise<Diagnostic> {
    for (;;) {
      const { diagnostics } = await editor.diagnostics(uriOf('二.md'));
      const found = diagnostics.find(({ code }) => code === rule);
      if (found) return found;
    }
  }
  const start = (): Promise<InitializeResult> => begin({ general: { positionEncodings: ['utf-8'] } });

  for (const [promise, isKept] of Object.entries(promises))
    it(`is served as promised: ${promise}`, async () => {
      await start();
      await isKept();
    });

  it('is promised nothing that is not tried here, and told of what it cannot show in words', async () => {
    const { capabilities } = await start();
    assert.deepEqual(Object.keys(capabilities).sort(), Object.keys(promises).sort());
    // No related places, no links to pages: the message names the other place.
    const { message, relatedInformation, codeDescription } = await finding('value-conflict');
    assert.match(String(message), /79\.2岁.*\n第\d+行：.*78\.6/);
    assert.deepEqual([relatedInformation, codeDescription], [undefined, undefined]);
  });

  it('is answered at once on documents that are closed, or that were never there', async () => {
    await start();
    for (const name of ['无此文件.md', '读我.md']) {
      const position = { line: 3, character: 40 };
      const textDocument = { uri: `${uriOf('一.md').replace(/[^/]*$/, '')}${encodeURIComponent(name)}` };
      const context = { includeDeclaration: true, diagnostics: [] };
      for (const method of [
        'hover',
        'definition',
        'references',
        'documentHighlight',
        'completion',
        'foldingRange',
        'documentSymbol',
        'codeAction',
      ]) {
        const range = { start: position, end: position };
        const answer = await request(`textDocument/${method}`, { textDocument, position, range, context });
        assert.ok(
          answer === null || (Array.isArray(answer) && answer.length === 0),
          `${method}: ${JSON.stringify(answer)}`,
        );
      }
    }
    editor.close(uriOf('一.md'));
    // It is a file of the plan still, as it was saved.
    assert.ok(await request('textDocument/hover', at('一.md', '| 人均‸预期寿命')));
  });
});
