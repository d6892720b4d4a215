import { readFileSync } from 'node:fs';
import { defaultFields } from '../src/config/index.ts';
import { check } from '../src/core/check.ts';
import type { Span } from '../src/core/model.ts';
import type { Finding } from '../src/core/rule.ts';

/** One element of an answer key: a planted defect (must), a defensible finding (may), or a decoy (not). */
interface Element {
  readonly rule: string;
  readonly line: number;
  readonly quote: string;
  readonly related?: readonly { readonly line: number; readonly quote: string }[];
  readonly verdict: 'must' | 'may' | 'not';
  readonly why: string;
}

export interface Score {
  readonly must: number;
  readonly found: number;
  readonly findings: number;
  readonly right: number;
  readonly decoys: number;
  /** Defects that were missed and findings that are wrong, to be read by whoever mends the rules. */
  readonly notes: readonly string[];
}

/** Rules that one slip may be reported under as well: what is wrong is one thing, what it is called is a matter of view. */
const KIN: readonly (readonly string[])[] = [
  ['value-conflict', 'unit-conflict', 'indicator-unit', 'ratio-mismatch'],
  ['value-range', 'indicator-value'],
  ['box-field', 'box-form'],
  ['caption-number', 'item-number', 'heading-number', 'heading-level', 'indicator-row-number'],
  ['change-mismatch', 'change-verb', 'sum-mismatch', 'ratio-mismatch'],
  ['part-whole', 'sum-mismatch'],
  ['indicator-target-missing', 'indicator-baseline-missing'],
  ['title-sync', 'plan-period', 'table-year'],
  ['known-typo', 'repeated-word'],
  ['target-direction', 'target-flat'],
];
/** Matters of style, which no key lists in full. */
const UNSCORED = new Set([
  'punctuation-width',
  'number-format',
  'stray-space',
  'term-variant',
  'emphasis-boundary',
  'target-flat',
  'required-section',
  'heading-spacing',
]);

type Range = readonly [start: number, end: number];

/** Holds a draft's findings to its answer key. A finding meets an element when their rules are kin and their places overlap. */
export function score(draft: string, key: string): Score {
  const text = readFileSync(draft, 'utf8');
  const elements: Element[] = JSON.parse(readFileSync(key, 'utf8'));
  const findings = check([{ uri: draft, text }], { fields: defaultFields }).findings.filter(
    ({ rule, suppressed }) => !UNSCORED.has(rule) && suppressed === undefined,
  );
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const ranges = ({ line, quote }: { line: number; quote: string }): Range[] => {
    const start = starts[line - 1] ?? 0;
    const end = (starts[line] ?? text.length + 1) - 1;
    const at = text.slice(start, end).indexOf(quote);
    return quote && at >= 0 ? [[start + at, start + at + quote.length]] : [[start, end]];
  };
  const meets = (finding: Finding, element: Element) => {
    const places = [...ranges(element), ...(element.related ?? []).flatMap(ranges)];
    const own: Span[] = [finding.span, ...(element.verdict === 'not' ? [] : finding.related.map(({ span }) => span))];
    return (
      kin(finding.rule, element.rule) &&
      own.some(({ start, end }) =>
        places.some(([from, to]) => start < Math.max(to, from + 1) && from < Math.max(end, start + 1)),
      )
    );
  };
  const musts = elements.filter(({ verdict, rule }) => verdict === 'must' && !UNSCORED.has(rule));
  const missed = musts.filter((element) => !findings.some((finding) => meets(finding, element)));
  const wrong = findings.filter(
    (finding) => !elements.some((element) => element.verdict !== 'not' && meets(finding, element)),
  );
  const decoys = wrong.filter((finding) => elements.some((element) => meets(finding, element)));
  return {
    must: musts.length,
    found: musts.length - missed.length,
    findings: findings.length,
    right: findings.length - wrong.length,
    decoys: decoys.length,
    notes: [
      ...missed.map(({ rule, line, quote, why }) => `missed ${rule}:${line} ${quote} (${why})`),
      ...wrong.map(
        ({ rule, span, message }) => `wrong ${rule}:${starts.filter((start) => start <= span.start).length} ${message}`,
      ),
    ],
  };
}

function kin(a: string, b: string): boolean {
  return a === b || KIN.some((group) => group.includes(a) && group.includes(b));
}
