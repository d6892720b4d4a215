import * as vscode from 'vscode';
import { equal, happens, inWorkspace, ruleOf } from './editor.ts';

/** A web worker has no processes to run tasks in, and then there are none. */
const processes = typeof process === 'object';

describe('the tasks of the extension', () => {
  it('check a folder by the command line, where there can be one', async () => {
    const file = inWorkspace('另稿.md');
    const text = '---\n规划期: 2026-2030\n---\n\n# 规划\n\n> **专栏1 重点工程**\n>\n> **学校建设项目**：\n';
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
    const [task, ...others] = await vscode.tasks.fetchTasks({ type: 'planlint' });
    equal(others.length, 0);
    equal(task !== undefined, processes);
    if (task) {
      const statuses: (number | undefined)[] = [];
      const ended = new Promise((resolve) => vscode.tasks.onDidEndTask(resolve));
      vscode.tasks.onDidEndTaskProcess(({ exitCode }) => statuses.push(exitCode));
      await vscode.tasks.executeTask(task);
      await ended;
      equal(statuses.join(), '1');
      const found = () => vscode.languages.getDiagnostics(file).map(ruleOf).join();
      await happens(vscode.languages.onDidChangeDiagnostics, () => found().includes('box-field'), found);
    }
    await vscode.workspace.fs.delete(file);
  });
});
