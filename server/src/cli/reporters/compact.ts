import type { Outcome } from '../outcome.ts';
import { plain, severityWord } from './words.ts';

/** One line a finding, for other programs and for grep. */
export function compact({ files }: Outcome): string {
  return files
    .flatMap(({ file, findings }) =>
      findings
        .filter(({ suppressed }) => suppressed === null)
        .map(
          ({ line, column, severity, message, rule }) =>
            `${file}:${line}:${column}: ${severityWord[severity]} ${plain(message)} [${rule}]\n`,
        ),
    )
    .join('');
}
