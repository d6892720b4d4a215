import type { Indicator, Mention } from '../core/model.ts';
import { jobsAsked } from './asked.ts';
import { configFinder } from './configs.ts';
import { type Host, status, UsageError } from './host.ts';
import { review } from './jobs.ts';
import { locate } from './outcome.ts';

/** Prints, as JSON, what was understood of a draft: the rows of its indicator tables and every mention of a value. */
export async function factsCommand(path: string, host: Host): Promise<number> {
  const setupFor = configFinder(host.folder);
  const [job, ...others] = await jobsAsked([path], {}, setupFor, host);
  if (!job || others.length || !job.certain) throw new UsageError(`“${path}”不是一个文件：facts 一次只看一部规划`);
  const { report, unread } = await review(job, setupFor, host.folder);
  if (!report || unread.length) throw new UsageError(unread.join('\n'));
  const { plan, mentions } = report;
  const facts = {
    version: 1,
    files: plan.sources.map(({ uri }) => uri),
    indicators: plan.tables.flatMap(({ indicators }) =>
      indicators.map((indicator) => ({ ...rowFact(indicator), ...locate(indicator.span) })),
    ),
    mentions: mentions.map((mention) => ({ ...mentionFact(mention), ...locate(mention.span) })),
  };
  host.out(`${JSON.stringify(facts, null, 2)}\n`);
  return status.fine;
}

function rowFact({ name, domain, units, nature, baseline, target, whole }: Indicator) {
  return {
    indicator: name.value,
    partOf: whole?.name.value ?? null,
    domain: domain ?? null,
    units: units.map(({ value }) => value),
    nature: nature?.value ?? null,
    baseline: baseline?.value ?? null,
    baselineYear: baseline?.year ?? null,
    target: target?.value ?? null,
    targetYear: target?.year ?? null,
  };
}

function mentionFact({ key, subject, scope, year, role, from, value }: Mention) {
  return { indicator: key, subject: subject.value, scope, year: year ?? null, role, from, ...valueFact(value) };
}

function valueFact(value: Mention['value']) {
  switch (value.kind) {
    case 'amount': {
      const { bound, amount, unit } = value.quantity;
      return { operator: bound, value: amount, unit, text: value.quantity.value };
    }
    case 'range': {
      const { low, high } = value;
      return {
        operator: 'range',
        value: [low.amount, high.amount],
        unit: high.unit,
        text: `${low.value}—${high.value}`,
      };
    }
    case 'relative': {
      const { trend, by, yearly } = value;
      return { operator: trend, yearly, value: by?.amount ?? null, unit: by?.unit ?? null, text: by?.value ?? null };
    }
  }
}
