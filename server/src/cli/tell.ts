import type { Severity } from '../core/rule.ts';
import { type Host, status } from './host.ts';
import { type Checked, createTally, type Summary, type Trouble, troublesOf, type Work } from './outcome.ts';
import { createProgress } from './progress.ts';
import { type Format, reporters } from './reporters/index.ts';

/** From what on findings fail. */
export interface Limits {
  readonly failOn: Severity | 'never';
  readonly maxWarnings?: number;
}

export interface TellFlags extends Limits {
  readonly format: Format;
  /** Shows errors only; what ends with which status stays. */
  readonly quiet?: boolean;
}

/** Prints what plans come to, as it comes, `count` plans in all, and gives the exit status. `pick` gives of a file what counts. */
export async function tell(
  works: AsyncIterable<Work>,
  count: number,
  flags: TellFlags,
  host: Host,
  pick: (file: Checked) => Checked = (file) => file,
): Promise<number> {
  const tally = createTally();
  const progress = createProgress(count, host.progress);
  const troubles: Trouble[] = [];

  async function* checked(): AsyncGenerator<Checked> {
    for await (const work of works) {
      progress.step();
      for (const trouble of troublesOf(work)) {
        progress.clear();
        host.err(`${trouble.message}\n`);
        troubles.push(trouble);
      }
      for (const whole of work.checked) {
        const file = pick(whole);
        tally.add(file);
        yield flags.quiet ? { ...file, findings: file.findings.filter(({ severity }) => severity === 'error') } : file;
      }
    }
    progress.clear();
  }

  const closing = { ...tally, troubles: () => troubles };
  for await (const text of reporters[flags.format](checked(), closing, host)) {
    progress.clear();
    host.out(text);
  }
  if (troubles.some(({ internal }) => internal)) return status.internal;
  if (troubles.length) return status.usage;
  return fails(tally.summary(), flags) ? status.findings : status.fine;
}

const GRAVE = ['error', 'warning', 'information', 'hint'] as const;

/** Whether so many findings are too many. */
export function fails(summary: Summary, { failOn, maxWarnings = Infinity }: Limits): boolean {
  const failing = failOn === 'never' ? [] : GRAVE.slice(0, GRAVE.indexOf(failOn) + 1);
  return summary.warnings > maxWarnings || failing.some((severity) => summary[`${severity}s`] > 0);
}
