import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { RootContent } from 'mdast';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { cut } from '../../src/core/blocks.ts';
import { parse } from '../../src/core/parse.ts';

const remark = unified()
  .use(remarkParse)
  .use(function (this: Processor) {
    Object.assign(this.data(), {
      micromarkExtensions: [gfmTable(), gfmFootnote()],
      fromMarkdownExtensions: [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown()],
    });
  });

/** A call of a footnote and a link by its name are read otherwise where the piece does not hold the definition. */
const TEXT = new Set(['paragraph', 'heading', 'tableCell']);

/** Blocks by kind and place, blank lines at their ends aside. `deep`: with the blocks that stand in them. */
function outline(nodes: readonly RootContent[], text: string, base: number, deep: boolean): string[] {
  return nodes.flatMap((node) => {
    const { type, position } = node;
    const end = text.slice(0, base + (position?.end.offset ?? 0)).trimEnd().length;
    const line = `${type} ${base + (position?.start.offset ?? 0)}—${end}`;
    const inner =
      deep && !TEXT.has(type) && 'children' in node ? outline(node.children as RootContent[], text, base, deep) : [];
    return [line, ...inner.map((each) => `  ${each}`)];
  });
}

function piecewise(text: string, deep: boolean): string[] {
  return cut(text, 0).flatMap(({ start, end }) => outline(parse(text.slice(start, end)), text, start, deep));
}

function whole(text: string, deep: boolean): string[] {
  return outline(remark.parse(text).children, text, 0, deep);
}

const AWKWARD = [
  '第一段，平常的一段话。',
  '第二段\n折成两行。',
  '# 标题',
  '## 一、标题 ##',
  '标题\n===',
  '标题\n---',
  '---',
  '- 甲\n- 乙',
  '- 甲\n\n- 乙',
  '- 甲\n\n  还是甲\n\n  - 子项',
  '1. 甲\n2. 乙',
  '12.实施健康教育。',
  '12. 实施健康教育。',
  '+ 丙',
  '* 丁',
  '```\n# 不是标题\n\n还在代码里\n```',
  '~~~~\n```\n\n~~~\n~~~~',
  '``` ` ```',
  '    缩进的代码',
  '- 甲\n  ```\n  没有关上的代码',
  '- ```\n  代码\n\n  还在代码里\n  ```',
  '- 甲\n  <!--\n  没有关上的注释',
  '```\n-->\n\n# 不是标题\n```',
  ' ```\n缩一格的代码\n\n# 不是标题\n ```',
  '<!-- 一行注释 -->',
  '<!-- 注释\n\n# 不是标题\n\n-->',
  '<!-- 注释 --> 后面有字',
  '<div>\n块\n</div>',
  '<pre>\n\n# 不是标题\n\n</pre>',
  '<?php\n\n?>',
  '<span>行内</span>文字',
  '> 引用\n> 第二行',
  '> 引用\n懒惰的一行',
  '> > 套着的引用\n>\n> - 表\n>   续',
  '> **专栏1 项目**\n>\n> **甲**：内容。',
  '| 甲 | 乙 |\n|---|---|\n| 1 | 2 |',
  '| 甲 | 乙 |\n|---|---|\n| 1 \\| 3 | 2 |\n表后的字',
  '| 甲 | 乙 |\n|---|\n| 1 | 2 |',
  '正文里的脚注[^1]。',
  '[^1]: 脚注的话。',
  '[^2]: 脚注\n\n    第二段',
  '[链接]: https://example.org',
  '**加粗**：内容`代码`',
  '2021~2025年增长5~6%。',
  '\\# 不是标题',
  '  两格之后',
  '\t制表之后',
  '全角空格　之后',
  '#没有空格',
  '=====',
  '***',
  '行尾两空格  \n换行',
];

/** A small generator with a seed, so that a failure can be seen again. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

function mixture(seed: number, breaks: string): string {
  const next = random(seed);
  const pick = <T>(from: readonly T[]) => from[Math.floor(next() * from.length)] as T;
  let text = '';
  for (let count = 2 + Math.floor(next() * 8); count > 0; count--)
    text += pick(AWKWARD) + pick(['\n\n', '\n\n', '\n\n', '\n', '\n\n\n', '\n \n']);
  return text.replaceAll('\n', breaks);
}

describe('a text cut into pieces', () => {
  const folders = ['../drafts/', '../../../examples/'].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  for (const folder of folders)
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.md')))
      for (const [kind, breaks] of [
        ['LF', '\n'],
        ['CRLF', '\r\n'],
      ] as const)
        it(`gives the same tree as whole: ${name}, ${kind}`, () => {
          const text = readFileSync(folder + name, 'utf8')
            .replace(/^---\n.*?\n---\n/s, '')
            .replaceAll('\n', breaks);
          assert.deepEqual(piecewise(text, true), whole(text, true));
        });

  for (const [kind, breaks] of [
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ] as const)
    it(`gives the same blocks as whole: 400 mixtures of awkward Markdown, ${kind}`, () => {
      for (let seed = 1; seed <= 400; seed++) {
        const text = mixture(seed, breaks);
        assert.deepEqual(piecewise(text, false), whole(text, false), JSON.stringify(text));
      }
    });
});
