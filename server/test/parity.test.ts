import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type {
  Diagnostic,
  DocumentDiagnosticReport,
  Range,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Location } from '../src/cli/outcome.ts';
import { disk } from '../src/disk.ts';
import { desk } from './cli-run.ts';
import { built, type Editor, startServer, startWorker } from './lsp-editor.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folders = ['examples', 'server/test/drafts', 'server/test/unseen', 'client/test/workspace'];
const drafts = folders.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name)),
);

/** What a user is told, in the same words whoever tells it: places from 0, columns in UTF-16. */
interface Told {
  readonly rule: unknown;
  readonly severity: unknown;
  readonly message: unknown;
  readonly range: Range;
  readonly related: readonly { readonly file: string; readonly range: Range; readonly message: string }[];
}
/** By file, from the root; those in which nothing is found are left out. */
type Findings = ReadonlyMap<string, readonly Told[]>;

async function byCommandLine(): Promise<Findings> {
  const { files } = await desk(root).check(...folders);
  return toldIn(
    files.map(({ file, findings }) => [
      file,
      findings
        .filter(({ suppressed }) => suppressed === null)
        .map(({ rule, severity, message, related, ...place }) => ({
          rule,
          severity,
          message,
          range: rangeOf(place),
          related: related.map(({ file, message, ...at }) => ({ file, range: rangeOf(at), message })),
        })),
    ]),
  );
}

function rangeOf({ line, column, endLine, endColumn }: Omit<Location, 'file'>): Range {
  return {
    start: { line: line - 1, character: column - 1 },
    end: { line: endLine - 1, character: endColumn - 1 },
  };
}

const capabilities = {
  textDocument: { diagnostic: {}, publishDiagnostics: { relatedInformation: true } },
};
const uriOf = (file: string) => pathToFileURL(join(root, file)).href;
const fileOf = (uri: string) => relative(root, fileURLToPath(uri));

/** What a server shows of files that are not open, and then of each of them opened. */
async function byServer(editor: Editor, initializationOptions: object = {}) {
  const workspaceFolders = folders.map((folder) => ({ uri: uriOf(folder), name: folder }));
  const said = { processId: null, rootUri: null, workspaceFolders, capabilities, initializationOptions };
  await editor.request('initialize', said);
  editor.notify('initialized', {});
  const { items } = await editor.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds: [] });
  const closed = toldIn(items.map((item) => [fileOf(item.uri), told(item)]));

  for (const file of drafts) {
    const text = readFileSync(join(root, file), 'utf8');
    const textDocument = { uri: uriOf(file), languageId: 'markdown', version: 1, text };
    editor.notify('textDocument/didOpen', { textDocument });
  }
  const open: [string, Told[]][] = [];
  for (const file of drafts) {
    const asked = { textDocument: { uri: uriOf(file) } };
    open.push([file, told(await editor.request<DocumentDiagnosticReport>('textDocument/diagnostic', asked))]);
  }
  return { closed, open: toldIn(open) };
}

const severities = [undefined, 'error', 'warning', 'information', 'hint'];

function told(report: DocumentDiagnosticReport | WorkspaceDocumentDiagnosticReport): Told[] {
  assert.equal(report.kind, 'full');
  const { items } = report as { readonly items: readonly Diagnostic[] };
  return items.map(({ code, severity, message, range, relatedInformation = [] }) => ({
    rule: code,
    severity: severities[severity ?? 0],
    message,
    range,
    related: relatedInformation.map(({ location, message }) => ({
      file: fileOf(location.uri),
      range: location.range,
      message,
    })),
  }));
}

function toldIn(files: readonly (readonly [string, readonly Told[]])[]): Findings {
  return new Map(files.filter(([, findings]) => findings.length > 0));
}

describe('the same drafts', function () {
  this.timeout(60_000);
  let expected: Findings;

  before(async () => {
    expected = await byCommandLine();
  });

  function same(found: Findings): void {
    for (const file of drafts) assert.deepEqual(found.get(file), expected.get(file), file);
    assert.deepEqual([...found.keys()].sort(), [...expected.keys()].sort());
  }

  it('have findings by the command line, with places in the same and in other files', () => {
    const related = [...expected].flatMap(([own, all]) =>
      all.flatMap(({ related }) => related.map(({ file }) => file === own)),
    );
    assert.ok(related.includes(true) && related.includes(false));
    for (const folder of folders)
      assert.ok(
        [...expected.keys()].some((file) => file.startsWith(folder)),
        folder,
      );
  });

  it('have them by the server of an editor, opened or not', async () => {
    const server = startServer(await built('server.js'));
    const { closed, open } = await byServer(server).finally(server.kill);
    same(closed);
    same(open);
  });

  it('have them by the server in a web worker, which reads through its client', async () => {
    const worker = await startWorker(await built('planlint.js'));
    worker.answer('planlint/read', async ({ uri }: { uri: string }) => ({ text: (await disk.read(uri)) ?? null }));
    worker.answer('planlint/find', async ({ folder, glob }: { folder: string; glob: string }) => ({
      uris: await disk.find(folder, glob),
    }));
    const { closed, open } = await byServer(worker, { reads: true });
    same(closed);
    same(open);
  });
});
