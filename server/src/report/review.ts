import type { Report } from '../core/check.ts';
import { groupBy } from '../core/group.ts';
import { placeAt, startsOf } from '../core/lines.ts';
import type { Span } from '../core/model.ts';
import type { Category, Finding, Note, Severity } from '../core/rule.ts';
import { rules } from '../core/rules/index.ts';
import { chapterOf, sectionFinder } from '../symbols/chapters.ts';
import { overviewOf, titleOf } from '../symbols/overview.ts';
import type { Overview } from '../symbols/shapes.ts';
import { type Excerpt, excerptOf } from './excerpt.ts';

/** What a reviewer is told of one plan. Plain data: it may come from another thread. */
export interface PlanReview {
  /** As the plan calls itself, else as its first file is called. */
  readonly title: string;
  readonly files: readonly string[];
  readonly chapters: readonly { readonly title: string; readonly findings: readonly Told[] }[];
  readonly suppressed: readonly Told[];
  readonly overview: Overview<Where>;
  /** Rules that failed: their findings are missing here. */
  readonly broken: readonly string[];
}

/** Where something stands: a line from 1, and the file where the plan has several. */
export interface Where {
  readonly file?: string;
  readonly line: number;
}

export interface Told {
  /** Through the plan, from 1; those switched off go on counting. */
  readonly number: number;
  readonly rule: string;
  /** What the rule flags, in a sentence. */
  readonly summary: string;
  readonly category: Category;
  readonly severity: Severity;
  readonly message: string;
  readonly where: Where;
  readonly excerpt: Excerpt;
  readonly related: readonly { readonly message: string; readonly where: Where; readonly excerpt: Excerpt }[];
  readonly fix?: string;
  /** The reason given for switching the rule off here. */
  readonly reason?: string;
}

/** Gathers what a page tells of a report. `nameOf` gives a file's name for people. */
export function reviewOf(report: Report, nameOf: (uri: string) => string): PlanReview {
  const { plan, findings } = report;
  const open = findings.filter(({ suppressed }) => suppressed === undefined);
  const quiet = findings.filter(({ suppressed }) => suppressed !== undefined);
  const numbers = new Map([...open, ...quiet].map((finding, index) => [finding, index + 1]));
  const own = new Set(plan.sources.map(({ uri }) => uri));
  const whereOf = (span: Span): Where => {
    const { uri } = span.source;
    const { line } = placeAt(startsOf(span.source), span.start);
    return own.size === 1 && own.has(uri) ? { line } : { line, file: nameOf(uri) };
  };
  const note = ({ span, message }: Note) => ({ message, where: whereOf(span), excerpt: excerptOf(span) });
  const told = (finding: Finding): Told => ({
    ...note(finding),
    number: numbers.get(finding) ?? 0,
    rule: finding.rule,
    summary: summaries.get(finding.rule) ?? '',
    category: finding.category,
    severity: finding.severity,
    related: finding.related.map(note),
    ...(finding.fix && { fix: finding.fix.title }),
    ...(finding.suppressed !== undefined && { reason: finding.suppressed }),
  });

  const sectionAt = sectionFinder(plan);
  const chapters = groupBy(open, ({ span }) => {
    const chapter = chapterOf(sectionAt(span));
    return chapter && chapter.level > 1 ? chapter.title.value : '';
  });
  const files = plan.sources.map(({ uri }) => nameOf(uri));
  return {
    title: titleOf(report) || files[0] || '',
    files,
    chapters: [...chapters].map(([title, list]) => ({ title, findings: list.map(told) })),
    suppressed: quiet.map(told),
    overview: overviewOf(report, whereOf),
    broken: report.broken.map(({ rule }) => rule),
  };
}

const summaries = new Map(rules.map(({ id, summary }) => [id, summary]));
