import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { OVERVIEW, type Overview, type Place, type PlanParams } from '../../../server/src/lsp/protocol.ts';
import type { Plans } from '../plans.ts';
import { csvOf } from './csv.ts';
import type { Asked, Kept, Shown } from './messages.ts';
import { beside, save } from './save.ts';
import { pageFolder, shellOf } from './shell.ts';

const TYPE = 'planlint.overview';

/** The panel that shows the indicators of the plan that the user is at. */
export interface OverviewPanel {
  /** What its page was last told; undefined where no page is open. */
  readonly shown: Shown | undefined;
  readonly onDidShow: vscode.Event<void>;
}

export function overviewPanel(
  context: vscode.ExtensionContext,
  client: BaseLanguageClient,
  plans: Plans,
): OverviewPanel {
  const told = new vscode.EventEmitter<void>();
  let panel: vscode.WebviewPanel | undefined;
  let shown: Shown | undefined;

  async function refresh(): Promise<void> {
    const uri = plans.current;
    if (!panel || !uri) return;
    const overview = await ask(client, uri);
    // While it was on its way, the user may have gone elsewhere.
    if (!panel || uri !== plans.current || overview === undefined) return;
    shown = { uri: uri.toString(), overview };
    panel.title = `${vscode.l10n.t('Indicators')} · ${uri.path.slice(uri.path.lastIndexOf('/') + 1)}`;
    await panel.webview.postMessage(shown);
    told.fire();
  }

  function adopt(made: vscode.WebviewPanel): void {
    panel = made;
    panel.iconPath = vscode.Uri.joinPath(context.extensionUri, 'client', 'media', 'icon.png');
    panel.webview.options = { enableScripts: true, localResourceRoots: [pageFolder(context)] };
    panel.webview.onDidReceiveMessage((asked: Asked) => {
      if (asked.kind === 'ready') refresh();
      else if (asked.kind === 'export') exportOverview();
      else go(asked.place, made.viewColumn);
    });
    panel.onDidDispose(() => {
      panel = undefined;
      shown = undefined;
    });
    panel.webview.html = shellOf(panel.webview, context);
  }

  function open(): void {
    const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    if (panel) panel.reveal(undefined, true);
    else adopt(vscode.window.createWebviewPanel(TYPE, vscode.l10n.t('Indicators'), column));
  }

  async function exportOverview(target?: vscode.Uri): Promise<vscode.Uri | undefined> {
    const uri = plans.current;
    const overview = uri && (await ask(client, uri));
    if (!uri || !overview?.tables.length) {
      vscode.window.showWarningMessage(
        vscode.l10n.t('There is no indicator table in this file, so there is nothing to export.'),
      );
      return undefined;
    }
    const suggestion = beside(uri.toString(), `${overview.title || '规划'}指标总览.csv`);
    return save(csvOf(overview), suggestion, { [vscode.l10n.t('CSV table')]: ['csv'] }, target);
  }

  context.subscriptions.push(
    told,
    plans.onDidChange(refresh),
    vscode.commands.registerCommand('planlint.overview', open),
    vscode.commands.registerCommand('planlint.exportOverview', exportOverview),
    vscode.window.registerWebviewPanelSerializer(TYPE, {
      async deserializeWebviewPanel(made: vscode.WebviewPanel, kept: Kept | undefined) {
        if (!plans.current && kept?.uri) plans.choose(vscode.Uri.parse(kept.uri));
        adopt(made);
      },
    }),
  );
  return {
    get shown() {
      return shown;
    },
    onDidShow: told.event,
  };
}

/** undefined where the server cannot answer, as while it is started anew. */
async function ask(client: BaseLanguageClient, uri: vscode.Uri): Promise<Overview | null | undefined> {
  const params: PlanParams = { uri: client.code2ProtocolConverter.asUri(uri) };
  return client.sendRequest<Overview | null>(OVERVIEW, params).catch(() => undefined);
}

/** Shows a place in the editor that has its document, else in one beside the panel, and gives it the focus. */
async function go({ uri, range }: Place, panel: vscode.ViewColumn | undefined): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  const open = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  const free = panel === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One;
  const selection = new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character);
  const editor = await vscode.window.showTextDocument(document, { viewColumn: open?.viewColumn ?? free, selection });
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
