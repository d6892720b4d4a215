import {
  type ChangeAnnotation,
  LSPErrorCodes,
  type Range,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { faultIn, nameAt, type Refusal, type Renaming, renamingAt } from '../../symbols/rename.ts';
import type { Client } from '../client.ts';
import { type RichEdit, workspaceEdit } from '../edits.ts';
import { type Feature, spotAt } from '../feature.ts';
import { locationOf } from '../locations.ts';

/** Renames an indicator in all files of its plan, those that are not open too. */
export const rename: Feature = {
  capabilities: ({ preparesRename }) => ({ renameProvider: preparesRename ? { prepareProvider: true } : true }),
  wire(context) {
    const { connection, client } = context;
    connection.onPrepareRename(async ({ textDocument: { uri }, position }) => {
      const spot = await spotAt(context, uri, position);
      if (!spot) return null;
      const found = renamingAt(spot.review.report, spot.sheet.source, spot.offset);
      if ('refusal' in found) return refused<{ range: Range; placeholder: string }>(found);
      return { range: locationOf(spot.review, found.use.span, client).range, placeholder: nameAt(found.use) };
    });
    connection.onRenameRequest(async ({ textDocument: { uri }, position, newName }) => {
      const spot = await spotAt(context, uri, position);
      if (!spot) return null;
      const { review, sheet, offset } = spot;
      const found = renamingAt(review.report, sheet.source, offset);
      if ('refusal' in found) return refused<WorkspaceEdit>(found);
      const name = newName.trim();
      const fault = faultIn(name, found, review.report);
      if (fault) return refused<WorkspaceEdit>(fault);
      return workspaceEdit(review, editsOf(found, name, client), client);
    });
  },
};

function refused<T>({ refusal }: Refusal): T {
  throw new ResponseError(LSPErrorCodes.RequestFailed, refusal);
}

/** The other names are left as they are where the client cannot ask whether they should be. */
function editsOf({ same, others }: Renaming, newText: string, { asksInRename }: Client): RichEdit[] {
  const asked = asksInRename ? others : [];
  return [
    ...same.map(({ span }) => ({ span, newText })),
    ...asked.flatMap((uses) => {
      const [first] = uses;
      if (!first) return [];
      const label = `“${nameAt(first)}”也改为“${newText}”`;
      const annotation: ChangeAnnotation = { label, description: '同一指标的另一种写法', needsConfirmation: true };
      return uses.map(({ span }) => ({ span, newText, annotation }));
    }),
  ];
}
