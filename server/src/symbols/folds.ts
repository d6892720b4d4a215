import type { Report } from '../core/check.ts';
import { trimmed } from '../core/clean.ts';
import type { Source, Span } from '../core/model.ts';
import { extentsOf } from './extents.ts';

/** A part of a text that may be folded away behind its first line. */
export interface Fold {
  readonly span: Span;
  readonly comment: boolean;
}

/** Chapters, tables with their captions, boxes, the table of contents, the front matter, comments. Some are of one line only. */
export function* foldsOf({ plan }: Report, source: Source): Generator<Fold> {
  const { frontMatter, tables, boxes, contents } = plan;
  const spans = [
    ...extentsOf(plan).values(),
    ...tables.map(({ caption, span }) => (caption ? { ...caption.span, end: span.end } : span)),
    ...[...boxes, ...contents].map(({ span }) => span),
  ];
  // The mark that closes it stands on the line behind.
  if (frontMatter?.span.source === source) yield fold(source, 0, frontMatter.span.end + '\n---'.length);
  for (const { start, end } of spans.filter((span) => span.source === source)) yield fold(source, start, end);
  for (const [start, end] of commentsIn(source.text)) yield { ...fold(source, start, end), comment: true };
}

function fold(source: Source, start: number, end: number): Fold {
  return { span: trimmed(source, start, end), comment: false };
}

function* commentsIn(text: string): Generator<[start: number, end: number]> {
  for (let start = text.indexOf('<!--'); start >= 0; ) {
    const close = text.indexOf('-->', start);
    if (close < 0) return;
    yield [start, close + '-->'.length];
    start = text.indexOf('<!--', close);
  }
}
