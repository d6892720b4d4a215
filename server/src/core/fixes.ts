import type { Span } from './model.ts';
import type { Edit, Finding, Fix } from './rule.ts';

/** The fixes of findings that may be applied without asking and change no other source than the finding's own. */
export function safeFixes(findings: readonly Finding[]): Fix[] {
  return findings.flatMap(({ fix, span }) =>
    fix?.safe && fix.edits.every((edit) => edit.span.source === span.source) ? [fix] : [],
  );
}

/**
 * As many fixes as go together. Of two that touch the same place the earlier one is taken, the other as a whole is left for the
 * next time: half a fix is none.
 */
export function compatible(fixes: readonly Fix[]): Fix[] {
  const taken = new Map<string, Edit[]>();
  const known = new Set<string>();
  return fixes.filter(({ edits }) => {
    const added = edits.filter((edit) => !known.has(nameOf(edit)));
    if (added.some(({ span }) => meets(taken.get(span.source.uri) ?? [], span))) return false;
    for (const edit of added) {
      const { uri } = edit.span.source;
      known.add(nameOf(edit));
      taken.set(
        uri,
        [...(taken.get(uri) ?? []), edit].sort((a, b) => a.span.start - b.span.start),
      );
    }
    return true;
  });
}

/** The edits of as many fixes as go together. */
export function together(fixes: readonly Fix[]): Edit[] {
  return editsOf(compatible(fixes));
}

/** The edits of fixes that go together: of each source in the order of the text, and each once. */
export function editsOf(fixes: readonly Fix[]): Edit[] {
  const edits = new Map(fixes.flatMap((fix) => fix.edits.map((edit) => [nameOf(edit), edit])));
  return [...edits.values()].sort((a, b) => a.span.start - b.span.start);
}

/** Two fixes that make the same edit agree. */
function nameOf({ span: { source, start, end }, newText }: Edit): string {
  return `${source.uri}\n${start} ${end} ${newText}`;
}

/** Whether an edit overlaps one of those taken, or one of the two inserts where the other begins or ends. */
function meets(taken: readonly Edit[], span: Span): boolean {
  let low = 0;
  for (let high = taken.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((taken[middle] as Edit).span.end < span.start) low = middle + 1;
    else high = middle;
  }
  for (let at = low; at < taken.length; at++) {
    const { start, end } = (taken[at] as Edit).span;
    if (start > span.end) return false;
    if ((start < span.end && span.start < end) || start === end || span.start === span.end) return true;
  }
  return false;
}
