import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { CHECK_WORKSPACE, type CheckWorkspaceResult } from '../../server/src/lsp/protocol.ts';

/** Checks every plan in the workspace, opened or not, and says what it came to; the server shows how far it is. */
export async function checkWorkspace(client: BaseLanguageClient): Promise<CheckWorkspaceResult | null> {
  const result = await client.sendRequest<CheckWorkspaceResult | null>(CHECK_WORKSPACE);
  if (result) void tell(result);
  return result;
}

async function tell({ files, errors, warnings, informations, hints }: CheckWorkspaceResult): Promise<void> {
  const all = errors + warnings + informations + hints;
  if (files === 0) await vscode.window.showInformationMessage(vscode.l10n.t('There is no plan in this workspace.'));
  else if (all === 0) {
    await vscode.window.showInformationMessage(vscode.l10n.t('Files checked: {0}. No problems were found.', files));
  } else {
    const said = vscode.l10n.t(
      'Files checked: {0}. Problems: {1} (errors: {2}, warnings: {3}, information: {4}, hints: {5}).',
      files,
      all,
      errors,
      warnings,
      informations,
      hints,
    );
    const show = vscode.l10n.t('Show Problems');
    const chosen = await vscode.window.showInformationMessage(said, show);
    if (chosen === show) await vscode.commands.executeCommand('workbench.actions.view.problems');
  }
}
