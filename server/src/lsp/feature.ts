import type { Connection, Position, ServerCapabilities } from 'vscode-languageserver';
import type { Client } from './client.ts';
import { offsetOf, type Sheet } from './convert.ts';
import type { Documents } from './documents.ts';
import type { Review } from './review.ts';
import type { Workspace } from './workspace.ts';

/** What every feature is given when the client has said who it is. */
export interface Context extends Workspace {
  readonly connection: Connection;
  readonly client: Client;
  readonly documents: Documents;
  /** Tells the log of a failure that stops nothing. */
  readonly failed: (error: unknown) => void;
}

/** One feature of the server: what it promises at the start, and how it keeps it. */
export interface Feature {
  capabilities(client: Client): ServerCapabilities;
  wire(context: Context): void;
}

/** A place in a plan that was reviewed as it stands now. */
export interface Spot {
  readonly review: Review;
  readonly sheet: Sheet;
  /** In the sheet's source. */
  readonly offset: number;
}

/** Where a position of a document lies; undefined where the document is no plan. */
export async function spotAt(
  { reviewer, client }: Context,
  uri: string,
  position: Position,
): Promise<Spot | undefined> {
  const review = await reviewer.review(uri);
  const sheet = review?.sheets.get(uri);
  return review?.draft && sheet ? { review, sheet, offset: offsetOf(sheet, position, client.encoding) } : undefined;
}
