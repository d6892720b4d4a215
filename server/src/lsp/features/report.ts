import { URI, Utils } from 'vscode-uri';
import { pageOf } from '../../report/page.ts';
import { type PlanReview, reviewOf } from '../../report/review.ts';
import type { Feature } from '../feature.ts';
import { REPORT, type ReportParams, type ReportResult } from '../protocol.ts';
import type { Review, Reviewer } from '../review.ts';

/** A page for reviewers, on one plan or on all of the workspace. */
export const report: Feature = {
  capabilities: () => ({}),
  wire({ connection, reviewer }) {
    connection.onRequest(REPORT, async ({ uri, date }: ReportParams, token): Promise<ReportResult | null> => {
      const plans: PlanReview[] = [];
      for await (const { report } of uri === null ? reviewer.all() : one(reviewer, uri)) {
        if (token.isCancellationRequested) return null;
        plans.push(reviewOf(report, nameOf));
      }
      const [first] = plans;
      if (!first) return null;
      return { html: pageOf(plans, date), name: `${plans.length > 1 ? '规划文稿' : fit(first.title)}审阅报告.html` };
    });
  },
};

async function* one(reviewer: Reviewer, uri: string): AsyncGenerator<Review> {
  const review = await reviewer.review(uri);
  if (review?.draft) yield review;
}

function nameOf(uri: string): string {
  return Utils.basename(URI.parse(uri));
}

/** A title without what no file's name may hold. */
function fit(title: string): string {
  return title.replace(/[\\/:*?"<>|\p{Cc}]/gu, '').slice(0, 60);
}
