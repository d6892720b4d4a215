import assert from 'node:assert/strict';
import { plan } from './reading.ts';

/** `2 第一章 发展背景 < 1 青岩市规划`: each section with the one it belongs to. */
function outline(text: string): string[] {
  return plan(text).sections.map(({ level, title, parent }) =>
    parent ? `${level} ${title.value} < ${parent.title.value}` : `${level} ${title.value}`,
  );
}

describe('sections', () => {
  it('of the chapter scheme nest by their level', () => {
    const text = '# 青岩市规划\n\n## 第一章 发展背景\n\n### 第一节 发展基础\n\n#### 一、成效\n\n## 第二章 目标\n';
    assert.deepEqual(outline(text), [
      '1 青岩市规划',
      '2 第一章 发展背景 < 青岩市规划',
      '3 第一节 发展基础 < 第一章 发展背景',
      '4 一、成效 < 第一节 发展基础',
      '2 第二章 目标 < 青岩市规划',
    ]);
  });

  it('of the document scheme nest by their level', () => {
    const text = '# 青岩市规划\n\n## 一、总体要求\n\n### （一）指导思想\n\n#### 1.健全体系\n';
    assert.deepEqual(outline(text).at(-1), '4 1.健全体系 < （一）指导思想');
  });

  it('may skip a level, and may lack the title', () => {
    assert.deepEqual(outline('## 一、总体要求\n\n#### 1.健全体系\n'), [
      '2 一、总体要求',
      '4 1.健全体系 < 一、总体要求',
    ]);
  });

  it('lose closing marks, emphasis and space around the title', () => {
    assert.deepEqual(outline('##   **一、总体要求**  ##\n'), ['2 一、总体要求']);
  });

  it('underlined as setext headings count too', () => {
    assert.deepEqual(outline('青岩市规划\n===\n\n一、总体要求\n---\n'), [
      '1 青岩市规划',
      '2 一、总体要求 < 青岩市规划',
    ]);
  });

  it('in code are none', () => {
    assert.deepEqual(outline('```\n# 不是标题\n```\n'), []);
  });
});
