import type { Source } from '../core/model.ts';
import type { Severity } from '../core/rule.ts';
import { configFinder } from './configs.ts';
import { readInputs } from './files.ts';
import { type Host, status, UsageError } from './host.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { type Format, reporters } from './reporters/index.ts';
import { review } from './review.ts';

export interface CheckFlags {
  readonly format: Format;
  readonly failOn: Severity | 'never';
  readonly maxWarnings?: number;
  readonly config?: string;
  readonly stdinFilename?: string;
}

/** Checks drafts, prints what was found, and gives the exit status. */
export async function checkCommand(paths: readonly string[], flags: CheckFlags, host: Host): Promise<number> {
  const asked = paths.length ? paths : ['.'];
  if (flags.stdinFilename && !asked.includes('-')) throw new UsageError('--stdin-filename 只在路径为“-”时有用');
  const inputs = await readInputs(asked, flags.stdinFilename ?? '标准输入.md', host);
  const reviews = await review(inputs, configFinder(host, flags.config), host);
  const outcome = outcomeOf(reviews);
  // A related place may stand in a draft that was not checked itself: a plan above.
  const sources = reviews.flatMap(({ report: { plan, findings } }) => [
    ...plan.sources,
    ...findings.flatMap(({ related }) => related.map(({ span }) => span.source)),
  ]);
  host.out(
    reporters[flags.format](outcome, new Map(sources.map((source): [string, Source] => [source.uri, source])), host),
  );

  const broken = reviews.flatMap(({ report }) => report.broken);
  for (const { rule, error } of broken) host.err(`规则 ${rule} 内部出错，其结果不全：${firstLine(error)}\n`);
  if (broken.length) return status.internal;
  return fails(outcome, flags) ? status.findings : status.fine;
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

const grave: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

function fails({ files, summary }: Outcome, { failOn, maxWarnings = Infinity }: CheckFlags): boolean {
  const failing = failOn === 'never' ? [] : grave.slice(0, grave.indexOf(failOn) + 1);
  const open = files.flatMap(({ findings }) => findings).filter(({ suppressed }) => suppressed === null);
  return summary.warnings > maxWarnings || open.some(({ severity }) => failing.includes(severity));
}
