import type { Range, TextEdit } from 'vscode-languageserver';
import type { Span } from '../../core/model.ts';
import { formatTable } from '../../symbols/table-format.ts';
import { rangeOf, touches } from '../convert.ts';
import { type Context, type Feature, spotAt } from '../feature.ts';

/** Aligns the tables of a plan and touches nothing else. */
export const formatting: Feature = {
  capabilities: () => ({
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '|', moreTriggerCharacter: ['\n'] },
  }),
  wire(context) {
    const { connection } = context;
    connection.onDocumentFormatting(({ textDocument: { uri } }) => format(context, uri));
    connection.onDocumentRangeFormatting(({ textDocument: { uri }, range }) => format(context, uri, range));
    connection.onDocumentOnTypeFormatting(({ textDocument: { uri }, position: { line }, ch }) =>
      format(context, uri, ch === '\n' ? lineOf(line - 1) : lineOf(line), ch === '\n' ? line : undefined),
    );
  },
};

const lineOf = (line: number): Range => ({ start: { line, character: 0 }, end: { line, character: 0 } });

/** The tables that a range touches, or all; none where the line `open` is a part of one: a row was torn in two there. */
async function format(context: Context, uri: string, range?: Range, open?: number): Promise<TextEdit[]> {
  const { client } = context;
  const spot = await spotAt(context, uri, range?.start ?? { line: 0, character: 0 });
  if (!spot) return [];
  const { review, sheet } = spot;
  const place = (span: Span) => rangeOf(sheet, span, client.encoding);
  const whole = (span: Span): Range => ({ ...place(span), start: { line: place(span).start.line, character: 0 } });
  const grids = review.report.plan.grids.filter(
    (grid) =>
      grid.source === sheet.source &&
      (!range || touches(whole(grid), range)) &&
      (open === undefined || !touches(whole(grid), lineOf(open))),
  );
  return grids.flatMap(formatTable).map(({ span, newText }) => ({ range: place(span), newText }));
}
