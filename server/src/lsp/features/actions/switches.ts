import { CodeActionKind } from 'vscode-languageserver';
import { type Suppression, suppressionsOf } from '../../../symbols/suppress.ts';
import { workspaceEdit } from '../../edits.ts';
import type { Offer, Scene } from './offer.ts';

/** What the author is to put the reason in the place of. */
const REASON = '理由';

/** The rules there switched off: for the line, the table's row, the file. */
export function* switches({ touched, review, sheet, client }: Scene): Generator<Offer> {
  const seen = new Set<string>();
  for (const { finding, diagnostic } of touched)
    for (const suppression of suppressionsOf(review.report, finding)) {
      const title = titleOf(suppression, finding.rule);
      if (seen.has(title)) continue;
      seen.add(title);
      const { at, before, after } = suppression;
      const span = { source: sheet.source, start: at, end: at };
      const snippet = `${escaped(before)}\${1:${REASON}}${escaped(after)}`;
      const edit = { span, newText: before + REASON + after, snippet };
      yield {
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic],
        edit: () => workspaceEdit(review, [edit], client),
      };
    }
}

function titleOf({ reach, row }: Suppression, rule: string): string {
  const where = { line: '此行', row: `表中“${row}”一行`, table: '此表', file: '本文件' }[reach];
  return `${where}不再检查 ${rule}`;
}

/** Text as a snippet holds it. */
function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
