import * as vscode from 'vscode';

const name = 'planlint.json';

/** Opens the planlint.json that holds for the document in front, or makes one in the workspace folder. */
export async function openConfig(context: vscode.ExtensionContext): Promise<void> {
  const document = vscode.window.activeTextEditor?.document.uri;
  const folder = (document && vscode.workspace.getWorkspaceFolder(document)) ?? (await onlyFolder());
  if (!folder) return;
  const file = (document && (await nearest(document, folder.uri))) ?? (await create(context, folder.uri));
  await vscode.window.showTextDocument(file);
}

/** The workspace folder where there is one only, else the one that the user picks. */
async function onlyFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    vscode.window.showInformationMessage(
      vscode.l10n.t('Open the folder of your drafts first: planlint.json lies there.'),
    );
  }
  return folders.length > 1 ? vscode.window.showWorkspaceFolderPick() : folders[0];
}

/** The planlint.json in the document's folder or one above it, not above the workspace folder. */
async function nearest(document: vscode.Uri, top: vscode.Uri): Promise<vscode.Uri | undefined> {
  for (let at = vscode.Uri.joinPath(document, '..'); at.path.startsWith(top.path); at = vscode.Uri.joinPath(at, '..')) {
    const file = vscode.Uri.joinPath(at, name);
    if (await exists(file)) return file;
    if (at.path === '/') return undefined;
  }
  return undefined;
}

async function create(context: vscode.ExtensionContext, folder: vscode.Uri): Promise<vscode.Uri> {
  const file = vscode.Uri.joinPath(folder, name);
  const template = vscode.Uri.joinPath(context.extensionUri, 'dist', 'templates', `${name}c`);
  if (!(await exists(file))) await vscode.workspace.fs.writeFile(file, await vscode.workspace.fs.readFile(template));
  return file;
}

function exists(file: vscode.Uri): Promise<boolean> {
  return Promise.resolve(vscode.workspace.fs.stat(file)).then(
    () => true,
    () => false,
  );
}
