import assert from 'node:assert/strict';
import { check } from '../../src/core/check.ts';
import { createMemory, parse } from '../../src/core/parse.ts';
import type { Finding } from '../../src/core/rule.ts';

/** What the rules of text/ find in texts, in the order of the text. */
function found(...texts: readonly string[]): readonly Finding[] {
  const report = check(
    texts.map((text, index) => ({ uri: `${index}.md`, text })),
    {},
    createMemory(),
  );
  assert.deepEqual(report.broken, []);
  return report.findings.filter(({ category }) => category === 'text');
}

const shown = (findings: readonly Finding[]) =>
  findings.map(({ rule, span }) => `${rule} ${span.source.text.slice(span.start, span.end)}`);

describe('the text itself', () => {
  const lawful: readonly (readonly [what: string, text: string])[] = [
    [
      'words that meet in one character',
      '中医医院、卒中中心、传染病病区、饮用水水源、重要要求、医保保障、保健健康知识，安全全面。',
    ],
    ['words that are doubled for emphasis', '人人享有、天天锻炼、稳稳推进、大大提高，踏踏实实、方方面面。'],
    [
      'particles that end or begin a word',
      '以此为目的的活动，以及及时救治，文明和和谐，存在在校学生，为了了解情况，参与与合作。',
    ],
    ['items with half a bracket', '重点是：1）普查；2）建档；一）督导。'],
    ['marks within marks', '《“健康青芦”行动（2021—2025年）》（青芦府发〔2022〕1号）中的“一老（含失能）一小”。'],
    ['names with signs', '“互联网+护理”、5G+应用、O2O模式、PM2.5、Ⅲ类水体，比例为1:1.2，上午8:30开始，共1,200人。'],
    ['numbers that are no ranges', '2021-07-01起施行，电话028-8612，执行GB/T 19001-2016，见表1-2和图2-1，人—畜—环境。'],
    ['foreign text', '网址 https://a.example/b(c),d ，代码 `a,b; 的的` ，公式 $a,b;c$ 。<!-- 的的,己经 -->'],
    ['numbered names', '专栏1 名称，第3章 名称，见附件1 的说明。'],
    ['dates with blanks in tables', '| 项目 | 责任单位 |\n|---|---|\n| 建设 | 县教育局 县财政局 |'],
  ];
  for (const [what, text] of lawful) it(`lets stand ${what}`, () => assert.deepEqual(shown(found(text)), []));

  it('takes no offence at front matter and code', () => {
    assert.deepEqual(shown(found('---\n标题: 的的,己经\n---\n\n```\n己经,的的\n```\n\n正文。\n')), []);
  });

  it('tells a habit once for all the files of a plan, with a fix for each', () => {
    const [finding, ...others] = found('甲,乙,丙,丁。\n', '戊,己,庚,辛。\n');
    assert.deepEqual(others, []);
    assert.match(finding?.message ?? '', /共6处/);
    assert.deepEqual(
      finding?.fix?.edits.map(({ span }) => span.source.uri),
      ['0.md', '0.md', '0.md', '1.md', '1.md', '1.md'],
    );
  });

  it('finds the word that the other file writes otherwise', () => {
    assert.deepEqual(shown(found('建设博士后工作站。\n', '扩大搏士后工作站规模。\n')), ['known-typo 搏士后工']);
  });

  it('finds a doubled character where the same words stand elsewhere with another', () => {
    const text = '县农村人居环境整治工作组。\n\n县农村人居居境整治工作组。\n';
    assert.deepEqual(shown(found(text)), ['repeated-word 人居居境']);
  });

  it('finds stars that stay stars just where the parser leaves them', () => {
    const insides = ['重点', '重点：', '（重点）', '重点（一）', '“一老”', '“一老”服务', '重点。', '95%', 'A+'];
    const before = ['', '推进', '推进，', '（', '“'];
    const after = ['', '健全', '：健全', '”健全', ' 健全', '。'];
    const wrong: string[] = [];
    let starry = 0;
    for (const head of before)
      for (const inside of insides)
        for (const tail of after) {
          const text = `${head}**${inside}**${tail}`;
          const stars = JSON.stringify(
            parse(text).map((node) => node),
            (key, value) => (key === 'position' ? undefined : value),
          );
          const left = /"type":"text","value":"[^"]*\*\*/.test(stars.replace(/\\"/g, "'"));
          const told = found(text).some(({ rule }) => rule === 'emphasis-boundary');
          if (left) starry++;
          if (left !== told) wrong.push(`${text}: ${left ? 'stars stay' : 'is bold'}`);
        }
    assert.ok(starry > 20);
    assert.deepEqual(wrong, []);
  });
});
