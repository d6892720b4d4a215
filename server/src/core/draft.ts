import type { Plan } from './model.ts';

/** The keys of a plan's front matter and what each is for (docs/plan-format.md). Other front matter is some other page's. */
export const FRONT_MATTER: readonly { readonly key: string; readonly use: string }[] = [
  { key: '标题', use: '规划全称' },
  { key: '地区', use: '本规划的地区' },
  { key: '层级', use: '国家、省、市、县之一' },
  { key: '领域', use: '如卫生健康、生态环境' },
  { key: '规划期', use: '如2021-2025' },
  { key: '基期年', use: '四位年份' },
  { key: '目标年', use: '四位年份' },
  { key: '发文字号', use: '备查' },
  { key: '发文机关', use: '备查' },
  { key: '成文日期', use: '备查' },
  { key: '上位规划', use: '文稿的路径，相对于本文件' },
];
const KEYS = FRONT_MATTER.map(({ key }) => key);

/** Whether a Markdown file is a plan draft by its own look: front matter with a plan's keys, or an indicator table. */
export function isDraft({ frontMatter, tables }: Plan): boolean {
  return KEYS.some((key) => frontMatter?.entries.has(key)) || tables.some((table) => table.kind === 'indicator');
}

/** A quick look at a text, which no draft fails: what it turns away need not be read. */
export function mayBeDraft(text: string): boolean {
  return KEYS.some((key) => text.includes(key)) || (/[|｜]/.test(text) && /指.{0,9}标|名.{0,9}称/.test(text));
}
