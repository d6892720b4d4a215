import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type Diagnostic,
  type Range,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Fix } from '../../core/rule.ts';
import type { Client } from '../client.ts';
import { rangeOf, type Sheet, touches } from '../convert.ts';
import type { Feature } from '../feature.ts';
import { diagnosticOf, shown } from '../findings.ts';
import type { Review } from '../review.ts';

export const actions: Feature = {
  capabilities: () => ({ codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] } }),
  wire({ connection, client, reviewer }) {
    connection.onCodeAction(async ({ textDocument: { uri }, range, context }) => {
      const review = await reviewer.review(uri);
      return review ? actionsOf(review, uri, range, context, client) : [];
    });
  },
};

/** The fixes of the findings that a range of one file touches. A fix whose result is certain is the preferred one. */
function actionsOf(review: Review, uri: string, range: Range, context: CodeActionContext, client: Client) {
  if (!wanted(context, CodeActionKind.QuickFix)) return [];
  return shown(review, uri).flatMap((finding): CodeAction[] => {
    const diagnostic = diagnosticOf(review, finding, client);
    if (!finding.fix || !touches(diagnostic.range, range)) return [];
    const edit = editOf(review, finding.fix, client);
    if (!edit) return [];
    return [
      {
        title: finding.fix.title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [context.diagnostics.find((given) => same(given, diagnostic)) ?? diagnostic],
        isPreferred: finding.fix.safe,
        edit,
      },
    ];
  });
}

/** A client that asks for a kind wants the kinds below it too: 'quickfix' asks for 'quickfix.planlint'. */
function wanted({ only }: CodeActionContext, kind: string): boolean {
  return !only || only.some((asked) => asked === '' || asked === kind || kind.startsWith(`${asked}.`));
}

/** undefined where a part of the fix lies outside what was checked: half a fix is none. */
function editOf(review: Review, fix: Fix, client: Client): WorkspaceEdit | undefined {
  const edits = new Map<Sheet, TextEdit[]>();
  for (const { span, newText } of fix.edits) {
    const sheet = review.sheets.get(span.source.uri);
    if (!sheet) return undefined;
    edits.set(sheet, [...(edits.get(sheet) ?? []), { range: rangeOf(sheet, span, client.encoding), newText }]);
  }
  if (!client.documentChanges) return { changes: Object.fromEntries([...edits].map(([{ uri }, list]) => [uri, list])) };
  return {
    documentChanges: [...edits].map(
      ([{ uri, version }, list]): TextDocumentEdit => ({ textDocument: { uri, version }, edits: list }),
    ),
  };
}

function same(a: Diagnostic, b: Diagnostic): boolean {
  const [{ start: from }, { start: to }] = [a.range, b.range];
  return a.code === b.code && from.line === to.line && from.character === to.character;
}
