import type { Span } from './model.ts';
import type { Edit, Finding, Fix } from './rule.ts';

/** The fixes of findings that may be applied without asking and change no other source than the finding's own. */
export function safeFixes(findings: readonly Finding[]): Fix[] {
  return findings.flatMap(({ fix, span }) =>
    fix?.safe && fix.edits.every((edit) => edit.span.source === span.source) ? [fix] : [],
  );
}

/**
 * The edits of as many fixes of one source as go together, in the order of the text. Of two that touch the same place the
 * earlier one is taken, the other as a whole is left for the next time: half a fix is none.
 */
export function together(fixes: readonly Fix[]): Edit[] {
  const taken: Edit[] = [];
  const known = new Set<string>();
  for (const { edits } of fixes) {
    const added = edits.filter((edit) => !known.has(nameOf(edit)));
    if (added.some(({ span }) => meets(taken, span))) continue;
    for (const edit of added) known.add(nameOf(edit));
    taken.push(...added);
    taken.sort((a, b) => a.span.start - b.span.start);
  }
  return taken;
}

/** Two fixes that make the same edit agree. */
function nameOf({ span, newText }: Edit): string {
  return `${span.start} ${span.end} ${newText}`;
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
