import type { Plan } from './model.ts';

/** Whether a Markdown file is a plan draft by its own look: front matter with a plan's keys, or an indicator table. */
export function isDraft(plan: Plan): boolean {
  return (plan.frontMatter?.entries.size ?? 0) > 0 || plan.tables.some((table) => table.kind === 'indicator');
}
