import type { Plan, Section, Span } from '../core/model.ts';

/** How far each section reaches: from its heading to the next one of its level or above, within its file. In the order of the text. */
export function extentsOf({ sections }: Plan): ReadonlyMap<Section, Span> {
  const extents: [Section, Span][] = [];
  /** The headings behind that may end a section, the nearest last. */
  const behind: Section[] = [];
  for (const section of [...sections].reverse()) {
    const { source, start } = section.span;
    const ends = ({ span, level }: Section) => span.source === source && level <= section.level;
    while (behind.length && !ends(behind.at(-1) as Section)) behind.pop();
    extents.push([section, { source, start, end: behind.at(-1)?.span.start ?? source.text.length }]);
    behind.push(section);
  }
  return new Map(extents.reverse());
}
