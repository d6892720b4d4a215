import assert from 'node:assert/strict';
import { check } from '../src/core/check.ts';
import { rules } from '../src/core/rules/index.ts';

const structure = new Set(rules.filter(({ category }) => category === 'structure').map(({ id }) => id));

/** What the rules of structure find: rule, the text marked, a mark for a safe fix (+) or one to be confirmed (?). */
function found(...texts: string[]): string[] {
  const report = check(texts.map((text, index) => ({ uri: `${index}.md`, text })));
  assert.deepEqual(report.broken, []);
  return report.findings
    .filter(({ rule }) => structure.has(rule))
    .map(({ rule, span, fix }) => {
      const mark = fix ? (fix.safe ? ' +' : ' ?') : '';
      return `${rule} ${span.source.text.slice(span.start, span.end)}${mark}`;
    });
}

/** Headings, one a line: the number of signs is the level. */
function headings(...lines: string[]): string {
  return lines.join('\n\n');
}
const chapters = (...numbers: string[]) =>
  headings('# 青川市“十五五”文化发展规划', ...numbers.map((number) => `## 第${number}章 ${number}`));

describe('numbers of headings', () => {
  const cases: readonly (readonly [name: string, numbers: string, expected: string[]])[] = [
    ['run on', '一二三四五', []],
    ['begin late', '二三四', ['heading-number 第二章 ?']],
    ['repeat, the next right again', '一二二四', ['heading-number 第二章 +']],
    ['repeat at the end', '一二三三', ['heading-number 第三章 +']],
    ['repeat, all that follow shifted', '一二二三四', ['heading-number 第二章 ?']],
    ['skip, all that follow shifted', '一二四五六', ['heading-number 第四章 ?']],
    ['skip at the end', '一二三五', ['heading-number 第五章 ?']],
    ['one mistyped', '一二九四五', ['heading-number 第九章 +']],
    ['two swapped', '一三二四五', ['heading-number 第三章']],
    ['one moved down', '一三四二五', ['heading-number 第二章']],
    ['one moved up', '一五二三四六', ['heading-number 第五章']],
    ['two slips', '一二二四五七八', ['heading-number 第二章 +', 'heading-number 第七章 ?']],
  ];
  for (const [name, numbers, expected] of cases)
    it(name, () => assert.deepEqual(found(chapters(...numbers)), expected));

  it('may go on from another file, or begin anywhere in a chapter kept alone', () => {
    assert.deepEqual(found(chapters('一', '二'), '## 第三章 三\n', '## 第四章 四\n'), []);
    assert.deepEqual(found(chapters('一', '二'), '## 第三章 三\n', '## 第三章 四\n'), ['heading-number 第三章 +']);
    assert.deepEqual(found('## 第六章 六\n\n### 第一节 一\n'), []);
  });

  it('of sections begin anew in each chapter, or run through all of them', () => {
    const plan = (...rest: string[]) =>
      headings('# 规划', '## 第一章 甲', '### 第一节 甲', '### 第二节 乙', '## 第二章 乙', ...rest);
    assert.deepEqual(found(plan('### 第一节 甲', '### 第二节 乙')), []);
    assert.deepEqual(found(plan('### 第三节 甲', '### 第四节 乙', '## 第三章 丙', '### 第五节 甲')), []);
    assert.deepEqual(found(plan('### 第一节 甲', '### 第三节 乙', '## 第三章 丙', '### 第一节 甲')), [
      'heading-number 第三节 ?',
    ]);
    assert.deepEqual(found(plan('### 第二节 甲', '### 第二节 乙', '## 第三章 丙', '### 第一节 甲')), [
      'heading-number 第二节 +',
    ]);
  });

  it('of annexes and of parts are their own', () => {
    assert.deepEqual(
      found(headings('# 规划', '## 一、甲', '## 二、乙', '## 附件：分工', '## 一、甲', '## 二、乙')),
      [],
    );
    assert.deepEqual(found(headings('# 规划', '## 一、甲', '## 二、乙', '# 附件1 清单', '## 一、甲', '## 二、乙')), []);
    assert.deepEqual(
      found(headings('# 规划', '## 第一篇 甲', '### 第一章 一', '### 第二章 二', '## 第二篇 乙', '### 第三章 三')),
      [],
    );
  });

  it('are none where a title only begins with numerals', () => {
    assert.deepEqual(
      found(headings('# 规划', '## 一、甲', '## 二、一、二、三产业融合', '### 一、二、三产业', '## 三、丙')),
      [],
    );
  });
});

describe('levels of headings', () => {
  it('of a form that stands elsewhere, once, and without a slip of numbers', () => {
    const body = ['## 第一章 甲', '### 第一节 甲', '#### 一、甲', '#### 二、乙', '### 第二节 乙', '#### 一、甲'];
    assert.deepEqual(found(headings('# 规划', ...body, '### 二、乙', '#### 三、丙')), ['heading-level 二、乙']);
    assert.deepEqual(found(headings('# 规划', ...body, '#### 第三节 丙')), ['heading-level 第三节 丙']);
    assert.deepEqual(found(headings('# 规划', ...body, '### 第三节 丙', '### 第二章 乙', '## 第三章 丙')), [
      'heading-level 第二章 乙',
    ]);
  });

  it('may be left out by a whole chapter', () => {
    const body = ['## 第一章 甲', '### 第一节 甲', '#### 一、甲', '#### 二、乙', '### 第二节 乙', '## 第二章 保障'];
    assert.deepEqual(found(headings('# 规划', ...body, '### 一、组织', '### 二、投入')), []);
    assert.deepEqual(found(headings('# 规划', ...body, '#### 一、组织', '#### 二、投入')), []);
    assert.deepEqual(found(headings('# 规划', ...body, '##### 组织', '##### 投入')), ['heading-level 组织']);
  });
});

describe('numbers of captions and items', () => {
  const table = (caption: string) => `${caption}\n\n| 区县 | 床位（张） |\n|---|---|\n| 甲县 | 10 |\n`;
  const box = (title: string, ...numbers: string[]) =>
    [`> **${title}**`, ...numbers.map((number) => `> ${number}**项目${number}**：建设。`)].join('\n>\n');

  it('of tables', () => {
    assert.deepEqual(found('# 规划', table('表1 甲情况'), table('**表2** 乙情况'), table('表3 丙情况')), []);
    assert.deepEqual(found('# 规划', table('表1 甲情况'), table('表1 乙情况'), table('表3 丙情况')), [
      'caption-number 表1 乙情况 +',
    ]);
    assert.deepEqual(found('# 规划', table('表1-1 甲情况'), table('表1-2 乙情况'), table('表2-1 丙情况')), []);
    assert.deepEqual(found('# 规划', table('表1-1 甲情况'), table('表1-3 乙情况'), table('表2-1 丙情况')), [
      'caption-number 表1-3 乙情况 ?',
    ]);
    assert.deepEqual(found('# 规划', table('表1 甲情况'), table('表2 甲情况\n\n单位：张'), table('表3 丙情况')), []);
    assert.deepEqual(found('# 规划', table('甲县床位情况'), table('乙县床位情况')), []);
  });

  it('of figures, under or in their pictures', () => {
    assert.deepEqual(found('# 规划\n\n![](a.png)\n\n图1 布局\n\n![](b.png)\n\n图3 交通\n'), [
      'caption-number 图3 交通 ?',
    ]);
    assert.deepEqual(found('# 规划\n\n![图1 布局](a.png)\n\n![图2 交通](b.png)\n\n布局见图1、图2。\n'), []);
  });

  it('of boxes; one without a number is not also a skip', () => {
    assert.deepEqual(found('# 规划', box('专栏1 甲', ''), box('专栏3 乙', ''), box('专栏3 丙', '')), [
      'caption-number 专栏3 乙 +',
    ]);
    assert.deepEqual(found('# 规划', box('专栏1 甲', ''), box('专栏 乙类工程', ''), box('专栏3 丙', '')), []);
  });

  it('of projects that run through the boxes, or begin anew in each', () => {
    const three = (a: string[], b: string[], c: string[]) =>
      found('# 规划', box('专栏1 甲', ...a), box('专栏2 乙', ...b), box('专栏3 丙', ...c));
    assert.deepEqual(three(['（1）', '（2）'], ['（3）'], ['（4）', '（5）']), []);
    assert.deepEqual(three(['（1）', '（2）'], ['（3）'], ['（5）', '（6）']), ['item-number 5 ?']);
    assert.deepEqual(three(['（1）', '（2）', '（3）'], ['（1）', '（2）'], ['（1）']), []);
    assert.deepEqual(three(['（1）', '（2）', '（3）'], ['（1）', '（1）', '（3）'], ['（1）']), ['item-number 1 +']);
  });

  it('of paragraphs and of lists', () => {
    const paragraphs = (...numbers: string[]) => numbers.map((number) => `${number}加强建设。落实任务。`).join('\n\n');
    assert.deepEqual(found(paragraphs('1.', '2.', '3.', '5.')), ['item-number 5 ?']);
    assert.deepEqual(found(paragraphs('（1）', '（2）', '（2）', '（4）')), ['item-number 2 +']);
    assert.deepEqual(found('1. 甲\n2. 乙\n4. 丁\n5. 戊\n'), ['item-number 4 ?']);
    assert.deepEqual(found('1. 甲\n1. 乙\n1. 丁\n1. 戊\n'), []);
    assert.deepEqual(found(paragraphs('1.', '3.')), []);
  });
});

describe('references', () => {
  it('to what is there, to other documents and to no place are let be', () => {
    const plan =
      '# 规划\n\n## 第一章 甲\n\n见第二章。详见《省规划》专栏9、《省规划》表7。派出代表3名，附件一式两份。\n\n## 第二章 乙\n';
    const box = '> **专栏1 甲**\n>\n> **项目**：建设。\n';
    assert.deepEqual(found(plan, box), []);
  });

  it('to what is not there', () => {
    const plan = (text: string) =>
      `# 规划\n\n## 第一章 甲\n\n${text}\n\n表1 甲情况\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n\n## 第二章 乙\n\n# 附件1 清单\n`;
    assert.deepEqual(found(plan('详见表2。')), ['dangling-reference 表2']);
    assert.deepEqual(found(plan('（见表 1）')), []);
    assert.deepEqual(found(plan('清单见附件1、附件2。')), ['dangling-reference 附件2']);
    assert.deepEqual(found(plan('详见第五章。')), ['dangling-reference 第五章']);
  });

  it('to footnotes, in headings and tables too', () => {
    assert.deepEqual(found('## 甲[^1]\n\n| 甲[^2] | 乙 |\n|---|---|\n| 1 | 2 |\n\n[^1]: 一\n\n[^2]: 二\n'), []);
  });
});

describe('the table of contents', () => {
  const body = headings('## 第一章 甲', '### 第一节 现状', '### 第二节 形势', '## 第二章 总体要求', '## 第三章 保障');
  const plan = (contents: string) => `# 规划\n\n## 目录\n\n${contents}\n\n${body}\n`;

  it('may show the chapters alone, by links, with pages, in paragraphs', () => {
    assert.deepEqual(found(plan('- 第一章 甲\n- 第二章 总体要求\n- 第三章 保障')), []);
    assert.deepEqual(found(plan('- [第一章 甲](#a)\n- [第二章 总体要求](#b)\n- [第三章 保障](#c)')), []);
    assert.deepEqual(
      found(plan('第一章 甲………1\n\n第一节 现状………1\n\n第二节 形势……2\n\n第二章　总体要求\t5\n\n第三章 保障......9')),
      [],
    );
  });

  it('ends at a paragraph that is no list', () => {
    assert.deepEqual(found(plan('- 第一章 甲\n- 第二章 总体要求\n- 第三章 保障\n\n为加快发展，制定本规划。')), []);
  });

  it('differs in wording, order, length', () => {
    assert.deepEqual(found(plan('- 第一章 甲\n- 第二章 总体思路\n- 第三章 保障')), ['toc-sync 第二章 总体思路 +']);
    assert.deepEqual(found(plan('- 第一章 甲\n- 第三章 保障\n- 第二章 总体要求')), ['toc-sync 第三章 保障']);
    assert.deepEqual(found(plan('- 第一章 甲\n- 第二章 总体要求\n- 第三章 保障\n- 第四章 附则')), [
      'toc-sync 第四章 附则',
    ]);
    assert.deepEqual(found(plan('- 第一章 甲\n- 第三章 保障')), ['toc-sync 第一章 甲 +']);
  });
});

describe('the name of the plan', () => {
  const plan = (title: string, notice: string, heading: string) =>
    `---\n标题: ${title}\n---\n\n${notice}\n\n# ${heading}\n\n## 一、甲\n`;
  const name = '青川市“十五五”文化发展规划';

  it('may leave out the place, and be written with other quotation marks or spaces', () => {
    assert.deepEqual(found(plan(name, `关于印发《${name}》的通知`, '青川市 "十五五" 文化发展规划（征求意见稿）')), []);
    assert.deepEqual(
      found(plan(name, `依据《四川省“十五五”文化发展规划》，现印发《“十五五”文化发展规划》。`, name)),
      [],
    );
  });

  it('is wrong where it stands alone', () => {
    const notice = `青川市人民政府关于印发${name}的通知`;
    assert.deepEqual(found(plan(name, notice, '青川市“十五五”文化事业发展规划')), [
      'title-sync 青川市“十五五”文化事业发展规划',
    ]);
  });
});
