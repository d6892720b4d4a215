import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { REPORT, type ReportParams, type ReportResult } from '../../server/src/lsp/protocol.ts';
import { beside, save } from './panel/save.ts';
import type { Plans } from './plans.ts';

/** `uri` is a plan, or null for all of the workspace; the user is asked where neither is given. Gives the place of the page. */
export async function exportReport(
  client: BaseLanguageClient,
  plans: Plans,
  uri?: vscode.Uri | null,
  target?: vscode.Uri,
): Promise<vscode.Uri | undefined> {
  const plan = uri === undefined ? await choose(plans.current) : { uri };
  if (!plan) return undefined;
  const params: ReportParams = {
    uri: plan.uri && client.code2ProtocolConverter.asUri(plan.uri),
    date: new Date().toLocaleDateString('zh-CN', { year: 'numeric', month: 'long', day: 'numeric' }),
  };
  const progress = {
    location: vscode.ProgressLocation.Notification,
    title: vscode.l10n.t('Making the review report…'),
    cancellable: true,
  };
  const made = await vscode.window.withProgress(progress, async (_, token) => {
    const result = await client.sendRequest<ReportResult | null>(REPORT, params, token);
    return token.isCancellationRequested ? undefined : result;
  });
  if (made === null)
    vscode.window.showWarningMessage(
      plan.uri ? vscode.l10n.t('This file is not a plan.') : vscode.l10n.t('There is no plan in this workspace.'),
    );
  if (!made) return undefined;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const suggestion = plan.uri
    ? beside(plan.uri.toString(), made.name)
    : folder && vscode.Uri.joinPath(folder, made.name);
  return save(made.html, suggestion, { [vscode.l10n.t('Web page')]: ['html'] }, target);
}

/** Asks which plan is meant where there is one at hand. */
async function choose(current: vscode.Uri | undefined): Promise<{ readonly uri: vscode.Uri | null } | undefined> {
  if (!current) return { uri: null };
  const one = {
    label: vscode.l10n.t('This plan'),
    description: current.path.slice(current.path.lastIndexOf('/') + 1),
    uri: current,
  };
  const all = { label: vscode.l10n.t('Every plan in the workspace'), uri: null };
  return vscode.window.showQuickPick([one, all], {
    placeHolder: vscode.l10n.t('On which plans is the review report to be?'),
  });
}
