import type { Box, BoxItem } from '../../core/model.ts';
import { escaped, type Proposal, type Scene } from './proposal.ts';

/** Fields that projects have in most plans. */
const USUAL = ['建设内容', '建设规模', '责任单位', '完成时限', '总投资', '资金来源'];
/** A longer value is nothing that is written twice. */
const SHORT = 16;

/** In a box: the fields that a project lacks, those that the plan's schema asks for first, and what others have in them. */
export function boxFields(scene: Scene): Proposal[] | undefined {
  const { before, after } = scene;
  const box = boxAt(scene);
  if (!box || !/^[ \t]*>/.test(before)) return undefined;
  const line = before.replace(/^[ \t]*(?:>[ \t]?)+/, '');
  const item = box.items.filter(({ span }) => span.start <= scene.offset).at(-1);
  const [, value, typed = ''] = /^[ \t]*[-*+][ \t]+([^：:*]{2,12})[：:][ \t]*([^：:]*)$/.exec(line) ?? [];
  if (value !== undefined) return after.trim() === '' ? valuesOf(scene, value, typed) : [];
  const field = /^[ \t]+[-*+][ \t]+([^：:]*)$/.exec(line);
  if (field) return item && after.trim() === '' ? fieldsOf(scene, item, field[1] ?? '') : [];
  return line.trim() === '' && after.trim() === '' ? [project(box)] : undefined;
}

function boxAt({ report: { plan }, source, offset }: Scene): Box | undefined {
  // The line that is being written may be empty yet, and so no part of the quote.
  return plan.boxes.find(
    ({ form, span }) => form === 'quote' && span.source === source && span.start <= offset && offset <= span.end + 4,
  );
}

function fieldsOf(scene: Scene, item: BoxItem, typed: string): Proposal[] {
  const { report, fields } = scene;
  const there = new Set(item.fields.map(({ name }) => name.value.trim()));
  const asked = fields?.asked ?? [];
  const used = report.plan.boxes.flatMap(({ items }) =>
    items.flatMap((one) => one.fields.map(({ name }) => name.value.trim())),
  );
  const names = [...new Set([...asked.map(({ name }) => name), ...used, ...USUAL])].filter((name) => !there.has(name));
  return names.map((name): Proposal => {
    const hint = asked.find((one) => one.name === name);
    const detail = hint && [hint.required ? '必填' : '', hint.hint ?? ''].filter(Boolean).join('，');
    return {
      kind: 'field',
      label: name,
      length: typed.length,
      text: `${name}：`,
      ...(detail && { detail }),
      goesOn: valuesOf(scene, name, '').length > 0,
    };
  });
}

/** What other projects have in the same field, the most frequent first, after what the schema lets it have. */
function valuesOf({ report: { plan }, fields }: Scene, field: string, typed: string): Proposal[] {
  const counts = new Map<string, number>();
  for (const { name, content } of plan.boxes.flatMap(({ items }) => items.flatMap((item) => item.fields)))
    if (name.value.trim() === field.trim() && content.value && content.value.length <= SHORT && content.value !== typed)
      counts.set(content.value, (counts.get(content.value) ?? 0) + 1);
  const used = [...counts].sort(([, a], [, b]) => b - a).map(([value]) => value);
  const choices = fields?.asked.find(({ name }) => name === field.trim())?.choices ?? [];
  return [...new Set([...choices, ...used])].map((value) => ({
    kind: 'value',
    label: value,
    length: typed.length,
    text: value,
  }));
}

function project({ items }: Box): Proposal {
  const number = /^[(（](\d+)[)）]$/.exec(items.at(-1)?.number?.value ?? '')?.[1];
  const lead = number ? `（${Number(number) + 1}）` : '';
  return {
    kind: 'template',
    label: '项目',
    detail: '名称和内容',
    length: 0,
    text: `${lead}**项目名称**：项目内容`,
    snippet: `${escaped(lead)}**\${1:项目名称}**：\${2:项目内容}`,
  };
}
