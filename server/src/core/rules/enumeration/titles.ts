import type { Span } from '../../model.ts';
import type { Problem, View } from '../../rule.ts';
import { claimsOf } from './claims.ts';

/** A heading that counts what its own headings, or the run-in titles of its paragraphs, name. */
export function* inHeadings({ plan }: View): Generator<Problem> {
  for (const section of plan.sections) {
    const title = section.title.value.replace(
      /^(?:第[^章节]+[章节]|[（(]?[一二三四五六七八九十\d]+[)）]?[、.．]?)\s*/,
      '',
    );
    const [claim] = claimsOf(title);
    if (!claim) continue;
    const tail = claim.noun.slice(-2);
    const titles = plan.sections.filter(({ parent }) => parent === section).map((child) => child.title.value);
    const runIns = plan.prose
      .filter((prose) => prose.section === section && prose.kind === 'paragraph')
      .map(({ text }) => /^([^。,;:]{2,25})[。:]/.exec(text)?.[1] ?? '');
    const named = [titles, runIns]
      .map((all) => all.filter((name) => name.includes(tail)).length)
      .find((found) => found >= 2);
    if (named === undefined || named === claim.count) continue;
    yield {
      span: spanOf(section.title, title.slice(claim.start, claim.end)),
      message: `标题说“${title.slice(claim.start, claim.end)}”，本节列出的却是${named}项`,
    };
  }
}

/** A box whose title counts its projects. */
export function* inBoxes({ plan }: View): Generator<Problem> {
  for (const { heading, name, items } of plan.boxes) {
    const [claim] = claimsOf(name?.value ?? '');
    const named = items.filter((item) => item.name).length;
    if (claim && named > 1 && named !== claim.count)
      yield {
        span: heading.span,
        message: `专栏名说“${name?.value.slice(claim.start, claim.end)}”，列出的却是${named}个项目`,
      };
  }
}

function spanOf({ span }: { span: Span }, words: string): Span {
  const at = span.source.text.slice(span.start, span.end).indexOf(words);
  return at < 0 ? span : { source: span.source, start: span.start + at, end: span.start + at + words.length };
}
