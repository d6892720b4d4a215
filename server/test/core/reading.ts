import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defaultFields } from '../../src/config/index.ts';
import { check, type Report } from '../../src/core/check.ts';
import { clean } from '../../src/core/clean.ts';
import type { Mention, Plan, Written } from '../../src/core/model.ts';
import type { Finding } from '../../src/core/rule.ts';
import { rules } from '../../src/core/rules/index.ts';

/** A text as the readers of numbers take it. */
export function written(text: string): Written {
  return clean({ uri: 'text.md', text }, 0, text.length);
}

export function report(...texts: readonly string[]): Report {
  const sources = texts.map((text, index) => ({ uri: `plan-${index + 1}.md`, text }));
  return check(sources, { fields: defaultFields });
}

export function plan(...texts: readonly string[]): Plan {
  return report(...texts).plan;
}

/** A city's plan from 2021 to 2025 with a body of one's own. */
export function cityPlan(body: string): string {
  const front = '标题: 青岩市“十四五”规划\n地区: 青岩市\n层级: 市\n规划期: 2021-2025\n基期年: 2020\n目标年: 2025';
  return `---\n${front}\n---\n\n# 青岩市“十四五”规划\n\n${body}\n`;
}

/** `婴儿死亡率 2025 ≤4‰`: who says what, in one line each. */
export function facts(body: string): string[] {
  return report(cityPlan(body)).mentions.map(say);
}

export function say({ subject, scope, year, role, value, before }: Mention): string {
  const told =
    value.kind === 'amount'
      ? `${value.quantity.bound === '=' ? '' : value.quantity.bound}${value.quantity.amount}${value.quantity.unit}`
      : value.kind === 'range'
        ? `${value.low.amount}—${value.high.amount}${value.high.unit}`
        : `${value.yearly ? '每年' : ''}${value.trend}${value.by?.amount ?? ''}${value.by?.unit ?? ''}`;
  const from = before ? `（原${before.amount}${before.unit}）` : '';
  return `${scope ? `[${scope}]` : ''}${subject.value} ${year ?? role} ${told}${from}`;
}

/** Findings on tables, targets, boxes and numbers; those on headings, terms and spelling are tested elsewhere. */
export function onNumbers({ findings }: Report): Finding[] {
  return findings.filter(
    ({ category, rule }) => /^(?:table|target|box)$/.test(category) || /^(?:value|unit)-conflict$/.test(rule),
  );
}

/** `value-conflict | 78岁`: what a text is blamed for and where. */
export function blamed(text: string): string[] {
  return onNumbers(report(text)).map(({ rule, span }) => `${rule} | ${span.source.text.slice(span.start, span.end)}`);
}

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The invented drafts, and the wrong examples of the rules' pages. */
export function drafts(): [name: string, text: string][] {
  const folders = ['examples', 'server/test/drafts', 'server/test/unseen'];
  const files = folders.flatMap((folder) => readdirSync(root + folder).map((name) => `${folder}/${name}`));
  const plans = files.filter((name) => name.endsWith('.md')).map((name) => [name, readFileSync(root + name, 'utf8')]);
  const pages = rules.flatMap(({ id }) => {
    const page = readFileSync(`${root}server/src/core/rules/${id}.md`, 'utf8');
    return [...page.matchAll(/^```md bad\n(.*?)^```$/gms)].map(([, text = ''], index) => [`${id} ${index}`, text]);
  });
  return [...plans, ...pages] as [string, string][];
}
