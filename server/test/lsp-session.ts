import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { InitializeResult, PublishDiagnosticsParams } from 'vscode-languageserver';
import { built, type Editor, startServer } from './lsp-editor.ts';

/** What an editor can do that can do most things. */
export const rich = {
  textDocument: {
    publishDiagnostics: {
      relatedInformation: true,
      versionSupport: true,
      codeDescriptionSupport: true,
      tagSupport: { valueSet: [1, 2] },
    },
  },
  workspace: {
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
};

/** One conversation of an editor with a server of its own, on a folder of its own. */
export interface Session extends Editor {
  /** `params` take the place of what an editor on that folder would say of itself. */
  start(capabilities?: object, initializationOptions?: object, params?: object): Promise<InitializeResult>;
  uriOf(name: string): string;
  /** Writes a file into the folder; the server is not told of it. */
  save(name: string, text: string): void;
  remove(name: string): void;
  open(uri: string, text: string, languageId?: string): void;
  change(uri: string, version: number, ...contentChanges: object[]): void;
  close(uri: string): void;
  /** Tells that a file was made (1), changed (2) or deleted (3). */
  watched(name: string, type: 1 | 2 | 3): void;
  /** The diagnostics that are sent for a version of a file. */
  version(uri: string, wanted: number): Promise<PublishDiagnosticsParams>;
  /** The status that the server ends with. */
  exit(): Promise<number | null>;
}

/** For the tests of the suite in which it is called: a folder each, and a server once they start it. */
export function useSession(): Session {
  let server: string;
  let folder: string;
  let editor: ReturnType<typeof startServer>;
  let answers: Parameters<Editor['answer']>[] = [];

  before(async () => {
    server = await built('server.js');
  });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'planlint-lsp-'));
    answers = [];
  });
  afterEach(async () => {
    editor.kill();
    await editor.exit;
    rmSync(folder, { recursive: true });
  });

  const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;
  const notify: Editor['notify'] = (method, params) => editor.notify(method, params);
  return {
    async start(capabilities = rich, initializationOptions, params) {
      editor = startServer(server);
      for (const answer of answers) editor.answer(...answer);
      const workspaceFolders = [{ uri: pathToFileURL(folder).href, name: 'drafts' }];
      const result = await editor.request<InitializeResult>('initialize', {
        processId: process.pid,
        rootUri: null,
        workspaceFolders,
        capabilities,
        initializationOptions,
        ...params,
      });
      notify('initialized', {});
      return result;
    },
    request: (method, params) => editor.request(method, params),
    asked: (method, params) => editor.asked(method, params),
    notify,
    diagnostics: (uri) => editor.diagnostics(uri),
    unread: (uri) => editor.unread(uri),
    heard: (method) => editor.heard(method),
    answer(...answer) {
      answers.push(answer);
      editor?.answer(...answer);
    },
    exit: () => editor.exit,
    uriOf,
    save(name, text) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    },
    remove: (name) => rmSync(join(folder, name), { recursive: true }),
    open: (uri, text, languageId = 'markdown') =>
      notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } }),
    change: (uri, version, ...contentChanges) =>
      notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges }),
    close: (uri) => notify('textDocument/didClose', { textDocument: { uri } }),
    watched: (name, type) => notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(name), type }] }),
    async version(uri, wanted) {
      for (;;) {
        const given = await editor.diagnostics(uri);
        if (given.version === wanted) return given;
      }
    },
  };
}
