import type { CancellationToken, SymbolInformation } from 'vscode-languageserver';
import { fold } from '../../core/fold.ts';
import { titleOf } from '../../symbols/overview.ts';
import { type Node, treeOf } from '../../symbols/tree.ts';
import type { Context, Feature } from '../feature.ts';
import { locationOf } from '../locations.ts';
import type { Review } from '../review.ts';
import { kindOf } from './outline.ts';

/** The chapters, tables, indicators, boxes and projects of every plan in the workspace, called by a part of their name. */
export const symbols: Feature = {
  capabilities: () => ({ workspaceSymbolProvider: true }),
  wire(context) {
    context.connection.onWorkspaceSymbol(({ query }, token) => find(context, query, token));
  },
};

/** More than a reader looks through. */
const MOST = 500;

async function find({ reviewer, client }: Context, query: string, token: CancellationToken) {
  const [asked = '', ...where] = plain(query).split(' ');
  const found: Named[] = [];
  for await (const review of reviewer.all()) {
    if (token.isCancellationRequested) return null;
    for (const named of namesIn(review))
      if (spells(named.name, asked) && where.every((word) => spells(named.place + named.name, word))) found.push(named);
  }
  // What holds the words as they are comes before what only holds their characters.
  const [whole, loose] = [true, false].map((is) => found.filter(({ name }) => plain(name).includes(asked) === is));
  return [...(whole ?? []), ...(loose ?? [])].slice(0, MOST).map(
    ({ review, node, name, place }): SymbolInformation => ({
      name,
      kind: kindOf[node.kind],
      containerName: place,
      location: locationOf(review, node.title, client),
    }),
  );
}

interface Named {
  readonly review: Review;
  readonly node: Node;
  /** Of a 其中 row with that of its whole. */
  readonly name: string;
  /** The plan and the chapters that it stands in. */
  readonly place: string;
}

function* namesIn(review: Review): Generator<Named> {
  const title = titleOf(review.report);
  for (const node of treeOf(review.report)) yield* within(review, node, title);
}

function* within(review: Review, node: Node, place: string): Generator<Named> {
  yield { review, node, name: node.name, place };
  const inner = node.kind === 'chapter' && node.name !== place ? `${place} › ${node.name}` : place;
  for (const child of node.children)
    if (node.kind === 'indicator') yield { review, node: child, name: `${node.name}（${child.name}）`, place };
    else yield* within(review, child, inner);
}

function plain(text: string): string {
  return fold(text).toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Whether a name has the characters asked for, in their order: 预寿 calls 人均预期寿命. */
function spells(name: string, asked: string): boolean {
  let at = 0;
  const characters = plain(name);
  for (const character of asked) {
    at = characters.indexOf(character, at) + 1;
    if (!at) return false;
  }
  return true;
}
