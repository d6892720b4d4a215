import { labelOf } from '../core/captions.ts';
import type { Report } from '../core/check.ts';
import { groupBy } from '../core/group.ts';
import type { Box, Reference, Section, Span, Table } from '../core/model.ts';
import {
  annexesByLabel,
  captionKindOf,
  captionsByLabel,
  footnotesByLabel,
  isForeign,
  opensLine,
  placeFor,
  readChapters,
} from '../core/targets.ts';
import { extentsOf } from './extents.ts';

/** Something with a title that references point at: a box, a table, a figure, a chapter, an annex, a footnote. */
export interface Landmark {
  readonly title: Span;
  /** The title and what it stands for. */
  readonly whole: Span;
  readonly box?: Box;
  readonly table?: Table;
  readonly section?: Section;
}

export interface Landmarks {
  readonly all: readonly Landmark[];
  /** What a reference points at; undefined where that is not in the plan, or where it is no reference but a title. */
  of(reference: Reference): Landmark | undefined;
  /** The references that point at a landmark, in the order of the text. */
  to(landmark: Landmark): readonly Reference[];
}

const known = new WeakMap<Report, Landmarks>();

export function landmarksOf(report: Report): Landmarks {
  const found = known.get(report) ?? gather(report);
  known.set(report, found);
  return found;
}

function gather({ plan }: Report): Landmarks {
  const byTitle = new Map<string, Landmark>();
  const idOf = ({ source, start }: Span) => `${source.uri}\n${start}`;
  const add = (landmark: Landmark) => byTitle.set(idOf(landmark.title), landmark);
  const at = (title: Span) => byTitle.get(idOf(title)) ?? { title, whole: title };
  for (const [section, whole] of extentsOf(plan)) add({ section, title: section.title.span, whole });
  for (const table of plan.tables)
    if (table.caption) add({ table, title: table.caption.span, whole: { ...table.caption.span, end: table.span.end } });
  for (const box of plan.boxes) add({ box, title: box.heading.span, whole: box.span });
  const captions = captionsByLabel(plan);
  const annexes = annexesByLabel(plan);
  const notes = footnotesByLabel(plan);
  const chapters = readChapters(plan);
  for (const { span } of [...captions.values()].flatMap((same) => [...same.values()])) add(at(span));
  for (const { span } of annexes.values()) add(at(span));
  for (const { value, span } of notes.values())
    add({ title: { ...span, end: span.start + value.length + 3 }, whole: span });

  function titleOf(reference: Reference): Span | undefined {
    const { kind, label } = reference;
    if (kind === 'footnote') return notes.get(label.toLowerCase())?.span;
    if (opensLine(reference) || isForeign(reference)) return undefined;
    if (kind === 'annex') return annexes.get(labelOf(label))?.span;
    if (kind !== 'section') {
      const caption = captionKindOf(reference);
      return caption && captions.get(caption)?.get(labelOf(label))?.span;
    }
    const { asked, chapter, part } = placeFor(reference, chapters);
    return (asked.part ? part : chapter?.heading)?.section.title.span;
  }

  const of = (reference: Reference) => {
    const title = titleOf(reference);
    return title && byTitle.get(idOf(title));
  };
  const references = groupBy(plan.references, (reference) => {
    const landmark = of(reference);
    return landmark && idOf(landmark.title);
  });
  return { all: [...byTitle.values()], of, to: ({ title }) => references.get(idOf(title)) ?? [] };
}
