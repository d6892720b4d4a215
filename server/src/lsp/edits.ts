import type {
  AnnotatedTextEdit,
  ChangeAnnotation,
  SnippetTextEdit,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { Edit } from '../core/rule.ts';
import type { Client } from './client.ts';
import { rangeOf, type Sheet } from './convert.ts';
import type { Review } from './review.ts';

/** An edit that may leave the cursor in a place to fill in: the same text in the syntax of snippets. */
export interface Filled extends Edit {
  readonly snippet?: string;
}

/**
 * Edits in the client's terms, for the versions of the texts that they were made from; undefined where one lies outside what
 * was checked: half a change is none. A client that shows annotations asks the user before it makes annotated edits.
 */
export function workspaceEdit(
  review: Review,
  edits: readonly Filled[],
  client: Client,
  annotation?: ChangeAnnotation,
): WorkspaceEdit | undefined {
  const bySheet = new Map<Sheet, (TextEdit | AnnotatedTextEdit | SnippetTextEdit)[]>();
  const annotated = annotation && client.changeAnnotations && client.documentChanges;
  for (const { span, newText, snippet } of edits) {
    const sheet = review.sheets.get(span.source.uri);
    if (!sheet) return undefined;
    const range = rangeOf(sheet, span, client.encoding);
    const list = bySheet.get(sheet) ?? [];
    bySheet.set(sheet, list);
    if (snippet && client.snippetEdits && client.documentChanges) list.push({ range, snippet: snippetOf(snippet) });
    else list.push({ range, newText, ...(annotated && { annotationId: ANNOTATION }) });
  }
  if (!client.documentChanges)
    return { changes: Object.fromEntries([...bySheet].map(([{ uri }, list]) => [uri, list as TextEdit[]])) };
  return {
    documentChanges: [...bySheet].map(
      ([{ uri, version }, list]): TextDocumentEdit => ({ textDocument: { uri, version }, edits: list }),
    ),
    ...(annotated && { changeAnnotations: { [ANNOTATION]: annotation } }),
  };
}

const ANNOTATION = 'planlint';

const snippetOf = (value: string) => ({ kind: 'snippet' as const, value });
