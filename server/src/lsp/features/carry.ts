import { MessageType, type Position, ShowMessageNotification, type WorkspaceEdit } from 'vscode-languageserver';
import { carryAt } from '../../symbols/carry.ts';
import { editOf, leftOf } from '../carry.ts';
import { type Context, type Feature, spotAt } from '../feature.ts';
import { CARRY, type CarryParams } from '../protocol.ts';

/** A value changed in one place, carried to all places that state it. */
export const carrying: Feature = {
  capabilities: () => ({}),
  wire(context) {
    context.connection.onRequest(CARRY, ({ uri, position }: CarryParams) => carry(context, uri, position));
  },
};

/** The edits; null where there are none, and then the user is told why. */
export async function carry(context: Context, uri: string, position: Position): Promise<WorkspaceEdit | null> {
  const { connection, client } = context;
  const spot = await spotAt(context, uri, position);
  if (!spot) return null;
  const found = carryAt(spot.review.report, spot.sheet.source, spot.offset);
  if (found?.places.length) return editOf(found, spot.review, client) ?? null;
  const message = (found && leftOf(found)) ?? '此处没有与别处不一致的数值';
  await connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message });
  return null;
}
