import { readFile } from 'node:fs/promises';
import { defaultFields } from '../server/src/config/index.ts';
import { check } from '../server/src/core/check.ts';
import { rules } from '../server/src/core/rules/index.ts';
import { categoryWord, severityWord } from '../server/src/core/say.ts';

const root = new URL('../', import.meta.url);

/**
 * What is told of a rule: its page's title, the levels that its findings have, how they are mended. Levels and fixes are taken from
 * what the wrong examples of its page yield, so that nobody is promised more than happens.
 */
export async function factsOf({ id, severity }) {
  const page = await readFile(new URL(`server/src/core/rules/${id}.md`, root), 'utf8');
  const title = /^# (.+?)（/.exec(page)?.[1] ?? id;
  const bad = [...page.matchAll(/^```md bad\n(.*?)^```$/gms)].map(([, text]) => text);
  const found = bad
    .flatMap((text) => check([{ uri: 'example.md', text }], { fields: defaultFields }).findings)
    .filter(({ rule }) => rule === id);
  const met = new Set([severity, ...found.map((finding) => finding.severity)]);
  const levels = Object.keys(severityWord).filter((level) => met.has(level));
  const fixes = found.flatMap(({ fix }) => fix ?? []);
  const mended = fixes.some(({ safe }) => safe) ? '可直接修改' : fixes.length ? '给出改法' : '—';
  const level = levels.map((word) => severityWord[word]).join('、');
  return { title: `[${title}](../server/src/core/rules/${id}.md)`, level, mended };
}

async function lineOf(rule) {
  const { title, level, mended } = await factsOf(rule);
  return `| ${title} | \`${rule.id}\` | ${level} | ${mended} | ${rule.summary} |`;
}

/** docs/rules.md, the list of all rules. */
export async function rulesPage() {
  const parts = [];
  for (const category of new Set(rules.map((rule) => rule.category))) {
    const own = rules.filter((rule) => rule.category === category);
    const lines = await Promise.all(own.map(lineOf));
    parts.push(
      [
        `## ${categoryWord[category]}（\`${category}/*\`）\n`,
        '| 规则 | 规则名 | 级别 | 修改 | 查什么 |',
        '|---|---|---|---|---|',
        ...lines,
      ].join('\n'),
    );
  }
  return `<!-- 由 npm run docs 生成，请勿手改：改规则或规则的说明页。 -->

# 规则一览

共${rules.length}条。点规则可看说明页：查什么、为什么、正误示例、怎样改、怎样关闭；命令行用 \`planlint explain 规则名\` 查看同一页。

“级别”是未经配置时的级别，有几个的按情况而定。“修改”一栏：“可直接修改”的，至少有一种情形改后的文字确定无疑，编辑器把它列为
首选的快速修复；“给出改法”的要由人判断后再用；“—”的没有快速修复。

${parts.join('\n\n')}
`;
}
