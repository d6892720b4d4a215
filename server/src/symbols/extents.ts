import type { Plan, Section, Span } from '../core/model.ts';

/** How far each section reaches: from its heading to the next one of its level or above, within its file. */
export function extentsOf({ sections }: Plan): ReadonlyMap<Section, Span> {
  const extents = new Map<Section, Span>();
  const open: Section[] = [];
  const close = (end: (section: Section) => number, ends: (section: Section) => boolean) => {
    for (let last = open.at(-1); last && ends(last); last = open.at(-1)) {
      extents.set(last, { ...last.span, end: end(last) });
      open.pop();
    }
  };
  for (const section of sections) {
    const { source, start } = section.span;
    close(
      ({ span }) => (span.source === source ? start : span.source.text.length),
      ({ span, level }) => span.source !== source || level >= section.level,
    );
    open.push(section);
  }
  close(
    ({ span }) => span.source.text.length,
    () => true,
  );
  return extents;
}
