import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { applyChanges, type Encoding, negotiate, rangeOf, sheetOf } from '../src/lsp/convert.ts';
import { upwards } from '../src/lsp/uris.ts';

const text = '# 云溪市\r\n😀健康é素养 30%\r\n';
const encodings: readonly Encoding[] = ['utf-8', 'utf-16', 'utf-32'];
const widths: Record<Encoding, readonly [number, number]> = {
  'utf-8': [4 + 3 + 3 + 2 + 3 + 3 + 1, 3],
  'utf-16': [2 + 1 + 1 + 1 + 1 + 1 + 1, 3],
  'utf-32': [1 + 1 + 1 + 1 + 1 + 1 + 1, 3],
};

describe('places in the client’s own count', () => {
  for (const encoding of encodings) {
    const [from, length] = widths[encoding];
    const range = { start: { line: 1, character: from }, end: { line: 1, character: from + length } };

    it(`are told in ${encoding}`, () => {
      const sheet = sheetOf('file:///a.md', 1, text);
      const start = text.indexOf('30%');
      assert.deepEqual(rangeOf(sheet, { source: sheet.source, start, end: start + 3 }, encoding), range);
    });

    it(`are taken in ${encoding}, each edit in the text that the one before it left`, () => {
      const document = TextDocument.create('file:///a.md', 'markdown', 1, text);
      const top = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
      const below = { start: { ...range.start, line: 2 }, end: { ...range.end, line: 2 } };
      applyChanges(
        document,
        [
          { range: top, text: '引言\n' },
          { range: below, text: '45%' },
        ],
        2,
        encoding,
      );
      assert.equal(document.getText(), `引言\n${text.replace('30%', '45%')}`);
      applyChanges(document, [{ text: '空' }], 3, encoding);
      assert.equal(document.getText(), '空');
      assert.equal(document.version, 3);
    });
  }

  it('go past a byte order mark, which the checker does not see', () => {
    const sheet = sheetOf('file:///a.md', 1, '\uFEFF# 题');
    assert.equal(sheet.source.text, '# 题');
    const span = { source: sheet.source, start: 2, end: 3 };
    const place = { start: { line: 0, character: 3 }, end: { line: 0, character: 4 } };
    assert.deepEqual(rangeOf(sheet, span, 'utf-16'), place);
  });

  it('are counted as the client likes best among what is known, in UTF-16 for one that does not say', () => {
    assert.equal(negotiate({ general: { positionEncodings: ['utf-7', 'utf-32', 'utf-16'] } }), 'utf-32');
    assert.equal(negotiate({}), 'utf-16');
  });
});

describe('planlint.json is looked for', () => {
  const folders = ['file:///work/plans/', 'file:///work/plans/city', 'file:///work/plan'];

  it('from the draft’s folder up to the nearest workspace folder', () => {
    assert.deepEqual(upwards('file:///work/plans/a/b/draft.md', folders), [
      'file:///work/plans/a/b',
      'file:///work/plans/a',
      'file:///work/plans',
    ]);
    assert.deepEqual(upwards('file:///work/plans/city/draft.md', folders), ['file:///work/plans/city']);
  });

  it('beside a draft that lies in no workspace folder, even in the topmost one', () => {
    assert.deepEqual(upwards('file:///home/draft.md', folders), ['file:///home']);
    assert.deepEqual(upwards('file:///a/draft.md', ['file:///']), ['file:///a', 'file:///']);
  });

  it('for a draft that was never saved, in the only workspace folder', () => {
    assert.deepEqual(upwards('untitled:Untitled-1', ['file:///work/plans']), ['file:///work/plans']);
    assert.deepEqual(upwards('untitled:Untitled-1', folders), []);
  });
});
