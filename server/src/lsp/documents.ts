import {
  type Connection,
  Emitter,
  type Event,
  type TextDocumentContentChangeEvent,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { applyChanges, type Encoding } from './convert.ts';
import { canonical } from './uris.ts';

/** The Markdown documents that the editor holds open. */
export interface Documents extends Pick<TextDocuments<TextDocument>, 'onDidChangeContent' | 'onDidOpen' | 'onDidSave'> {
  /** However the URI is escaped; undefined where it is not open. */
  open(uri: string): TextDocument | undefined;
  all(): readonly TextDocument[];
  readonly onDidClose: TextDocuments<TextDocument>['onDidClose'];
  /** The lines that somebody typed on, as they stand after it; none where the whole text was given anew. */
  readonly onDidType: Event<{ readonly document: TextDocument; readonly lines: readonly Lines[] }>;
}

/** From the first line to the last, both included. */
export interface Lines {
  readonly first: number;
  readonly last: number;
}

/** Keeps the documents up to date. Listens before the client has said how it counts: `encoding` is asked at each edit. */
export function listenToDocuments(connection: Connection, encoding: () => Encoding): Documents {
  const byUri = new Map<string, TextDocument>();
  const typing = new Emitter<{ readonly document: TextDocument; readonly lines: readonly Lines[] }>();
  const documents = new TextDocuments<TextDocument>({
    create: (...parts) => {
      const document = TextDocument.create(...parts);
      if (isMarkdown(document)) byUri.set(canonical(document.uri), document);
      return document;
    },
    update: (document, changes, version) => {
      applyChanges(document, changes, version, encoding());
      if (isMarkdown(document)) typing.fire({ document, lines: linesOf(changes) });
      return document;
    },
  });
  documents.onDidClose(({ document }) => byUri.delete(canonical(document.uri)));
  documents.listen(connection);
  return {
    onDidChangeContent: documents.onDidChangeContent,
    onDidOpen: documents.onDidOpen,
    onDidSave: documents.onDidSave,
    onDidClose: documents.onDidClose,
    onDidType: typing.event,
    all: () => [...byUri.values()],
    open: (uri) => byUri.get(canonical(uri)),
  };
}

/** By its language, or by its name where the editor has no Markdown. */
function isMarkdown({ languageId, uri }: TextDocument): boolean {
  return languageId === 'markdown' || /\.(md|markdown)$/i.test(uri);
}

/** Where each of several edits came to lie, the later ones of which may have moved the earlier. */
function linesOf(changes: readonly TextDocumentContentChangeEvent[]): readonly Lines[] {
  let lines: Lines[] = [];
  for (const change of changes) {
    if (!('range' in change)) return [];
    const { start, end } = change.range;
    const added = change.text.split(/\r\n?|\n/).length - 1;
    const moved = added - (end.line - start.line);
    lines = lines.map((before) =>
      before.first > end.line ? { first: before.first + moved, last: before.last + moved } : before,
    );
    lines.push({ first: start.line, last: start.line + added });
  }
  return lines;
}
