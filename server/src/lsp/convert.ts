/** Where offsets become lines and columns: the only file here that knows how the client counts. */
import type { ClientCapabilities, Position, Range, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Source, Span } from '../core/model.ts';

export type Encoding = 'utf-8' | 'utf-16' | 'utf-32';

/** A text as it stood when it was checked. The open document goes on changing; ranges of a report need the text it was made from. */
export interface Sheet {
  /** As the client spells it. */
  readonly uri: string;
  /** null where the text comes from a file that is not open. */
  readonly version: number | null;
  readonly source: Source;
  readonly document: TextDocument;
}

const BOM = '\uFEFF';

export function sheetOf(uri: string, version: number | null, text: string): Sheet {
  return {
    uri,
    version,
    source: { uri, text: text.startsWith(BOM) ? text.slice(1) : text },
    document: TextDocument.create(uri, 'markdown', version ?? 0, text),
  };
}

/** The first encoding on the client's list that the server knows; UTF-16, which every client must take, where it gives none. */
export function negotiate(client: ClientCapabilities): Encoding {
  const known: readonly string[] = ['utf-8', 'utf-16', 'utf-32'];
  return (client.general?.positionEncodings?.find((kind) => known.includes(kind)) ?? 'utf-16') as Encoding;
}

export function rangeOf(sheet: Sheet, span: Span, encoding: Encoding): Range {
  const shift = sheet.document.getText().length - sheet.source.text.length;
  const position = (offset: number) => encode(sheet.document, sheet.document.positionAt(offset + shift), encoding);
  return { start: position(span.start), end: position(span.end) };
}

/** The offset in a sheet's source of a position as the client counts it; the nearest one where there is no such position. */
export function offsetOf({ document, source }: Sheet, position: Position, encoding: Encoding): number {
  const shift = document.getText().length - source.text.length;
  return Math.max(0, document.offsetAt(decode(document, position, encoding)) - shift);
}

/** Applies the client's edits in order, each to the text that the one before it left. Changes the document in place. */
export function applyChanges(
  document: TextDocument,
  changes: readonly TextDocumentContentChangeEvent[],
  version: number,
  encoding: Encoding,
): TextDocument {
  for (const change of changes) {
    const decoded =
      'range' in change
        ? {
            text: change.text,
            range: {
              start: decode(document, change.range.start, encoding),
              end: decode(document, change.range.end, encoding),
            },
          }
        : change;
    TextDocument.update(document, [decoded], version);
  }
  return document;
}

/** Ranges that share a character or touch: a cursor at the end of a finding still means it. */
export function touches(a: Range, b: Range): boolean {
  return !before(a.end, b.start) && !before(b.end, a.start);
}

function before(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

function encode(document: TextDocument, position: Position, encoding: Encoding): Position {
  if (encoding === 'utf-16') return position;
  let character = 0;
  for (const char of lineUpTo(document, position)) character += width(char, encoding);
  return { line: position.line, character };
}

function decode(document: TextDocument, position: Position, encoding: Encoding): Position {
  if (encoding === 'utf-16') return position;
  let units = 0;
  let character = 0;
  for (const char of lineUpTo(document, { line: position.line + 1, character: 0 }, position.line)) {
    units += width(char, encoding);
    if (units > position.character) break;
    character += char.length;
  }
  return { line: position.line, character };
}

function lineUpTo(document: TextDocument, end: Position, line = end.line): string {
  return document.getText({ start: { line, character: 0 }, end });
}

function width(char: string, encoding: 'utf-8' | 'utf-32'): number {
  if (encoding === 'utf-32') return 1;
  const point = char.codePointAt(0) ?? 0;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}
