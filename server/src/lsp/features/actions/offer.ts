import type { CodeAction, CodeActionKind, Command, Diagnostic, Range } from 'vscode-languageserver';
import type { Finding } from '../../../core/rule.ts';
import type { Client } from '../../client.ts';
import type { Sheet } from '../../convert.ts';
import type { Review } from '../../review.ts';

/** Where actions are asked for. */
export interface Scene {
  readonly client: Client;
  readonly review: Review;
  readonly sheet: Sheet;
  /** Both in the sheet's source. */
  readonly start: number;
  readonly end: number;
  readonly range: Range;
  /** The findings that the range touches, each as the client knows it. */
  readonly touched: readonly { readonly finding: Finding; readonly diagnostic: Diagnostic }[];
}

/** Something that can be done there. Its edits are worked out when they are asked for. */
export interface Offer extends Pick<CodeAction, 'isPreferred' | 'disabled'> {
  readonly title: string;
  readonly kind: CodeActionKind;
  readonly diagnostics?: Diagnostic[];
  readonly command?: Command;
  readonly edit?: () => CodeAction['edit'];
}
