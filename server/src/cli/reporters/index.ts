import type { Source } from '../../core/model.ts';
import type { Host } from '../host.ts';
import type { Outcome } from '../outcome.ts';
import { compact } from './compact.ts';
import { pretty } from './pretty.ts';

/** Gives the text to print; `texts` are the drafts by the names that the outcome uses. */
export type Reporter = (outcome: Outcome, texts: ReadonlyMap<string, Source>, host: Host) => string;

export const reporters = {
  pretty,
  compact,
  json: (outcome) => `${JSON.stringify(outcome, null, 2)}\n`,
} satisfies Record<string, Reporter>;

export type Format = keyof typeof reporters;
