import type { Span } from './model.ts';
import type { Edit } from './rule.ts';

/** The text of a span after edits that lie within it, none of which overlaps another. */
export function edited({ source, start, end }: Span, edits: readonly Edit[]): string {
  let text = '';
  let at = start;
  for (const { span, newText } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    text += source.text.slice(at, span.start) + newText;
    at = span.end;
  }
  return text + source.text.slice(at, end);
}
