import assert from 'node:assert/strict';
import { defaultFields } from '../../src/config/index.ts';
import { check } from '../../src/core/check.ts';
import { mend } from '../../src/core/mend.ts';
import type { Source } from '../../src/core/model.ts';
import type { Finding } from '../../src/core/rule.ts';
import { drafts } from './reading.ts';

type Word = readonly [wrong: string, right: string];

const counted = (findings: readonly Finding[]) => findings.map(({ rule, message }) => `${rule} ${message}`);

describe('mending', () => {
  for (const unsafe of [false, true])
    it(`leaves nothing to mend a second time, and nothing of what it says it mended: ${unsafe ? 'all' : 'safe'} fixes`, () => {
      let mended = 0;
      for (const [name, text] of drafts()) {
        const run = (source: Source) =>
          mend(
            [source],
            (sources) => check(sources, { fields: defaultFields }),
            ({ fix }) => unsafe || fix?.safe === true,
          );
        const once = run({ uri: name, text });
        mended += once.fixed.length;
        const left = new Set(counted(once.report.findings));
        assert.deepEqual(
          counted(once.fixed).filter((finding) => left.has(finding)),
          [],
          name,
        );
        const [source] = once.sources;
        assert.ok(source);
        const twice = run(source);
        assert.deepEqual(counted(twice.fixed), [], name);
        assert.equal(twice.sources[0]?.text, source.text, name);
      }
      assert.ok(mended > 100);
    });

  /** A checker that finds words and would put others in their place. */
  const checker =
    (...words: readonly Word[]) =>
    (sources: readonly Source[]) => ({
      findings: sources.flatMap((source) =>
        words.flatMap(([wrong, right]) =>
          [...source.text.matchAll(new RegExp(wrong, 'g'))].map(({ 0: text, index }): Finding => {
            const span = { source, start: index, end: index + text.length };
            const fix = { title: right, safe: true, edits: [{ span, newText: right }] };
            return { rule: wrong, category: 'text', severity: 'hint', message: right, span, related: [], fix };
          }),
        ),
      ),
    });
  const mended = (texts: readonly string[], ...words: readonly Word[]) => {
    const sources = texts.map((text, index) => ({ uri: `${index}.md`, text }));
    const { sources: now, fixed } = mend(sources, checker(...words), () => true);
    return { texts: now.map(({ text }) => text), fixed: fixed.map(({ rule }) => rule) };
  };

  it('goes on with what comes to light by it', () => {
    assert.deepEqual(mended(['甲甲，乙'], ['甲', '乙'], ['乙', '丙']), {
      texts: ['丙丙，丙'],
      fixed: ['甲', '甲', '乙', '乙', '乙'],
    });
  });

  it('does not apply a fix that helps nothing, and applies the others all the same', () => {
    assert.deepEqual(mended(['甲，乙，甲'], ['甲', '甲甲'], ['乙', '丙']), { texts: ['甲，丙，甲'], fixed: ['乙'] });
    assert.deepEqual(mended(['甲，乙'], ['甲(?=，)', '，甲'], ['乙', '丙']).texts, ['甲，丙']);
  });

  it('ends where two fixes undo each other', () => {
    assert.deepEqual(mended(['甲'], ['甲', '乙'], ['乙', '甲']), { texts: ['乙'], fixed: ['甲'] });
  });

  it('ends the lines that it adds as the text ends its own', () => {
    assert.deepEqual(mended(['甲\r\n乙\r\n', '甲\n乙\n'], ['甲', '丙\n丁']).texts, [
      '丙\r\n丁\r\n乙\r\n',
      '丙\n丁\n乙\n',
    ]);
  });

  it('leaves what a comment excuses', () => {
    const text = '<!-- planlint-disable-next-line known-typo -- 原文如此 -->\n\n己经。\n\n布署。\n';
    const { sources } = mend(
      [{ uri: 'a.md', text }],
      (now) => check(now),
      () => true,
    );
    assert.equal(sources[0]?.text, text.replace('布署', '部署'));
  });
});
