import { lineStarts, placeAt } from '../config/index.ts';
import type { Span } from '../core/model.ts';
import type { Category, Finding, Severity } from '../core/rule.ts';
import type { Review } from './review.ts';

/** Where something stands: from 1, columns in UTF-16 code units, the end exclusive. */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A finding as reporters show it; `--format json` prints it as it stands. */
export interface Entry extends Omit<Location, 'file'> {
  readonly rule: string;
  readonly category: Category;
  readonly severity: Severity;
  readonly message: string;
  readonly related: readonly (Location & { readonly message: string })[];
  readonly fix?: {
    readonly title: string;
    readonly safe: boolean;
    readonly edits: readonly (Location & { readonly newText: string })[];
  };
  /** The reason given for switching the rule off here; null where the finding counts. */
  readonly suppressed: string | null;
}

export interface FileEntry {
  readonly file: string;
  readonly findings: readonly Entry[];
}

/** What a check came to. A change of shape raises `version`. */
export interface Outcome {
  readonly version: 1;
  readonly files: readonly FileEntry[];
  readonly summary: {
    readonly files: number;
    readonly errors: number;
    readonly warnings: number;
    readonly informations: number;
    readonly hints: number;
    readonly fixable: number;
    readonly suppressed: number;
  };
}

/** Gives the location of a span; each text's lines are counted once. */
export function locator(): (span: Span) => Location {
  const tables = new Map<string, readonly number[]>();
  return ({ source, start, end }) => {
    const starts = tables.get(source.uri) ?? lineStarts(source.text);
    tables.set(source.uri, starts);
    const from = placeAt(starts, start);
    const to = placeAt(starts, end);
    return { file: source.uri, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
  };
}

/** The findings of the files that were asked about, and of other files of their plan where they concern those. */
export function outcomeOf(reviews: readonly Review[]): Outcome {
  const locate = locator();
  const files = reviews.flatMap(({ report, asked }) => {
    const touches = (finding: Finding) => [finding, ...finding.related].some(({ span }) => asked.has(span.source.uri));
    const findings = report.findings.filter(touches);
    return report.plan.sources
      .map((source) => ({ source, own: findings.filter(({ span }) => span.source.uri === source.uri) }))
      .filter(({ source, own }) => asked.has(source.uri) || own.length)
      .map(({ source, own }) => ({ file: source.uri, findings: own.map((finding) => entryOf(finding, locate)) }));
  });
  return { version: 1, files, summary: summaryOf(files) };
}

function entryOf(finding: Finding, locate: (span: Span) => Location): Entry {
  const { rule, category, severity, message, related, fix, suppressed } = finding;
  const { file: _, ...place } = locate(finding.span);
  return {
    rule,
    category,
    severity,
    message,
    ...place,
    related: related.map((note) => ({ ...locate(note.span), message: note.message })),
    ...(fix && {
      fix: {
        title: fix.title,
        safe: fix.safe,
        edits: fix.edits.map(({ span, newText }) => ({ ...locate(span), newText })),
      },
    }),
    suppressed: suppressed === undefined ? null : suppressed || '未写理由',
  };
}

function summaryOf(files: readonly FileEntry[]): Outcome['summary'] {
  const all = files.flatMap(({ findings }) => findings);
  const open = all.filter(({ suppressed }) => suppressed === null);
  const count = (severity: Severity) => open.filter((entry) => entry.severity === severity).length;
  return {
    files: files.length,
    errors: count('error'),
    warnings: count('warning'),
    informations: count('information'),
    hints: count('hint'),
    fixable: open.filter(({ fix }) => fix?.safe).length,
    suppressed: all.length - open.length,
  };
}
