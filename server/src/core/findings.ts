import { bodies } from './body.ts';
import type { Directive, Plan, Source, Span, Table } from './model.ts';
import type { Finding, Levels, Problem, Rule, Severity, View } from './rule.ts';

interface Outcome {
  readonly findings: readonly Finding[];
  readonly broken: readonly { readonly rule: string; readonly error: string }[];
  readonly took?: Readonly<Record<string, number>>;
}

/**
 * Runs the rules over a view. A rule that throws costs its own findings only. A finding has the level that holds in the source it
 * stands in; a rule that is off in every source is not run.
 */
export function findings(
  rules: readonly Rule[],
  facts: Omit<View, 'idle' | 'bodies'>,
  levels: (uri: string) => Levels,
  clock?: () => number,
): Outcome {
  const found: Finding[] = [];
  const broken: { rule: string; error: string }[] = [];
  const took: Record<string, number> = {};
  const used = new Set<Directive>();
  const { sources } = facts.plan;
  const bySource = new Map(sources.map((source) => [source, levels(source.uri)]));
  const levelOf = (rule: Rule, source: Source) => bySource.get(source)?.[rule.id];
  const isOff = (rule: Rule, source: Source) => levelOf(rule, source) === 'off';
  const idle = () =>
    facts.plan.directives.filter(
      (directive) =>
        directive.kind !== 'until' &&
        !used.has(directive) &&
        !rules.some((rule) => isOff(rule, directive.span.source) && names(directive, rule)),
    );
  const texts = bodies(facts.plan);
  for (const rule of rules) {
    if (sources.every((source) => isOff(rule, source))) continue;
    const start = clock?.() ?? 0;
    try {
      const view = { ...facts, idle, bodies: texts.filter(({ source }) => !isOff(rule, source)) };
      for (const problem of rule.check(view)) {
        const level = levelOf(rule, problem.span.source);
        if (level === 'off') continue;
        const directive = suppressing(rule, problem.span, facts.plan);
        if (directive) used.add(directive);
        found.push(finding(rule, problem, level, directive));
      }
    } catch (error) {
      broken.push({ rule: rule.id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
    if (clock) took[rule.id] = clock() - start;
  }
  const order = new Map(sources.map((source, index) => [source, index]));
  const key = ({ source, start, end }: Span) => [order.get(source) ?? 0, start, end] as const;
  found.sort((a, b) => {
    const [x, y] = [key(a.span), key(b.span)];
    return x[0] - y[0] || x[1] - y[1] || x[2] - y[2] || a.rule.localeCompare(b.rule);
  });
  return { findings: found, broken, ...(clock && { took }) };
}

function finding(rule: Rule, problem: Problem, level: Severity | undefined, directive: Directive | undefined): Finding {
  return {
    ...problem,
    rule: rule.id,
    category: rule.category,
    severity: level ?? problem.severity ?? rule.severity,
    related: problem.related ?? [],
    ...(directive && { suppressed: directive.reason }),
  };
}

/** The comment that switches a rule off where a finding begins, if one does. */
function suppressing(rule: Rule, span: Span, { directives, tables }: Plan): Directive | undefined {
  let open: Directive | undefined;
  for (const directive of directives) {
    if (directive.span.source !== span.source || !names(directive, rule)) continue;
    if (directive.kind === 'file') return directive;
    if (directive.span.start > span.start) continue;
    if (directive.kind === 'from') open = directive;
    else if (directive.kind === 'until') open = undefined;
    else if (directive.kind === 'next-line' && onNextLine(directive, span)) return directive;
    else if (directive.kind === 'table' && inTableBelow(directive, span, tables)) return directive;
  }
  return open;
}

/** What is said of the comments themselves is switched off by its name alone: `*` would silence what is said of it. */
function names({ rules }: Directive, { id, category }: Rule): boolean {
  return rules.some(
    (name) =>
      (name === '*' && category !== 'suppression') ||
      name === id ||
      name === `${category}/*` ||
      name === `${category}/${id}`,
  );
}

/** The next line is the next one that is not blank: Markdown wants a blank line after a comment, in a quote a bare mark. */
function onNextLine(directive: Directive, { source: { text }, start }: Span): boolean {
  const line = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  return !/[^\s>]/.test(text.slice(directive.span.end, line));
}

/** No comment can stand inside a table: the one above it is for the next table, and may name a row of it. */
function inTableBelow(directive: Directive, span: Span, tables: readonly Table[]): boolean {
  const { source, end: from } = directive.span;
  const below = tables.find((table) => table.span.source === source && table.span.start >= from);
  if (!below || span.start >= below.span.end) return false;
  if (!directive.row) return true;
  const { text } = span.source;
  const start = text.lastIndexOf('\n', span.start - 1) + 1;
  const end = text.indexOf('\n', span.start);
  return text.slice(start, end < 0 ? text.length : end).includes(directive.row);
}
