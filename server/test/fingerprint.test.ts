import assert from 'node:assert/strict';
import { fingerprinter, type Marked } from '../src/cli/fingerprint.ts';

const finding: Marked = { rule: 'known-typo', text: '重夏\n建设', message: '“重夏”应为“重大”' };

/** The fingerprints of the findings of one file. */
function fingerprints(...findings: readonly Marked[]): string[] {
  return findings.map(fingerprinter());
}

describe('a fingerprint', () => {
  it('is the same for the same finding, whatever ends the lines and whatever else was found', () => {
    const [own] = fingerprints(finding);
    assert.match(own ?? '', /^[0-9a-f]{64}$/);
    assert.deepEqual(fingerprints({ ...finding, text: '重夏\r\n建设' }), [own]);
    assert.equal(fingerprints({ ...finding, rule: 'quote-pair' }, finding)[1], own);
  });

  it('is another for another rule, text or message', () => {
    const others = [{ rule: 'quote-pair' }, { text: '重夏' }, { message: '“重夏”有误' }];
    const all = fingerprints(finding, ...others.map((other) => ({ ...finding, ...other })));
    assert.equal(new Set(all).size, all.length);
    assert.notEqual(
      fingerprints({ ...finding, rule: 'a', text: 'bc' })[0],
      fingerprints({ ...finding, rule: 'ab', text: 'c' })[0],
    );
  });

  it('tells equal findings apart by their order', () => {
    const twice = fingerprints(finding, finding);
    assert.equal(new Set(twice).size, 2);
    assert.deepEqual(fingerprints(finding, { ...finding, text: '其他' }, finding)[2], twice[1]);
  });
});
