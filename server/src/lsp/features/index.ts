import type { Feature } from '../feature.ts';
import { actions } from './actions/index.ts';
import { carrying } from './carry.ts';
import { check } from './check.ts';
import { serverCommands } from './commands.ts';
import { completion } from './completion.ts';
import { definition } from './definition.ts';
import { folding } from './folding.ts';
import { formatting } from './formatting.ts';
import { highlight } from './highlight.ts';
import { hints } from './hints.ts';
import { hover } from './hover.ts';
import { lenses } from './lenses.ts';
import { links } from './links.ts';
import { outline } from './outline.ts';
import { overview } from './overview.ts';
import { pull } from './pull.ts';
import { push } from './push.ts';
import { references } from './references.ts';
import { refresh } from './refresh.ts';
import { rename } from './rename.ts';
import { report } from './report.ts';
import { selection } from './selection.ts';
import { symbols } from './symbols.ts';
import { tokens } from './tokens.ts';

/** Everything that the server can do. Each fills its own part of the answer to `initialize`. */
export const features: readonly Feature[] = [
  push,
  pull,
  check,
  refresh,
  hints,
  tokens,
  lenses,
  actions,
  carrying,
  serverCommands,
  formatting,
  completion,
  overview,
  report,
  hover,
  definition,
  references,
  highlight,
  rename,
  outline,
  symbols,
  folding,
  selection,
  links,
];
