import { categoryWord, severityWord } from '../core/say.ts';
import type { Excerpt } from './excerpt.ts';
import { html, type Markup } from './markup.ts';
import type { PlanReview, Told, Where } from './review.ts';

/** What was found, in the order of the text. */
export function chaptersPart({ chapters }: PlanReview, id: string): Markup {
  const chapter = ({ title, findings }: PlanReview['chapters'][number]) =>
    html`<h3>${title || '开头部分'} <span class="quiet">${findings.length}处</span></h3>
${findings.map((finding) => findingPart(finding, id))}`;
  return html`${chapters.length > 0 && html`<h2>逐处说明</h2>\n`}${chapters.map(chapter)}`;
}

/** What its author has switched off, with the reasons. */
export function suppressedPart({ suppressed }: PlanReview, id: string): Markup {
  if (suppressed.length === 0) return html``;
  return html`<h2>已在文中注明不查</h2>
${suppressed.map((finding) => findingPart(finding, id))}`;
}

function findingPart(finding: Told, id: string): Markup {
  const { number, severity, category, message, where, excerpt, related, fix, reason, rule, summary } = finding;
  return html`<article class="finding ${severity}" id="${id}-${number}">
<header><b class="${severity}">${number}　${severityWord[severity]}</b><span>${categoryWord[category]}</span><span>${sayWhere(where)}</span></header>
<p class="message">${message}</p>
${excerptPart(excerpt)}
${related.length > 0 && html`<ul class="related">\n${related.map((note) => html`<li><p class="place">${sayWhere(note.where)}　${note.message}</p>${excerptPart(note.excerpt)}</li>\n`)}</ul>`}
<footer>
${reason !== undefined && html`<p><b>不查的理由：</b>${reason || '未写'}</p>\n`}${fix !== undefined && html`<p class="fix"><b>改法：</b>${fix}</p>\n`}<p>规则 <code>${rule}</code>　${summary}</p>
</footer>
</article>
`;
}

function excerptPart({ before, marked, after }: Excerpt): Markup {
  return html`<p class="excerpt">${before}<mark>${marked}</mark>${after}</p>`;
}

export function sayWhere({ file, line }: Where): string {
  return `${file === undefined ? '' : `${file} `}第${line}行`;
}
