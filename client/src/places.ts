import * as vscode from 'vscode';
import type { BaseLanguageClient, Location, Position, WorkspaceEdit } from 'vscode-languageclient';
import { CARRY, type CarryParams } from '../../server/src/lsp/protocol.ts';

/**
 * Carries the value at a position of the server's, or else at the cursor, to the other places that state it otherwise. VS Code
 * shows the edits first; where there are none, the server says why.
 */
export async function carryValue(client: BaseLanguageClient, uri?: string, position?: Position): Promise<void> {
  const params = uri !== undefined && position ? { uri, position } : atCursor(client);
  if (!params) return;
  const edit = await client.sendRequest<WorkspaceEdit | null>(CARRY, params);
  const converted = await client.protocol2CodeConverter.asWorkspaceEdit(edit);
  if (converted) await vscode.workspace.applyEdit(converted, { isRefactoring: true });
}

function atCursor({ code2ProtocolConverter }: BaseLanguageClient): CarryParams | undefined {
  const editor = vscode.window.activeTextEditor;
  return (
    editor && {
      uri: code2ProtocolConverter.asUri(editor.document.uri),
      position: code2ProtocolConverter.asPosition(editor.selection.active),
    }
  );
}

/** Shows places that the server names in VS Code's own view of references. */
export async function showReferences(
  { protocol2CodeConverter: converter }: BaseLanguageClient,
  uri: string,
  position: Position,
  locations: Location[],
): Promise<void> {
  await vscode.commands.executeCommand(
    'editor.action.showReferences',
    converter.asUri(uri),
    converter.asPosition(position),
    locations.map(converter.asLocation),
  );
}
