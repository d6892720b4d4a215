import * as vscode from 'vscode';

/** Asks where to put a file, unless `target` says it, writes it there, and offers to open it. Gives the place; undefined where the user gave up. */
export async function save(
  content: string,
  suggestion: vscode.Uri | undefined,
  filters: Record<string, string[]>,
  target?: vscode.Uri,
): Promise<vscode.Uri | undefined> {
  const place =
    target ?? (await vscode.window.showSaveDialog({ filters, ...(suggestion && { defaultUri: suggestion }) }));
  if (!place) return undefined;
  try {
    await vscode.workspace.fs.writeFile(place, new TextEncoder().encode(content));
  } catch (error) {
    vscode.window.showErrorMessage(
      vscode.l10n.t('It was not saved: {0}', error instanceof Error ? error.message : String(error)),
    );
    return undefined;
  }
  offer(place);
  return place;
}

/** Beside a document; in the first folder of the workspace where it lies nowhere yet. */
export function beside(document: string, name: string): vscode.Uri | undefined {
  const uri = vscode.Uri.parse(document);
  if (uri.scheme !== 'untitled') return vscode.Uri.joinPath(uri, '..', name);
  const folder = vscode.workspace.workspaceFolders?.[0];
  return folder && vscode.Uri.joinPath(folder.uri, name);
}

/** A file on a disk opens in the program that is for it; elsewhere the editor shows its text. */
async function offer(place: vscode.Uri): Promise<void> {
  const open = vscode.l10n.t('Open');
  const name = place.path.slice(place.path.lastIndexOf('/') + 1);
  if ((await vscode.window.showInformationMessage(vscode.l10n.t('“{0}” was saved.', name), open)) !== open) return;
  if (place.scheme === 'file') await vscode.env.openExternal(place);
  else await vscode.commands.executeCommand('vscode.open', place);
}
