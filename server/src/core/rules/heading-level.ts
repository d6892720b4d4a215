import { type Heading, readOutline, standsAside } from '../outline.ts';
import type { Problem, Rule } from '../rule.ts';

/** A level is skipped, or a numbering form stands at the wrong level. */
export const headingLevel: Rule = {
  id: 'heading-level',
  category: 'structure',
  severity: 'warning',
  summary: '标题越过了一级，或者编号形式与标题的级别不符。',
  *check({ plan, bodies }) {
    const outline = readOutline(plan);
    const homes = new Set(
      outline.flatMap((heading) => (heading.number && !deep(heading) ? `${heading.number.form}${heading.level}` : [])),
    );
    // A run is told at its first heading: that must stand where the rule is on.
    const sources = new Set(bodies.map(({ source }) => source));
    const told = outline.filter(({ section }) => sources.has(section.title.span.source));
    yield* each(told, (heading) => heading.misfit?.kind === 'level', misplaced);
    yield* each(told, (heading) => skips(heading, homes), skipped);
  },
};

/** One finding for each run of headings at one level under one parent. */
function* each(
  outline: readonly Heading[],
  wrong: (heading: Heading) => boolean,
  say: (heading: Heading) => string,
): Generator<Problem> {
  const odd = outline.filter(wrong);
  for (let at = 0; at < odd.length; ) {
    const first = odd[at] as Heading;
    let end = at + 1;
    while (
      end < odd.length &&
      odd[end]?.section.parent === first.section.parent &&
      odd[end]?.section.level === first.section.level
    )
      end++;
    const others = odd.slice(at + 1, end);
    yield {
      span: first.section.title.span,
      message: others.length ? `${say(first)}；同样的标题共${end - at}个` : say(first),
      related: others.map(({ section }) => ({ span: section.title.span, message: '同样的标题' })),
    };
    at = end;
  }
}

function misplaced({ level, number, misfit, raw }: Heading): string {
  const mark = raw.slice(number?.start, number?.end);
  const siblings = misfit?.form ? `（同级用“${misfit.form}”）` : '';
  return `编号“${mark}”的形式与标题的级别不符${siblings}，应为${'#'.repeat(Math.min(level, 6))}标题`;
}

function deep({ section, misfit, parent }: Heading): boolean {
  if (!parent || misfit?.kind === 'level' || standsAside(section.title.value)) return false;
  return section.level > parent.level + 1 && section.level > (section.parent?.level ?? 0) + 1;
}

/** Deeper than its parent by more than one, unless its number's form stands at that level elsewhere: a level left out on purpose. */
function skips(heading: Heading, homes: ReadonlySet<string>): boolean {
  return deep(heading) && !(heading.number && homes.has(`${heading.number.form}${heading.level}`));
}

function skipped({ section, parent }: Heading): string {
  const above = parent?.level ?? section.level - 1;
  return `${'#'.repeat(section.level)}标题的上级是${'#'.repeat(above)}标题，越过了一级，应为${'#'.repeat(above + 1)}标题`;
}
