import * as vscode from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { SOURCE } from '../../server/src/lsp/protocol.ts';
import type { Plans } from './plans.ts';

/** Says in the language status of Markdown what is found in the plan that the user is at. */
export function showStatus(client: BaseLanguageClient, plans: Plans): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('planlint.status', { language: 'markdown' });
  item.name = 'PlanLint';
  const show = () => Object.assign(item, shown(client, plans));
  show();
  return vscode.Disposable.from(
    item,
    plans.onDidChange(show),
    vscode.languages.onDidChangeDiagnostics(show),
    client.onDidChangeState(show),
  );
}

type Shown = Pick<vscode.LanguageStatusItem, 'text' | 'detail' | 'severity' | 'command' | 'busy'>;

const quiet: Omit<Shown, 'text'> = {
  detail: undefined,
  severity: vscode.LanguageStatusSeverity.Information,
  command: undefined,
  busy: false,
};

function shown({ state }: BaseLanguageClient, { current, isPlan }: Plans): Shown {
  if (state === State.Stopped || state === State.StartFailed) {
    return {
      ...quiet,
      text: vscode.l10n.t('PlanLint is not running'),
      severity: vscode.LanguageStatusSeverity.Error,
      command: { title: vscode.l10n.t('Restart'), command: 'planlint.restart' },
    };
  }
  const plan = current && isPlan(current);
  if (!current || plan === undefined) return { ...quiet, text: vscode.l10n.t('PlanLint: checking…'), busy: true };
  if (!plan) {
    return {
      ...quiet,
      text: vscode.l10n.t('PlanLint: not a plan'),
      detail: vscode.l10n.t('A plan has front matter or an indicator table, or is listed in planlint.json.'),
    };
  }
  const count = vscode.languages.getDiagnostics(current).filter(({ source }) => source === SOURCE).length;
  return {
    ...quiet,
    text: count > 0 ? vscode.l10n.t('PlanLint: {0} problem(s)', count) : vscode.l10n.t('PlanLint: no problems found'),
    command: { title: vscode.l10n.t('Show Problems'), command: 'workbench.actions.view.problems' },
  };
}
