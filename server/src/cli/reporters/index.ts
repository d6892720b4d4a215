import type { Host } from '../host.ts';
import type { Checked, Closing } from '../outcome.ts';
import { checkstyle } from './checkstyle.ts';
import { compact } from './compact.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import { pretty } from './pretty.ts';
import { sarif } from './sarif.ts';

/** Gives the text to print, piece by piece as files are checked. */
export type Reporter = (checked: AsyncIterable<Checked>, closing: Closing, host: Host) => AsyncIterable<string>;

/** In the order in which they are named to the user. */
export const reporters = {
  pretty,
  compact,
  json,
  sarif,
  github,
  gitlab,
  junit,
  checkstyle,
  html,
  markdown,
} satisfies Record<string, Reporter>;

export type Format = keyof typeof reporters;
