import type { Connection, Diagnostic, Range } from 'vscode-languageserver';
import type { Client } from './client.ts';
import type { Documents, Lines } from './documents.ts';
import { diagnosticsOf } from './findings.ts';
import type { PreferencesOf } from './preferences.ts';
import type { Review, Reviewer } from './review.ts';
import type { Typing } from './typing.ts';
import { canonical } from './uris.ts';

/** What is to be shown in one file now. */
export interface Result {
  /** As the client spells it. */
  readonly uri: string;
  /** null where the file is not open. */
  readonly version: number | null;
  readonly diagnostics: readonly Diagnostic[];
  /** The same for the same diagnostics, whenever and wherever they are found. */
  readonly id: string;
  /** Somebody types in it who wants nothing checked before it is saved: this is not to be shown yet. */
  readonly early: boolean;
}

/** What is found in a file, and the review that it comes from; nothing is found in what is no plan. */
export type ResultOf = (uri: string) => Promise<{ readonly result: Result; readonly review?: Review }>;

export function createResults(
  connection: Connection,
  client: Client,
  documents: Documents,
  reviewer: Reviewer,
  preferencesOf: PreferencesOf,
  typing: Typing,
): ResultOf {
  const log = createLog(connection);
  return async (uri) => {
    const focused = documents.open(uri) && (await preferencesOf(uri));
    const review = await reviewer.review(uri);
    if (review) log(review);
    const document = documents.open(uri);
    const spelled = document?.uri ?? canonical(uri);
    const lines = focused?.focusMode ? typing.lines(uri) : [];
    const found = review ? diagnosticsOf(review, spelled, client) : [];
    const diagnostics = found.filter(({ range }) => !lines.some((held) => meets(range, held)));
    const result: Result = {
      uri: spelled,
      version: review?.sheets.get(spelled)?.version ?? document?.version ?? null,
      diagnostics,
      id: idOf(diagnostics),
      early: focused?.run === 'onSave' && typing.unsaved(uri),
    };
    return { result, ...(review && { review }) };
  };
}

function meets({ start, end }: Range, { first, last }: Lines): boolean {
  return start.line <= last && first <= end.line;
}

/** A name made of what is found alone: it outlives the server, and nothing has to be remembered for it. */
export function idOf(diagnostics: readonly Diagnostic[]): string {
  const text = JSON.stringify(diagnostics);
  let [one, other] = [0x811c9dc5, 0x1b873593];
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other ^ (unit + index), 0x85ebca6b);
  }
  return [one, other, text.length].map((part) => (part >>> 0).toString(36)).join('-');
}

/** The name of finding nothing. */
export const NOTHING = idOf([]);

/** A rule that broke is told of once, not on each keystroke. */
function createLog({ console }: Connection): (review: Review) => void {
  const logged = new Set<string>();
  return ({ report }) => {
    for (const { rule, error } of report.broken) {
      const line = `规则 ${rule} 出现内部错误，本次未检查：${error}`;
      if (!logged.has(line)) console.error(line);
      logged.add(line);
    }
  };
}
