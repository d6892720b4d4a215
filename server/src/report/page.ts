import type { Category, Severity } from '../core/rule.ts';
import { categoryWord, severityWord } from '../core/say.ts';
import { chaptersPart, suppressedPart } from './findings.ts';
import { indicatorsPart } from './indicators.ts';
import { html, type Markup } from './markup.ts';
import type { PlanReview, Told } from './review.ts';
import { style } from './style.ts';

/**
 * One self-contained HTML page on one or more plans, to be read, printed and handed on. `date` is put as it is given; `missing`
 * are sentences on what the page lacks.
 */
export function pageOf(plans: readonly PlanReview[], date: string, missing: readonly string[] = []): string {
  const [only, ...more] = plans;
  const title = only && more.length === 0 ? `${named(only.title)}审阅报告` : '规划文稿审阅报告';
  const body = html`<header>
<h1>${title}</h1>
<p class="quiet">${date}${only && more.length === 0 ? html` · ${only.files.join('、')}` : html` · 共${plans.length}部规划`}</p>
${missing.map((sentence) => html`<p class="error">${sentence}</p>\n`)}</header>
${more.length > 0 && contents(plans)}
${plans.map((plan, index) => planPart(plan, index, more.length > 0))}
<p class="end">本报告由 PlanLint 对照规则自动生成，供起草人和审核人参考，是否修改由人决定。</p>`;
  return `<!DOCTYPE html>
${
  html`<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${{ html: style }}</style>
</head>
<body>
${body}
</body>
</html>`.html
}
`;
}

/** A title bears its own marks where its author put them. */
function named(title: string): string {
  return title.startsWith('《') ? title : `《${title}》`;
}

function contents(plans: readonly PlanReview[]): Markup {
  const item = (plan: PlanReview, index: number) =>
    html`<li><a href="#p${index + 1}">${plan.title}</a> <span class="quiet">${sayCount(openOf(plan).length)}</span></li>\n`;
  return html`<nav aria-label="目录"><ol>\n${plans.map(item)}</ol></nav>`;
}

function planPart(plan: PlanReview, index: number, several: boolean): Markup {
  const id = `p${index + 1}`;
  return html`<section class="plan" id="${id}">
${several && html`<h1>${plan.title}</h1>\n<p class="quiet">${plan.files.join('、')}</p>`}
${summary(plan)}
${chaptersPart(plan, id)}
${indicatorsPart(plan, id)}
${suppressedPart(plan, id)}
</section>
`;
}

const openOf = ({ chapters }: PlanReview): Told[] => chapters.flatMap(({ findings }) => findings);

const sayCount = (count: number) => (count === 0 ? '没有发现问题' : `${count}处问题`);

function summary(plan: PlanReview): Markup {
  const open = openOf(plan);
  const count = (severity: Severity, category?: Category) =>
    open.filter((one) => one.severity === severity && (!category || one.category === category)).length;
  const severities = (Object.keys(severityWord) as Severity[]).filter((severity) => count(severity) > 0);
  const categories = (Object.keys(categoryWord) as Category[]).filter((category) =>
    open.some((one) => one.category === category),
  );
  const broken =
    plan.broken.length > 0 && html`<p class="error">以下规则内部出错，结果不全：${plan.broken.join('、')}。</p>`;
  const quiet =
    plan.suppressed.length > 0 &&
    html`<p class="quiet">另有${plan.suppressed.length}处已在文中注明不查，列在文末。</p>`;
  if (open.length === 0) return html`${broken}<p><b class="right">没有发现问题。</b></p>${quiet}`;
  return html`${broken}<ul class="counts">
<li><b>${open.length}</b>共计</li>
${severities.map((severity) => html`<li class="${severity}"><b>${count(severity)}</b>${severityWord[severity]}</li>\n`)}</ul>
${quiet}<div class="scroll"><table>
<caption>各类问题（处）</caption>
<thead><tr><th scope="col">类别</th>${severities.map((severity) => html`<th scope="col" class="number">${severityWord[severity]}</th>`)}<th scope="col" class="number">合计</th></tr></thead>
<tbody>
${categories.map(
  (category) =>
    html`<tr><th scope="row">${categoryWord[category]}</th>${severities.map((severity) => html`<td class="number">${count(severity, category) || '—'}</td>`)}<td class="number">${open.filter((one) => one.category === category).length}</td></tr>\n`,
)}</tbody>
</table></div>`;
}
