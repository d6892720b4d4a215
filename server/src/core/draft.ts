import type { Plan } from './model.ts';

/** The keys of a plan's front matter (docs/plan-format.md). Other front matter is some other page's. */
const KEYS = [
  '标题',
  '地区',
  '层级',
  '领域',
  '规划期',
  '基期年',
  '目标年',
  '发文字号',
  '发文机关',
  '成文日期',
  '上位规划',
];

/** Whether a Markdown file is a plan draft by its own look: front matter with a plan's keys, or an indicator table. */
export function isDraft({ frontMatter, tables }: Plan): boolean {
  return KEYS.some((key) => frontMatter?.entries.has(key)) || tables.some((table) => table.kind === 'indicator');
}

/** A quick look at a text, which no draft fails: what it turns away need not be read. */
export function mayBeDraft(text: string): boolean {
  return KEYS.some((key) => text.includes(key)) || (/[|｜]/.test(text) && /指.{0,9}标|名.{0,9}称/.test(text));
}
