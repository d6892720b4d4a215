import * as vscode from 'vscode';
import { equal, finding, findings, holds } from './editor.ts';

const files: Readonly<Record<string, string>> = {
  '/planlint.json': '{ "rules": { "target-direction": "off" }, "plans": [{ "files": ["一.md", "二.md"] }] }',
  '/一.md': '---\n规划期: 2026-2030\n---\n\n# 规划\n\n到2030年，护理型床位占比达到62%。\n',
  '/二.md':
    '| 序号 | 指标 | 2025年 | 2030年 | 指标性质 |\n|---|---|---|---|---|\n| 1 | 护理型床位占比（%） | 60 | 55 | 预期性 |\n',
};

/** A file system that is no disk, as a repository on the web is none. */
const memory: vscode.FileSystemProvider = {
  onDidChangeFile: () => new vscode.Disposable(() => {}),
  watch: () => new vscode.Disposable(() => {}),
  stat({ path }) {
    const text = files[path];
    if (text === undefined) throw vscode.FileSystemError.FileNotFound(path);
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: text.length };
  },
  readFile({ path }) {
    const text = files[path];
    if (text === undefined) throw vscode.FileSystemError.FileNotFound(path);
    return new TextEncoder().encode(text);
  },
  readDirectory: () => [],
  createDirectory: refuse,
  writeFile: refuse,
  delete: refuse,
  rename: refuse,
};

function refuse(): never {
  throw vscode.FileSystemError.NoPermissions();
}

describe('a draft that lies on no disk', () => {
  it('is checked with its configuration and the other files of its plan', async () => {
    const provider = vscode.workspace.registerFileSystemProvider('planlint-test', memory, { isReadonly: true });
    try {
      const draft = await vscode.workspace.openTextDocument(vscode.Uri.parse('planlint-test:/一.md'));
      const found = await finding(draft, 'value-conflict');
      equal(draft.getText(found.range), '62%');
      equal(found.relatedInformation?.[0]?.location.uri.path, '/二.md');
      const table = await vscode.workspace.openTextDocument(vscode.Uri.parse('planlint-test:/二.md'));
      holds(table.getText(), '| 60 | 55 |');
      await finding(draft, 'value-conflict');
      equal(findings(table).join(), '');
    } finally {
      provider.dispose();
    }
  });
});
