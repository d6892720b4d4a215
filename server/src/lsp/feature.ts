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

/** A file of a plan that was reviewed as it stands now. */
export interface Leaf {
  readonly review: Review;
  readonly sheet: Sheet;
}

/** A place in such a file. */
export interface Spot extends Leaf {
  /** In the sheet's source. */
  readonly offset: number;
}

/** The file and its plan; undefined where a document is part of none. */
export async function leafOf({ reviewer }: Context, uri: string): Promise<Leaf | undefined> {
  const review = await reviewer.review(uri);
  const sheet = review?.sheets.get(uri);
  return review?.draft && sheet ? { review, sheet } : undefined;
}

/** Where a position of a document lies; undefined where the document is no plan. */
export async function spotAt(context: Context, uri: string, position: Position): Promise<Spot | undefined> {
  const leaf = await leafOf(context, uri);
  return leaf && { ...leaf, offset: offsetOf(leaf.sheet, position, context.client.encoding) };
}
