import type { Report } from '../core/check.ts';
import { placeAt, startsOf } from '../core/lines.ts';
import type { Source, Span } from '../core/model.ts';
import type { Category, Finding, Severity } from '../core/rule.ts';
import { type PlanReview, reviewOf } from '../report/review.ts';
import { fingerprinter, type Marked } from './fingerprint.ts';
import type { Review } from './jobs.ts';

/** Where something stands: from 1, columns in UTF-16 code units, the end exclusive. */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A finding as reporters show it; `--format json` prints it as it stands, but for the fingerprint. */
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
  /** The same wherever in the file the finding stands. */
  readonly fingerprint: string;
  /** Whether the baseline that the user gave holds it. */
  readonly baseline?: 'known' | 'new';
}

export interface FileEntry {
  readonly file: string;
  readonly findings: readonly Entry[];
}

/** One file that was checked, with what a reporter needs to show it. Plain data, without the draft's text. */
export interface Checked extends FileEntry {
  /** The lines on which its findings and their related places begin, under `file:line`. */
  readonly lines: Readonly<Record<string, string>>;
  /** What a page tells of the whole plan: with the plan's first file, where it is asked for. */
  readonly page?: PlanReview;
}

/** The findings that no comment switches off. */
export function counted({ file, findings }: FileEntry): readonly (Entry & Location)[] {
  return findings.filter(({ suppressed }) => suppressed === null).map((entry) => ({ ...entry, file }));
}

/** What the check of one plan came to. Plain data: it may come from another thread. */
export interface Work {
  readonly checked: readonly Checked[];
  readonly broken: Report['broken'];
  readonly unread: readonly string[];
  /** Milliseconds: of the whole check, and by rule. */
  readonly took?: { readonly plan: string; readonly whole: number; readonly rules: Readonly<Record<string, number>> };
  /** Why files could not be changed, a Chinese sentence each. */
  readonly unwritten?: readonly string[];
  /** Why nothing came of it: a defect of the checker. */
  readonly failed?: string;
}

export function failure(error: unknown): Work {
  const failed = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { checked: [], broken: [], unread: [], failed };
}

/** Something that was not checked, and why: a Chinese sentence. */
export interface Trouble {
  readonly message: string;
  /** A defect of the checker, not a file that cannot be read. */
  readonly internal: boolean;
  /** The rule that broke down. */
  readonly rule?: string;
}

export interface Summary {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly informations: number;
  readonly hints: number;
  readonly fixable: number;
  readonly suppressed: number;
}

/** What a check has come to, of the files that have passed: once the last one has, of all. */
export interface Closing {
  summary(): Summary;
  /** How many of the suppressed findings the baseline holds. */
  known(): number;
  troubles(): readonly Trouble[];
}

/** Where a span stands, as a reader counts. */
export function locate({ source, start, end }: Span): Location {
  const starts = startsOf(source);
  const from = placeAt(starts, start);
  const to = placeAt(starts, end);
  return { file: source.uri, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}

/** A line (from 1) without its end. */
function lineOf(source: Source, line: number): string {
  const starts = startsOf(source);
  return source.text.slice(starts[line - 1], starts[line]).replace(/[\r\n]+$/, '');
}

/** The findings of the files that were asked about, and of other files of their plan where they concern those. */
export function workOf({ report, asked, unread }: Review, page = false): Work {
  if (!report) return { checked: [], broken: [], unread };
  const touches = (finding: Finding) => [finding, ...finding.related].some(({ span }) => asked.has(span.source.uri));
  const marks = new Map(report.plan.sources.map((source) => [source, fingerprinter()]));
  const findings = report.findings
    .map((finding) => ({ ...finding, fingerprint: marks.get(finding.span.source)?.(marked(finding)) ?? '' }))
    .filter(touches);
  const checked = report.plan.sources
    .map(({ uri }) => ({ file: uri, own: findings.filter(({ span }) => span.source.uri === uri) }))
    .filter(({ file, own }) => asked.has(file) || own.length)
    .map(({ file, own }, index) => {
      const lines: Record<string, string> = {};
      for (const { span } of own.flatMap((finding) => [finding, ...finding.related])) {
        const { line } = locate(span);
        lines[`${span.source.uri}:${line}`] ??= lineOf(span.source, line);
      }
      const findings = own.map(entryOf);
      return { file, findings, lines, ...(page && index === 0 && { page: reviewOf(report, (uri) => uri) }) };
    });
  return { checked, broken: report.broken, unread };
}

function marked({ rule, span: { source, start, end }, message }: Finding): Marked {
  return { rule, text: source.text.slice(start, end), message };
}

function entryOf(finding: Finding & { readonly fingerprint: string }): Entry {
  const { rule, category, severity, message, related, fix, suppressed, fingerprint } = finding;
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
    fingerprint,
  };
}

export function troublesOf({ unread, unwritten = [], broken, failed }: Work): Trouble[] {
  return [
    ...unread.map((sentence) => ({ message: `${sentence}；此次未检查`, internal: false })),
    ...unwritten.map((message) => ({ message, internal: false })),
    ...broken.map(({ rule, error }) => {
      return { message: `规则 ${rule} 内部出错，其结果不全：${firstLine(error)}`, internal: true, rule };
    }),
    ...(failed === undefined ? [] : [{ message: `检查时内部出错，有文稿未检查：${failed}`, internal: true }]),
  ];
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

type Counted = Pick<Entry, 'severity' | 'fix' | 'suppressed' | 'baseline'>;

/** Counts what passes by. */
export function createTally() {
  let known = 0;
  const counts = { files: 0, errors: 0, warnings: 0, informations: 0, hints: 0, fixable: 0, suppressed: 0 };
  return {
    add({ findings }: { readonly findings: readonly Counted[] }): void {
      counts.files++;
      for (const { severity, fix, suppressed, baseline } of findings) {
        if (suppressed === null) {
          counts[`${severity}s`]++;
          if (fix?.safe) counts.fixable++;
        } else {
          counts.suppressed++;
          if (baseline === 'known') known++;
        }
      }
    },
    summary: (): Summary => ({ ...counts }),
    known: () => known,
  };
}
