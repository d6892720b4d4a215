import * as vscode from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { REVIEWED, type ReviewedParams } from '../../server/src/lsp/protocol.ts';

/** The plan that the user is at, and when it may have changed. */
export interface Plans {
  /** The document in the active editor, or the one that was there before a panel or another file had the focus. */
  readonly current: vscode.Uri | undefined;
  /** Whether an open document is a plan or a part of one; undefined before the server has said. */
  isPlan(uri: vscode.Uri): boolean | undefined;
  /** Another document is the current one, or what is to be told of it may be otherwise. */
  readonly onDidChange: vscode.Event<void>;
  /** Makes this document the current one, until the user goes to another. */
  choose(uri: vscode.Uri): void;
  dispose(): void;
}

/** Follows the active editor and what the server reviews. Menus ask for `planlint.plans`, the open documents that are plans. */
export function followPlans(client: BaseLanguageClient): Plans {
  const changed = new vscode.EventEmitter<void>();
  let current = markdownIn(vscode.window.activeTextEditor);
  let open: readonly vscode.Uri[] | undefined;
  const choose = (uri: vscode.Uri | undefined) => {
    if (!uri || uri.toString() === current?.toString()) return;
    current = uri;
    changed.fire();
  };
  const tell = (uris: readonly vscode.Uri[] | undefined) => {
    open = uris;
    // By their paths: the window of a remote workspace spells a URI otherwise than its extensions do.
    const paths = uris?.map(({ fsPath }) => fsPath) ?? [];
    vscode.commands.executeCommand('setContext', 'planlint.plans', paths.length > 0 && paths);
    changed.fire();
  };
  const watching = [
    changed,
    vscode.window.onDidChangeActiveTextEditor((editor) => choose(markdownIn(editor))),
    client.onNotification(REVIEWED, ({ uris }: ReviewedParams) => {
      tell(uris.map((uri) => vscode.Uri.parse(uri)));
    }),
    client.onDidChangeState(({ newState }) => newState !== State.Running && tell(undefined)),
  ];
  return {
    get current() {
      return current;
    },
    isPlan: (uri) => open?.some((one) => one.toString() === uri.toString()),
    onDidChange: changed.event,
    choose,
    dispose: () => vscode.Disposable.from(...watching).dispose(),
  };
}

function markdownIn(editor: vscode.TextEditor | undefined): vscode.Uri | undefined {
  return editor?.document.languageId === 'markdown' ? editor.document.uri : undefined;
}
