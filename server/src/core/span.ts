import type { Span } from './model.ts';

export function sameSpan(a: Span, b: Span): boolean {
  return a.source === b.source && a.start === b.start && a.end === b.end;
}

/** Whether two spans share a character. */
export function overlap(a: Span, b: Span): boolean {
  return a.source === b.source && a.start < b.end && b.start < a.end;
}
