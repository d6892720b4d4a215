import * as vscode from 'vscode';

/** Diagnostics come when the server has read on; this long is far more than it ever takes. */
const patience = 40_000;

export function inWorkspace(...path: string[]): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('the tests need their workspace folder');
  return vscode.Uri.joinPath(folder.uri, ...path);
}

export function open(...path: string[]): Thenable<vscode.TextDocument> {
  return vscode.workspace.openTextDocument(inWorkspace(...path));
}

export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** What a user sees of a document now: one line a finding, the rule and the text that is underlined. */
export function findings(document: vscode.TextDocument): string[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .map((found) => `${ruleOf(found)} ${document.getText(found.range)}`);
}

/** The first finding of `rule` in the document, waiting for it. */
export async function finding(document: vscode.TextDocument, rule: string): Promise<vscode.Diagnostic> {
  const find = () => vscode.languages.getDiagnostics(document.uri).find((one) => ruleOf(one) === rule);
  await seen(document, `finding of ${rule}`, () => find() !== undefined);
  return find() as vscode.Diagnostic;
}

/** Waits until what is seen of `document` satisfies `condition`, and fails with what is seen instead. */
export function seen(document: vscode.TextDocument, wanted: string, condition: () => boolean): Promise<void> {
  const instead = () => `no ${wanted}; there is: ${findings(document).join('; ') || 'nothing'}`;
  return happens(vscode.languages.onDidChangeDiagnostics, condition, instead);
}

/** Waits until `condition` holds, which an `event` may bring about, and fails with `complaint()` when it never does. */
export async function happens(event: vscode.Event<unknown>, condition: () => boolean, complaint: () => string) {
  if (condition()) return;
  let watcher: vscode.Disposable | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      watcher = event(() => condition() && resolve());
      timer = setTimeout(() => reject(new Error(complaint())), patience);
    });
  } finally {
    watcher?.dispose();
    clearTimeout(timer);
  }
}

/** Types over the one place where `before` stands. */
export async function type(document: vscode.TextDocument, before: string, after: string): Promise<void> {
  const start = document.getText().indexOf(before);
  if (start < 0) throw new Error(`“${before}” is not in the document`);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(
    document.uri,
    new vscode.Range(document.positionAt(start), document.positionAt(start + before.length)),
    after,
  );
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error('the edit was refused');
}

export function equal(actual: unknown, expected: unknown): void {
  if (actual !== expected) throw new Error(`${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`);
}

export function holds(text: string, part: string): void {
  if (!text.includes(part)) throw new Error(`${JSON.stringify(text)} does not hold ${JSON.stringify(part)}`);
}

/** Asks again and again until the answer is a good one, gives that, and fails with the last one when it never is. */
export async function until<T>(ask: () => PromiseLike<T>, good: (answer: T) => boolean): Promise<T> {
  for (const end = Date.now() + patience; ; ) {
    const answer = await ask();
    if (good(answer)) return answer;
    if (Date.now() > end) throw new Error(`in the end it was ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
