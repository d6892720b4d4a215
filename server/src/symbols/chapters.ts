import type { Plan, Section, Span } from '../core/model.ts';

/** The chapter that a section is or lies in: the topmost below the plan's title. */
export function chapterOf(section: Section | undefined): Section | undefined {
  let at = section;
  while (at?.parent && at.parent.level > 1) at = at.parent;
  return at;
}

/** Tells in which section of a plan a place lies: one ends where the next begins, be it in the next file. */
export function sectionFinder({ sources, sections }: Plan): (span: Span) => Section | undefined {
  const order = new Map(sources.map((source, index) => [source, index]));
  const orderOf = ({ source }: Span) => order.get(source) ?? 0;
  const reversed = [...sections].reverse();
  return (span) =>
    reversed.find((section) =>
      section.span.source === span.source ? section.span.start <= span.start : orderOf(section.span) < orderOf(span),
    );
}
