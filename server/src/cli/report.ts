import { resolve } from 'node:path';
import { jobsAsked } from './asked.ts';
import { configFinder } from './configs.ts';
import { type Host, status } from './host.ts';
import { replaceFile } from './replace.ts';
import { tell } from './tell.ts';
import { type WorkFlags, worked } from './works.ts';

export interface ReportFlags extends WorkFlags {
  /** The file to write; `-` is the standard output. */
  readonly output: string;
}

/** Writes the review report on plans, one HTML page, into a file. What is found does not make it fail. */
export async function reportCommand(paths: readonly string[], flags: ReportFlags, host: Host): Promise<number> {
  const setupFor = configFinder(host.folder, flags);
  const all = await jobsAsked(paths.length ? paths : ['.'], {}, setupFor, host);
  const jobs = all.map((job) => ({ ...job, page: true }));
  let page = '';
  const writing = {
    ...host,
    out: (text: string) => {
      page += text;
    },
  };
  const told = await tell(
    worked(jobs, setupFor, flags, host),
    jobs.length,
    { format: 'html', failOn: 'never' },
    writing,
  );
  if (flags.output === '-') {
    host.out(page);
    return told;
  }
  await replaceFile(resolve(host.folder, flags.output), page, flags.output);
  host.out(`已写出“${flags.output}”\n`);
  return told === status.findings ? status.fine : told;
}
