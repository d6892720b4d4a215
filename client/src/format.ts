import * as vscode from 'vscode';
import { type BaseLanguageClient, DocumentFormattingRequest } from 'vscode-languageclient';

/** Aligns the tables of the document in front, whichever formatter the user has chosen for Markdown. */
export async function formatTables(client: BaseLanguageClient): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return;
  const { uri, version } = editor.document;
  const params = {
    textDocument: { uri: client.code2ProtocolConverter.asUri(uri) },
    options: { tabSize: Number(editor.options.tabSize), insertSpaces: editor.options.insertSpaces === true },
  };
  const edits = await client.protocol2CodeConverter.asTextEdits(
    await client.sendRequest(DocumentFormattingRequest.type, params),
  );
  if (!edits || editor.document.version !== version) return;
  const edit = new vscode.WorkspaceEdit();
  edit.set(uri, edits);
  await vscode.workspace.applyEdit(edit);
}
