import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver';
import { foldsOf } from '../../symbols/folds.ts';
import { rangeOf } from '../convert.ts';
import { type Feature, leafOf } from '../feature.ts';

/** Folds whole lines, so that it is all one to clients that fold nothing less. */
export const folding: Feature = {
  capabilities: () => ({ foldingRangeProvider: true }),
  wire(context) {
    const { connection, client } = context;
    connection.onFoldingRanges(async ({ textDocument: { uri } }) => {
      const leaf = await leafOf(context, uri);
      if (!leaf) return null;
      const { review, sheet } = leaf;
      const byLine = new Map<number, FoldingRange>();
      for (const { span, comment } of foldsOf(review.report, sheet.source)) {
        const { start, end } = rangeOf(sheet, span, client.encoding);
        const [startLine, endLine] = [start.line, end.line];
        if (endLine <= Math.max(startLine, byLine.get(startLine)?.endLine ?? 0)) continue;
        byLine.set(startLine, { startLine, endLine, ...(comment && { kind: FoldingRangeKind.Comment }) });
      }
      // Where a client takes only so many, the widest are the ones that help.
      const height = (range: FoldingRange) => range.endLine - range.startLine;
      const widest = [...byLine.values()].sort((a, b) => height(b) - height(a)).slice(0, client.mostFolds);
      return widest.sort((a, b) => a.startLine - b.startLine);
    });
  },
};
