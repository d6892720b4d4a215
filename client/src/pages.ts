import * as vscode from 'vscode';
import { SOURCE } from '../../server/src/lsp/protocol.ts';

/** The rule pages that ship with the extension: <rule>.md each, readable without a network. */
export function pagesFolder(context: vscode.ExtensionContext): vscode.Uri {
  return vscode.Uri.joinPath(context.extensionUri, 'dist', 'rules');
}

/**
 * Takes a diagnostic as the server sends it and gives it a link that opens the rule's page as a page to read;
 * the server's own link would open its Markdown source.
 */
export function linkToPreview(diagnostic: vscode.Diagnostic): vscode.Diagnostic {
  const rule = ruleOf(diagnostic);
  const target = vscode.Uri.from({ scheme: 'command', path: 'planlint.explain', query: JSON.stringify([rule]) });
  if (typeof diagnostic.code === 'object') diagnostic.code = { value: rule, target };
  return diagnostic;
}

/** Shows the page of `rule`; without one, that of a finding at the cursor or else in the document, asking if there are several. */
export async function showRule(context: vscode.ExtensionContext, rule?: string): Promise<void> {
  const id = rule ?? (await askRule());
  if (id === undefined) return;
  const page = vscode.Uri.joinPath(pagesFolder(context), `${id}.md`);
  try {
    await vscode.workspace.fs.stat(page);
  } catch {
    vscode.window.showWarningMessage(vscode.l10n.t('There is no page about the rule “{0}”.', id));
    return;
  }
  await vscode.commands.executeCommand('markdown.showPreview', page);
}

async function askRule(): Promise<string | undefined> {
  const editor = vscode.window.activeTextEditor;
  const all = editor ? vscode.languages.getDiagnostics(editor.document.uri) : [];
  const found = all.filter(({ source }) => source === SOURCE);
  const here = found.filter(({ range }) => editor && range.contains(editor.selection.active));
  const rules = [...new Set((here.length > 0 ? here : found).map(ruleOf))];
  if (rules.length > 1) return vscode.window.showQuickPick(rules, { placeHolder: vscode.l10n.t('About which rule?') });
  if (rules.length === 0)
    vscode.window.showInformationMessage(
      vscode.l10n.t('Nothing was found in this draft, so there is no rule to explain.'),
    );
  return rules[0];
}

function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}
