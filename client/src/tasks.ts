import { type ChildProcess, spawn } from 'node:child_process';
import * as vscode from 'vscode';

const TYPE = 'planlint';
const matchers = ['$planlint', '$planlint-warning', '$planlint-information'];

interface Definition extends vscode.TaskDefinition {
  /** What follows `planlint check` on the command line; the whole folder where nothing is said. */
  readonly args?: readonly string[];
}

/** Tasks that run the command line of this extension on a folder of the workspace, only ever when the user starts one. */
export function provideTasks(context: vscode.ExtensionContext): vscode.Disposable {
  const program = context.asAbsolutePath('dist/cli.js');

  function taskOf(definition: Definition, scope: vscode.WorkspaceFolder, name: string): vscode.Task {
    const args = [program, 'check', '--format', 'compact', ...(definition.args ?? [])];
    const run = async () => terminalOf(args, scope.uri.fsPath);
    const task = new vscode.Task(definition, scope, name, 'PlanLint', new vscode.CustomExecution(run), matchers);
    task.group = vscode.TaskGroup.Test;
    return task;
  }

  return vscode.tasks.registerTaskProvider(TYPE, {
    provideTasks() {
      const folders = vscode.workspace.workspaceFolders?.filter(({ uri }) => uri.scheme === 'file') ?? [];
      return folders.map((folder) => taskOf({ type: TYPE }, folder, vscode.l10n.t('Check the Whole Folder')));
    },
    resolveTask({ definition, scope, name }) {
      const folder = typeof scope === 'object' ? scope : vscode.workspace.workspaceFolders?.[0];
      return folder && taskOf(definition as Definition, folder, name);
    },
  });
}

/** A terminal that runs a script in Node, as far as VS Code has one in it, and ends with the script. */
function terminalOf(args: readonly string[], cwd: string): vscode.Pseudoterminal {
  const written = new vscode.EventEmitter<string>();
  const closed = new vscode.EventEmitter<number>();
  let child: ChildProcess | undefined;
  return {
    onDidWrite: written.event,
    onDidClose: closed.event,
    open() {
      const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
      child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
      for (const stream of [child.stdout, child.stderr])
        stream?.setEncoding('utf8').on('data', (text: string) => written.fire(text.replace(/\r?\n/g, '\r\n')));
      child.on('error', ({ message }) => written.fire(`${message}\r\n`));
      child.on('close', (status) => closed.fire(status ?? 1));
    },
    close: () => child?.kill(),
  };
}
