import { edited } from './edit.ts';
import { compatible, editsOf } from './fixes.ts';
import { groupBy } from './group.ts';
import type { Source, Span } from './model.ts';
import type { Edit, Finding } from './rule.ts';

/** What mending came to. */
export interface Mended<R> {
  /** In the order of the sources that were given. */
  readonly sources: readonly Source[];
  /** The check of these. */
  readonly report: R;
  /** What was found, mended, and is found no longer. */
  readonly fixed: readonly Finding[];
}

/** More rounds than any draft needs: they end where a fix gives rise to another again and again. */
const ROUNDS = 30;

/**
 * Applies the fixes of those findings that `may` be mended and that no comment excuses, again and again until none is left. A fix
 * after which its finding is still there, or that leads back to what the text was before, is not applied.
 */
export function mend<R extends { readonly findings: readonly Finding[] }>(
  given: readonly Source[],
  check: (sources: readonly Source[]) => R,
  may: (finding: Finding) => boolean,
): Mended<R> {
  let sources = given;
  let report = check(sources);
  const fixed: Finding[] = [];
  const seen = new Set([textOf(sources)]);
  let vain: readonly Finding[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const open = report.findings.filter(
      (finding) => finding.suppressed === undefined && may(finding) && !vain.includes(finding),
    );
    const fixes = new Set(compatible(open.flatMap(({ fix }) => fix ?? [])));
    const chosen = open.filter(({ fix }) => fix && fixes.has(fix));
    if (chosen.length === 0) break;

    const edits = editsOf([...fixes]).map(ended);
    const next = sources.map((source) => apply(source, edits));
    const text = textOf(next);
    const after = seen.has(text) ? undefined : check(next);
    const useless = after ? uselessOf(chosen, report.findings, after.findings, edits) : chosen;
    if (!after || useless.length > 0) {
      vain = [...vain, ...useless];
      continue;
    }
    const still = new Set(vain.map((finding) => placed(finding, moved(finding.span, edits).start)));
    vain = after.findings.filter((finding) => still.has(placed(finding, finding.span.start)));
    seen.add(text);
    fixed.push(...chosen);
    [sources, report] = [next, after];
  }
  return { sources, report, fixed };
}

/** Those of the chosen findings that the edits left where they were: as many are told as before, and there. */
function uselessOf(
  chosen: readonly Finding[],
  before: readonly Finding[],
  after: readonly Finding[],
  edits: readonly Edit[],
): Finding[] {
  const told = groupBy(before, nameOf);
  const left = groupBy(after, nameOf);
  return [...groupBy(chosen, nameOf)].flatMap(([name, findings]) => {
    const rest = left.get(name) ?? [];
    if (rest.length <= (told.get(name)?.length ?? 0) - findings.length) return [];
    return findings.filter((finding) => {
      const { start, end } = moved(finding.span, edits);
      return rest.some(
        ({ span }) => span.source.uri === finding.span.source.uri && start <= span.start && span.start <= end,
      );
    });
  });
}

function nameOf({ rule, message, span }: Finding): string {
  return `${span.source.uri}\n${rule}\n${message}`;
}

/** The same finding, where it stands in its text. */
function placed(finding: Finding, start: number): string {
  return `${nameOf(finding)}\n${start}`;
}

function textOf(sources: readonly Source[]): string {
  return sources.map(({ text }) => text).join('\0');
}

/** An edit whose lines end as the first line of its source does. */
function ended({ span, newText }: Edit): Edit {
  const end = newText.includes('\n') ? /\r?\n/.exec(span.source.text)?.[0] : undefined;
  return end === undefined ? { span, newText } : { span, newText: newText.replace(/\r?\n/g, end) };
}

/** A source after those of the edits that are its own. */
function apply(source: Source, edits: readonly Edit[]): Source {
  const own = edits.filter(({ span }) => span.source === source);
  return own.length > 0
    ? { uri: source.uri, text: edited({ source, start: 0, end: source.text.length }, own) }
    : source;
}

/** Where what a span held stands once the edits, in the order of the text, are applied; with what they put into or beside it. */
function moved({ source, start, end }: Span, edits: readonly Edit[]): { readonly start: number; readonly end: number } {
  let [before, upTo] = [0, 0];
  let [from, to] = [start, end];
  for (const { span, newText } of edits) {
    if (span.source !== source || span.start > end) continue;
    const more = newText.length - (span.end - span.start);
    upTo += more;
    if (span.end < start) before += more;
    else [from, to] = [Math.min(from, span.start), Math.max(to, span.end)];
  }
  return { start: from + before, end: to + upTo };
}
