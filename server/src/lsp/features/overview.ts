import { boxesOf } from '../../symbols/boxes.ts';
import { overviewOf, type PlaceOf } from '../../symbols/overview.ts';
import type { Client } from '../client.ts';
import type { Feature } from '../feature.ts';
import { locationOf } from '../locations.ts';
import {
  BOXES,
  type Boxes,
  OVERVIEW,
  type Overview,
  type Place,
  type PlanParams,
  REVIEWED,
  type ReviewedParams,
} from '../protocol.ts';
import type { Review } from '../review.ts';

/** What the client's panels show of a plan: its indicators and its boxes. */
export const overview: Feature = {
  capabilities: () => ({}),
  wire({ connection, client, documents, reviewer, onRest, failed }) {
    connection.onRequest(OVERVIEW, async ({ uri }: PlanParams): Promise<Overview | null> => {
      const review = await reviewer.review(uri);
      return review?.draft ? overviewOf(review.report, placesIn(review, client)) : null;
    });
    connection.onRequest(BOXES, async ({ uri }: PlanParams): Promise<Boxes | null> => {
      const review = await reviewer.review(uri);
      return review?.draft ? boxesOf(review.report, placesIn(review, client)) : null;
    });
    if (!client.panels) return;

    async function tell(): Promise<void> {
      const uris: string[] = [];
      for (const { uri } of documents.all()) if ((await reviewer.review(uri))?.draft) uris.push(uri);
      await connection.sendNotification(REVIEWED, { uris } satisfies ReviewedParams);
    }
    onRest(() => tell().catch(failed));
  },
};

function placesIn(review: Review, client: Client): PlaceOf<Place> {
  return (span) => locationOf(review, span, client);
}
