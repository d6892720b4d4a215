import { type Connection, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { applyChanges, type Encoding } from './convert.ts';
import { canonical } from './uris.ts';

/** The Markdown documents that the editor holds open. */
export interface Documents extends Pick<TextDocuments<TextDocument>, 'onDidChangeContent' | 'onDidOpen' | 'onDidSave'> {
  /** However the URI is escaped; undefined where it is not open. */
  open(uri: string): TextDocument | undefined;
  all(): readonly TextDocument[];
  readonly onDidClose: TextDocuments<TextDocument>['onDidClose'];
}

/** Keeps the documents up to date. Listens before the client has said how it counts: `encoding` is asked at each edit. */
export function listenToDocuments(connection: Connection, encoding: () => Encoding): Documents {
  const documents = new TextDocuments<TextDocument>({
    create: TextDocument.create,
    update: (document, changes, version) => applyChanges(document, changes, version, encoding()),
  });
  documents.listen(connection);
  const all = () => documents.all().filter(isMarkdown);
  return {
    onDidChangeContent: documents.onDidChangeContent,
    onDidOpen: documents.onDidOpen,
    onDidSave: documents.onDidSave,
    onDidClose: documents.onDidClose,
    all,
    open(uri) {
      const same = canonical(uri);
      return all().find((document) => canonical(document.uri) === same);
    },
  };
}

/** By its language, or by its name where the editor has no Markdown. */
export function isMarkdown({ languageId, uri }: TextDocument): boolean {
  return languageId === 'markdown' || /\.(md|markdown)$/i.test(uri);
}
