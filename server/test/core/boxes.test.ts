import assert from 'node:assert/strict';
import type { Box } from '../../src/core/model.ts';
import { blamed, plan } from './reading.ts';

/** `quote 1 重点项目: 甲（建设内容、总投资）、乙`: the box with its projects and their fields. */
function say({ form, number, name, items }: Box): string {
  const projects = items.map((item) => {
    const fields = item.fields.map((field) => field.name.value).join('、');
    return `${item.name?.value ?? '？'}${fields && `（${fields}）`}`;
  });
  return `${form} ${number?.value ?? '？'} ${name?.value ?? '？'}: ${projects.join('、')}`;
}

const boxes = (text: string) => plan(`## 一、任务\n\n${text}\n`).boxes.map(say);

const FORMS: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'the canonical form',
    '> **专栏1 重点项目**\n>\n> **甲项目**：内容一。\n>\n> **乙项目**：内容二。',
    ['quote 1 重点项目: 甲项目、乙项目'],
  ],
  [
    'a list in the quote',
    '> **专栏1 重点项目**\n>\n> - **甲项目**：内容一。\n> - **乙项目**：内容二。',
    ['quote 1 重点项目: 甲项目、乙项目'],
  ],
  [
    'nested fields',
    '> **专栏1 重点项目**\n>\n> 1. **甲项目**\n>    - 建设内容：新建用房\n>    - 总投资：1.2亿元\n> 2. **乙项目**\n>    - 建设内容：改造用房',
    ['quote 1 重点项目: 甲项目（建设内容、总投资）、乙项目（建设内容）'],
  ],
  [
    'half-width colons and a colon after the number',
    '> **专栏1:重点项目**\n>\n> **甲项目**:内容一。\n>\n> **乙项目:**内容二。',
    ['quote 1 重点项目: 甲项目、乙项目'],
  ],
  [
    'projects on lines that follow each other',
    '> **专栏1 重点项目**\n> **（1）甲项目**：内容一。\n> **（2）乙项目**：内容二。',
    ['quote 1 重点项目: (1)甲项目、(2)乙项目'],
  ],
  [
    'a table of one column',
    '| 专栏2 人才项目 |\n|---|\n| 甲项目：内容一。 |\n| 乙项目：内容二。 |',
    ['table 2 人才项目: 甲项目、乙项目'],
  ],
  [
    'a heading',
    '#### 专栏1 重点项目\n\n**甲项目**：内容一。\n\n**乙项目**：内容二。\n\n#### 1.其他\n\n正文。',
    ['heading 1 重点项目: 甲项目、乙项目'],
  ],
  [
    'a bare paragraph, its projects numbered',
    '专栏1 重点项目\n\n（1）甲项目：内容一。\n\n（2）乙项目：内容二。\n\n正文继续，不属于专栏。',
    ['paragraph 1 重点项目: 甲项目、乙项目'],
  ],
  ['a quotation, which is no box', '> 引用的一句话。', []],
  ['a mention of a box, which is no box', '具体见专栏1：下面说明。', []],
];

describe('boxes', () => {
  for (const [title, text, expected] of FORMS)
    it(title, () => {
      assert.deepEqual(boxes(text), expected);
      assert.deepEqual(
        blamed(`## 一、任务\n\n${text}\n`).filter((line) => line.startsWith('box-field')),
        [],
      );
    });

  it('with CRLF read the same', () => {
    for (const [, text, expected] of FORMS) assert.deepEqual(boxes(text.replaceAll('\n', '\r\n')), expected);
  });

  it('may open with an introduction, close with a note, and name a project by a title within the line', () => {
    const text =
      '> **专栏1 重点工程**\n>\n> 实施下列工程。\n>\n> （一）钢铁行业改造：改造3家。\n>\n> （二）柴油货车治理。淘汰2000辆。\n>\n> 注：以实际立项为准。';
    assert.deepEqual(
      blamed(`## 一、任务\n\n${text}\n`).filter((line) => line.startsWith('box-field')),
      [],
    );
  });

  it('without number, name or projects are blamed at their title', () => {
    assert.ok(blamed('> **专栏 重点项目**\n>\n> **甲项目**：内容。\n').includes('box-field | 专栏 重点项目'));
    assert.ok(blamed('> **专栏1**\n>\n> **甲项目**：内容。\n').includes('box-field | 专栏1'));
    assert.ok(blamed('> **专栏1 重点项目**\n').includes('box-field | 专栏1 重点项目'));
  });

  it('with an empty project are blamed at its name', () => {
    const text = '> **专栏1 重点项目**\n>\n> **甲项目**：内容。\n>\n> **乙项目**：\n';
    assert.ok(blamed(text).includes('box-field | 乙项目'));
  });
});
