import { pageOf } from '../../report/page.ts';
import type { PlanReview, Told } from '../../report/review.ts';
import type { Checked, Closing, Entry, Location } from '../outcome.ts';

/** One page for reviewers. Its contents stand at its head, so it begins when all plans are checked. */
export async function* html(checked: AsyncIterable<Checked>, { troubles }: Closing): AsyncGenerator<string> {
  const plans: PlanReview[] = [];
  const open = new Set<string>();
  const suppressed = new Set<string>();
  for await (const file of checked) {
    if (file.page) plans.push(file.page);
    for (const entry of file.findings)
      (entry.suppressed === null ? open : suppressed).add(keyOf({ ...entry, file: file.file }));
  }
  const date = new Date().toLocaleDateString('zh-CN', { dateStyle: 'long' });
  // What rules broke down stands with the plan that they broke down on.
  const missing = troubles().flatMap(({ rule, message }) => (rule ? [] : message.split('\n', 1)));
  yield pageOf(
    plans.map((plan) => only(plan, open, suppressed)),
    date,
    missing,
  );
}

function keyOf({ file, line, rule, message }: Pick<Entry & Location, 'file' | 'line' | 'rule' | 'message'>): string {
  return JSON.stringify([file, line, rule, message]);
}

/** The plan with those findings alone that this check tells: it may be asked for some files, lines or levels only. */
function only(plan: PlanReview, open: ReadonlySet<string>, suppressed: ReadonlySet<string>): PlanReview {
  let number = 0;
  const kept = (findings: readonly Told[], keys: ReadonlySet<string>) =>
    findings
      .filter((told) => keys.has(keyOf({ file: plan.files[0] ?? '', ...told, ...told.where })))
      .map((told) => ({ ...told, number: ++number }));
  const chapters = plan.chapters.map(({ title, findings }) => ({ title, findings: kept(findings, open) }));
  return {
    ...plan,
    chapters: chapters.filter(({ findings }) => findings.length > 0),
    suppressed: kept(plan.suppressed, suppressed),
  };
}
