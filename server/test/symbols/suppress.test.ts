import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defaultFields } from '../../src/config/index.ts';
import { check, type Report } from '../../src/core/check.ts';
import { createMemory } from '../../src/core/parse.ts';
import type { Finding } from '../../src/core/rule.ts';
import { type Suppression, suppressionsOf } from '../../src/symbols/suppress.ts';
import { cityPlan, report } from '../core/reading.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** What the finding of a rule at a word can be switched off by: the reach, and the text after it. */
function switched(text: string, rule: string, word: string): Record<string, string> {
  const read = report(text);
  const finding = read.findings.find(
    ({ rule: id, span }) => id === rule && text.slice(span.start, span.end).includes(word),
  );
  assert.ok(finding, `no ${rule} at ${word}`);
  return Object.fromEntries([...suppressionsOf(read, finding)].map((one) => [one.reach, after(one, text)]));
}

function after({ at, before, after: rest }: Suppression, text: string): string {
  return `${text.slice(0, at)}${before}理由${rest}${text.slice(at)}`;
}

const word = ({ rule, message }: Finding) => `${rule} ${message}`;

/** What goes wrong when a comment is inserted: the finding stays or goes, others come. */
function wrong(read: Report, { findings: now }: Report, finding: Finding, suppression: Suppression): string[] {
  const shift = suppression.at <= finding.span.start ? suppression.before.length + 2 + suppression.after.length : 0;
  const same = now.filter(
    (one) =>
      one.rule === finding.rule && one.span.start === finding.span.start + shift && one.message === finding.message,
  );
  const open = now.filter(({ suppressed }) => suppressed === undefined);
  const known = new Set(read.findings.map(word));
  return [
    ...(same.length === 0 ? ['it is gone'] : []),
    ...(same.some(({ suppressed }) => suppressed !== '理由') ? ['it is still told'] : []),
    ...open.filter((one) => !known.has(word(one))).map((one) => `there is new: ${word(one)}`),
  ];
}

/** Each draft once, those with every form of box and list with the line ends of Windows too. */
const drafts = [
  ...['examples/plan.md', 'server/test/drafts/word-forms.md', 'server/test/unseen/education-county.md'].map(
    (name) => [name, readFileSync(root + name, 'utf8')] as const,
  ),
  ['word-forms.md, CRLF', readFileSync(`${root}server/test/drafts/word-forms.md`, 'utf8').replaceAll('\n', '\r\n')],
] as const;

describe('a comment that switches a rule off', () => {
  for (const [name, text] of drafts)
    it(`reaches the finding that it was made for and changes nothing else: ${name}`, () => {
      const memory = createMemory();
      const read = check([{ uri: name, text }], { fields: defaultFields }, memory);
      let tried = 0;
      for (const finding of read.findings.filter(({ suppressed }) => suppressed === undefined))
        for (const suppression of suppressionsOf(read, finding)) {
          tried++;
          const now = check([{ uri: name, text: after(suppression, text) }], { fields: defaultFields }, memory);
          assert.deepEqual(wrong(read, now, finding, suppression), [], `${suppression.reach}: ${word(finding)}`);
        }
      assert.ok(tried >= 10);
    });

  const sentence = '到2025年，人均预期寿命达到78.6岁。';
  const table =
    '| 序号 | 主要指标 | 2020年 | 2025年 | 指标性质 |\n|---|---|---|---|---|\n| 1 | 人均预期寿命（岁） | 77.2 | 78.3 | 预期性 |\n| 2 | 婴儿死亡率（‰） | 2.1 | ≤3.5 | 预期性 |';

  it('stands before the paragraph, and for the file below the front matter', () => {
    const text = cityPlan(`## 第二章 发展目标\n\n${table}\n\n${sentence}`);
    const { line, file } = switched(text, 'value-conflict', '78.6');
    assert.equal(
      line,
      text.replace(sentence, `<!-- planlint-disable-next-line value-conflict -- 理由 -->\n\n${sentence}`),
    );
    assert.equal(file, text.replace('---\n\n#', '---\n\n<!-- planlint-disable-file value-conflict -- 理由 -->\n\n#'));
  });

  it('is the first line of a file without front matter', () => {
    const text = `# 青岩市“十四五”规划\n\n${table}\n\n${sentence}\n`;
    const { file } = switched(text, 'value-conflict', '78.6');
    assert.equal(file, `<!-- planlint-disable-file value-conflict -- 理由 -->\n\n${text}`);
  });

  it('stands above the caption of a table and names the row by its words', () => {
    const text = cityPlan(`## 第二章 发展目标\n\n表1 主要指标\n\n${table}`);
    const { row, line } = switched(text, 'target-direction', '≤3.5');
    assert.equal(line, undefined);
    assert.equal(
      row,
      text.replace('表1', '<!-- planlint-disable-table target-direction 婴儿死亡率 -- 理由 -->\n\n表1'),
    );
  });

  it('keeps the quote mark within a box, and the indent within a list', () => {
    const box =
      '> **专栏1 能力提升工程**\n>\n> **健康项目**：到2025年，人均预期寿命达到78.6岁。\n>\n> 1. **救治项目**\n>    - 建设内容：到2025年，人均预期寿命达到78.7岁\n>    - 责任单位：市卫生健康委';
    const text = cityPlan(`## 第二章 发展目标\n\n${table}\n\n${box}`);
    const first = switched(text, 'value-conflict', '78.6').line;
    assert.equal(
      first,
      text.replace('> **健康', '> <!-- planlint-disable-next-line value-conflict -- 理由 -->\n>\n> **健康'),
    );
    const second = switched(text, 'value-conflict', '78.7').line;
    assert.equal(
      second,
      text.replace('>    - 建设', '>    <!-- planlint-disable-next-line value-conflict -- 理由 -->\n>    - 建设'),
    );
  });

  it('does not tear a paragraph of several lines', () => {
    const text = cityPlan(`## 第二章 发展目标\n\n${table}\n\n完善服务体系，\n${sentence}`);
    const { line } = switched(text, 'value-conflict', '78.6');
    assert.equal(line, text.replace('体系，', '体系， <!-- planlint-disable-next-line value-conflict -- 理由 -->'));
    assert.equal(report(line ?? '').findings.find(({ rule }) => rule === 'value-conflict')?.suppressed, '理由');
  });

  it('is none but for the file where a comment would be part of something else', () => {
    const contents =
      '## 目录\n\n- 第一章 发展环境\n- 第二章 发展目的\n\n## 第一章 发展环境\n\n基础良好。\n\n## 第二章 发展目标\n\n目标明确。';
    assert.deepEqual(Object.keys(switched(cityPlan(contents), 'toc-sync', '发展目的')), ['file']);
  });
});
