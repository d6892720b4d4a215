import { dirname, relative, resolve, sep } from 'node:path';
import { type BaselineFile, inOrder, type Known } from '../config/index.ts';
import type { Checked, Entry } from './outcome.ts';

/** A baseline held against what is found. */
export interface Baseline {
  /** The file with its findings marked: those that the baseline knows are suppressed, all others are new. */
  mark(file: Checked): Checked;
  /** Entries of checked files that nothing found answers to, and those whose day has passed. */
  gone(): readonly Known[];
  expired(): readonly Known[];
}

type Placed = Pick<Known, 'file' | 'fingerprint'>;
const idOf = ({ file, fingerprint }: Placed) => `${file}\n${fingerprint}`;

/** Names of files as they stand in a baseline at `path`, from those that are relative to `folder`. Both absolute. */
export function namesIn(path: string, folder: string): (file: string) => string {
  return (file) => relative(dirname(path), resolve(folder, file)).split(sep).join('/');
}

/** `today` as 2026-12-31. */
export function against(known: readonly Known[], nameOf: (file: string) => string, today: string): Baseline {
  const byId = new Map(known.map((entry) => [idOf(entry), entry]));
  const met = new Set<Known>();
  const files = new Set<string>();
  const past = ({ expires }: Known) => expires !== undefined && expires < today;
  const mark = (file: string, entry: Entry): Entry => {
    const found = byId.get(idOf({ file, fingerprint: entry.fingerprint }));
    if (found) met.add(found);
    // What a comment switches off needs no baseline.
    if (entry.suppressed !== null) return entry;
    if (!found || past(found)) return { ...entry, baseline: found ? 'known' : 'new' };
    return { ...entry, baseline: 'known', suppressed: found.reason ?? '已列入基线' };
  };
  return {
    mark(checked) {
      const file = nameOf(checked.file);
      files.add(file);
      return { ...checked, findings: checked.findings.map((entry) => mark(file, entry)) };
    },
    gone: () => known.filter((entry) => files.has(entry.file) && !met.has(entry)),
    expired: () => known.filter((entry) => met.has(entry) && past(entry)),
  };
}

/** The entries for what is found now; what was written by hand to one that stays is kept. Comments in the drafts need no entry. */
export function entriesFor(
  checked: readonly Checked[],
  before: readonly Known[],
  nameOf: (file: string) => string,
  added: Pick<Known, 'reason' | 'owner' | 'expires'>,
): Known[] {
  const byId = new Map(before.map((entry) => [idOf(entry), entry]));
  return checked.flatMap(({ file, findings }) =>
    findings
      .filter(({ suppressed }) => suppressed === null)
      .map(({ rule, message, fingerprint }) => {
        const placed = { file: nameOf(file), fingerprint };
        return { ...placed, rule, message, ...(byId.get(idOf(placed)) ?? added) };
      }),
  );
}

/** As it is written: in the order of the files, a key a line, so that a review shows what has changed. */
export function writtenOut(findings: readonly Known[]): string {
  const sorted = [...findings].sort((a, b) => (a.file === b.file ? 0 : inOrder(a.file, b.file)));
  const file: BaselineFile = {
    version: 1,
    findings: sorted.map(({ file, rule, message, fingerprint, ...notes }) => ({
      file,
      rule,
      message,
      fingerprint,
      ...notes,
    })),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
