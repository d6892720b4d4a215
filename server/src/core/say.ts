import { fold } from './fold.ts';
import type { Mention, Phrase, Quantity, Role } from './model.ts';
import type { Category, Note, Severity } from './rule.ts';

export const severityWord: Readonly<Record<Severity, string>> = {
  error: '错误',
  warning: '警告',
  information: '提示',
  hint: '建议',
};

export const categoryWord: Readonly<Record<Category, string>> = {
  structure: '结构',
  table: '指标表',
  target: '目标',
  box: '专栏',
  consistency: '前后一致',
  text: '文字',
  suppression: '注释',
};

/** A phrase as its author wrote it, full-width brackets and all; as it was understood where that is not one run of the text. */
export function quote({ value, span }: Phrase): string {
  const raw = span.source.text.slice(span.start, span.end);
  return fold(raw).replace(/[\s*]/g, '') === value.replace(/\s/g, '') ? raw.replace(/[\s*]+/g, '') : value;
}

/** A quantity as a reader would say it: with its unit, which a table's cell leaves to the name. */
export function sayQuantity({ value, unit }: Quantity): string {
  const bare = /^[≥≤><]?[\d.,—~-]+$/.test(value);
  return bare ? `${value}${unit}` : value;
}

/** What a mention states, as a reader would say it. */
export function sayValue({ value }: Mention): string {
  if (value.kind === 'amount') return sayQuantity(value.quantity);
  if (value.kind === 'range') return sayQuantity(value.low);
  const verb = value.trend === 'up' ? '提高' : '降低';
  return value.by ? `${value.yearly ? '每年' : ''}${verb}${sayQuantity(value.by)}` : `同比例${verb}`;
}

const ROLES: Readonly<Record<Role, string>> = {
  history: '历史',
  baseline: '基期',
  milestone: '阶段目标',
  target: '目标',
};

/** The time that a mention is told for: 2025年; 目标 where no year is known. */
export function sayWhen({ year, role }: Pick<Mention, 'year' | 'role'>): string {
  return year === undefined ? ROLES[role] : `${year}年`;
}

/** Where a mention stands: 指标表, 专栏, or the heading it is under. */
export function sayPlace(mention: Mention): string {
  if (mention.from === 'table') return '指标表';
  if (mention.from === 'box') return '专栏';
  const title = mention.section?.title.value;
  return title ? `“${title}”` : '正文';
}

/** The places of mentions, each with what it says. */
export function relate(mentions: readonly Mention[]): Note[] {
  return mentions.map((mention) => ({ span: mention.span, message: `${sayPlace(mention)}：${sayValue(mention)}` }));
}
