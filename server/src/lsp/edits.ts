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

/** An edit and what comes with it for clients that know more than plain edits. */
export interface RichEdit extends Edit {
  /** The same text in the syntax of snippets, which leaves the cursor in a place to fill in. */
  readonly snippet?: string;
  /** What the edit is about; edits share one where the user is to decide on them together. */
  readonly annotation?: ChangeAnnotation;
}

/**
 * Edits in the client's terms, for the versions of the texts that they were made from; undefined where one lies outside what
 * was checked: half a change is none. A client that shows annotations asks the user before it makes annotated edits.
 */
export function workspaceEdit(review: Review, edits: readonly RichEdit[], client: Client): WorkspaceEdit | undefined {
  const bySheet = new Map<Sheet, (TextEdit | AnnotatedTextEdit | SnippetTextEdit)[]>();
  const annotations = new Map<ChangeAnnotation, string>();
  for (const { span, newText, snippet, annotation } of edits) {
    const sheet = review.sheets.get(span.source.uri);
    if (!sheet) return undefined;
    const range = rangeOf(sheet, span, client.encoding);
    const list = bySheet.get(sheet) ?? [];
    bySheet.set(sheet, list);
    if (snippet && client.snippetEdits && client.documentChanges) list.push({ range, snippet: snippetOf(snippet) });
    else if (annotation && client.changeAnnotations && client.documentChanges) {
      const annotationId = annotations.get(annotation) ?? `planlint.${annotations.size}`;
      annotations.set(annotation, annotationId);
      list.push({ range, newText, annotationId });
    } else list.push({ range, newText });
  }
  if (!client.documentChanges)
    return { changes: Object.fromEntries([...bySheet].map(([{ uri }, list]) => [uri, list as TextEdit[]])) };
  return {
    documentChanges: [...bySheet].map(
      ([{ uri, version }, list]): TextDocumentEdit => ({ textDocument: { uri, version }, edits: list }),
    ),
    ...(annotations.size && {
      changeAnnotations: Object.fromEntries([...annotations].map(([annotation, id]) => [id, annotation])),
    }),
  };
}

const snippetOf = (value: string) => ({ kind: 'snippet' as const, value });
