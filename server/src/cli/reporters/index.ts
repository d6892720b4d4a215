import type { Host } from '../host.ts';
import type { Checked, Summary } from '../outcome.ts';
import { compact } from './compact.ts';
import { json } from './json.ts';
import { pretty } from './pretty.ts';

/** Gives the text to print, piece by piece as files are checked. `summary` counts those that have passed. */
export type Reporter = (checked: AsyncIterable<Checked>, summary: () => Summary, host: Host) => AsyncIterable<string>;

export const reporters = { pretty, compact, json } satisfies Record<string, Reporter>;

export type Format = keyof typeof reporters;
