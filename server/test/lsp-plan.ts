import type { InitializeResult, Location, TextDocumentPositionParams } from 'vscode-languageserver';
import { caretIn, textIn } from './lsp-editor.ts';
import { type Session, useSession } from './lsp-session.ts';

/** A plan of three files, one of which is closed and one with CRLF, and a plan above it. */
export const files = {
  'planlint.json': '{ "plans": [{ "name": "青岚市规划", "files": ["一.md", "二.md", "三.md"] }] }',
  '一.md': `---
标题: 青岚市“十四五”卫生健康发展规划
地区: 青岚市
层级: 市
规划期: 2021-2025
上位规划: [上位/省规划.md]
---

# 青岚市“十四五”卫生健康发展规划

## 第一章 发展基础

2020年，全市人均期望寿命达到77.6岁，居民健康素养水平达到22.6%。

## 第二章 发展目标

表1 青岚市主要发展指标

| 序号 | 主要指标 | 2020年 | 2025年 | 指标性质 |
|---|---|---|---|---|
| 1 | 人均预期寿命（岁） | 77.6 | 78.6 | 预期性 |
| 2 | 孕产妇死亡率（/10万） | 11.2 | ≤9 | 约束性 |
| | 其中：农村 | 12.1 | ≤10 | 约束性 |
| 3 | 每千人口注册护士数（人） | 3.1 | 3.8 | 预期性 |
`,
  '二.md': `## 第三章 主要任务

### 第一节 提升服务能力

到2025年，人均预期寿命达到79.2岁，每千人口医疗卫生机构床位数和注册护士数分别达到7.3张、3.8人。指标见表1，项目见专栏1[^1]。

> **专栏1 服务能力提升项目**
>
> **实验楼建设项目**：新建实验楼8600平方米。
>
> **急救站建设项目**：新建急救站1所。

<!--
审稿意见：项目待补充。
-->

<!-- planlint-disable-next-line repeated-word -- 原文如此 -->

[^1]: 数据来自统计年报。
`.replaceAll('\n', '\r\n'),
  '三.md': `## 第四章 保障措施

持续提高人均预期寿命，控制孕产妇死亡率，任务见第三章第一节。
`,
  '上位/省规划.md': `---
标题: 云岭省“十四五”卫生健康发展规划
规划期: 2021-2025
---

| 主要指标 | 2020年 | 2025年 | 指标性质 |
|---|---|---|---|
| 人均预期寿命（岁） | 77.9 | 78.5 | 预期性 |
`,
} as const;

export type Name = keyof typeof files;

/** A byte order mark: the closed file has one on the disk. */
export const BOM = '\uFEFF';

export interface PlanSession extends Session {
  /** Starts a server on the plan, and opens its first two files. */
  begin(capabilities?: object, initializationOptions?: object): Promise<InitializeResult>;
  /** Where the caret in a fragment of a file stands. */
  at(name: Name, fragment: string): TextDocumentPositionParams;
  /** `一.md 人均预期寿命`: the file and the text that a location names. */
  say(location: Location): string;
}

/** For the tests of the suite in which it is called: the plan in a folder of its own. */
export function usePlan(): PlanSession {
  const session = useSession();
  const { uriOf } = session;
  const nameOf = (uri: string) => (Object.keys(files) as Name[]).find((name) => uriOf(name) === uri) as Name;
  return {
    ...session,
    async begin(capabilities = {}, initializationOptions) {
      for (const [name, text] of Object.entries(files)) session.save(name, name === '三.md' ? BOM + text : text);
      const result = await session.start(capabilities, initializationOptions);
      for (const name of ['一.md', '二.md'] as const) session.open(uriOf(name), files[name]);
      return result;
    },
    at: (name, fragment) => ({ textDocument: { uri: uriOf(name) }, position: caretIn(files[name], fragment) }),
    say: ({ uri, range }) => `${nameOf(uri)} ${textIn(files[nameOf(uri)], range)}`,
  };
}
