import type { Location } from 'vscode-languageserver';
import type { Span } from '../core/model.ts';
import type { Client } from './client.ts';
import { rangeOf } from './convert.ts';
import type { Review } from './review.ts';

/** Where a span of a report stands, in the plan or in those above it, as the client spells and counts. */
export function locationOf({ sheets, above }: Review, span: Span, { encoding }: Client): Location {
  const { uri } = span.source;
  const sheet = sheets.get(uri) ?? above.get(uri);
  if (!sheet) throw new Error(`a place in ${uri}, which was not checked`);
  return { uri: sheet.uri, range: rangeOf(sheet, span, encoding) };
}
