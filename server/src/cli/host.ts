/** What the commands need of the process that runs them. */
export interface Host {
  /** Absolute. */
  readonly folder: string;
  /** Findings, and whatever else was asked for. */
  readonly out: (text: string) => void;
  /** Everything else. */
  readonly err: (text: string) => void;
  /** Writes to the terminal of whoever waits; undefined where nobody does. */
  readonly progress?: ((text: string) => void) | undefined;
  /** The day it is, as 2026-12-31. */
  readonly today: () => string;
  readonly stdin: () => Promise<Uint8Array>;
  readonly colors: boolean;
  /** The terminal shows links. */
  readonly links: boolean;
  /** The terminal's columns. */
  readonly width: number;
  /** Folders that may hold the rule pages. */
  readonly pages: readonly URL[];
  /** Folders that may hold the templates. */
  readonly templates: readonly URL[];
  /** The script that a thread of the command line runs. */
  readonly thread: URL;
  /** The program itself. */
  readonly script: URL;
}

export const status = { fine: 0, findings: 1, usage: 2, internal: 3 } as const;

/** What the user asked for cannot be done; the message, in Chinese, says why and what to do. */
export class UsageError extends Error {}
