import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Log, Result, Run } from 'sarif';
import { type BaselineFile, inOrder } from '../config/index.ts';
import { writtenOut } from './baseline.ts';
import { type Host, status, UsageError } from './host.ts';
import { createTally, type Summary } from './outcome.ts';
import type { Outcome } from './reporters/json.ts';
import { fails, type Limits } from './tell.ts';
import { decode } from './texts.ts';

/** What the parts of a check that was shared out came to, as one: JSON, SARIF or baselines, all of one kind. */
export async function mergeCommand(files: readonly string[], limits: Limits, host: Host): Promise<number> {
  const parts = await Promise.all(files.map((file) => read(file, host)));
  const kinds = new Set(parts.map(kindOf));
  const [kind] = kinds;
  const strange = files[parts.findIndex((part) => kindOf(part) === undefined)];
  if (strange !== undefined) throw new UsageError(`“${strange}”不是 planlint 写出的 JSON、SARIF 或基线`);
  if (kinds.size > 1) throw new UsageError('要合并的文件须是同一种：都是 JSON，都是 SARIF，或者都是基线');
  if (kind === 'baseline') {
    host.out(mergedBaselines(parts as BaselineFile[]));
    return status.fine;
  }
  if (kind === 'sarif') {
    const log = mergedLogs(parts as Log[]);
    host.out(`${JSON.stringify(log)}\n`);
    return fails(summaryOfLog(log), limits) ? status.findings : status.fine;
  }
  const outcome = mergedOutcomes(parts as Outcome[]);
  host.out(`${JSON.stringify(outcome, null, 2)}\n`);
  return fails(outcome.summary, limits) ? status.findings : status.fine;
}

async function read(file: string, { folder }: Host): Promise<unknown> {
  const bytes = await readFile(resolve(folder, file)).catch(() => {
    throw new UsageError(`无法读取“${file}”，请检查路径`);
  });
  try {
    return JSON.parse(decode(bytes) ?? '');
  } catch {
    throw new UsageError(`“${file}”不是正确的 JSON，可能没有写完`);
  }
}

function kindOf(part: unknown): 'json' | 'sarif' | 'baseline' | undefined {
  const { version, files, runs, findings } = Object(part);
  if (version === 1 && Array.isArray(files)) return 'json';
  if (version === '2.1.0' && Array.isArray(runs)) return 'sarif';
  return version === 1 && Array.isArray(findings) ? 'baseline' : undefined;
}

/** The files in order. Of one that several parts tell of, each finding once. */
function mergedOutcomes(parts: readonly Outcome[]): Outcome {
  const files = new Map<string, Map<string, Outcome['files'][number]['findings'][number]>>();
  for (const { file, findings } of parts.flatMap((part) => part.files)) {
    const known = files.get(file) ?? new Map();
    for (const finding of findings) known.set(JSON.stringify(finding), finding);
    files.set(file, known);
  }
  const tally = createTally();
  const merged = [...files]
    .sort(([a], [b]) => inOrder(a, b))
    .map(([file, findings]) => ({ file, findings: [...findings.values()] }));
  for (const file of merged) tally.add(file);
  return { version: 1, files: merged, summary: tally.summary() };
}

/** One run: code scanning takes no two runs of one tool. */
function mergedLogs([first, ...others]: readonly Log[]): Log {
  const [head, ...rest] = [first, ...others].flatMap((log) => log?.runs ?? []) as [Run, ...Run[]];
  const results = new Map<string, Result>();
  for (const result of [head, ...rest].flatMap((run) => run.results ?? [])) results.set(JSON.stringify(result), result);
  const invocations = [head, ...rest].flatMap((run) => run.invocations ?? []);
  return { ...(first as Log), runs: [{ ...head, results: [...results.values()], invocations }] };
}

function summaryOfLog({ runs }: Log): Summary {
  const open = runs.flatMap((run) => run.results ?? []).filter(({ suppressions }) => !suppressions?.length);
  const count = (severity: string) => open.filter(({ properties }) => properties?.severity === severity).length;
  return {
    files: 0,
    errors: count('error'),
    warnings: count('warning'),
    informations: count('information'),
    hints: count('hint'),
    fixable: 0,
    suppressed: 0,
  };
}

/** Of an entry that several parts hold, the last one's. */
function mergedBaselines(parts: readonly BaselineFile[]): string {
  const entries = parts.flatMap(({ findings }) => findings);
  return writtenOut([...new Map(entries.map((entry) => [`${entry.file}\n${entry.fingerprint}`, entry])).values()]);
}
