/** What a client and the server say to each other beyond the language server protocol. Imports nothing: the client reads it too. */

/** `initializationOptions`; every key optional, so that a client that knows none of this still works. */
export interface InitOptions {
  /** The folder of the rule pages, as a URI without a closing slash: a finding of rule R links to `${pages}/R.md`. */
  readonly pages?: string;
  /**
   * The client answers `planlint/read` and `planlint/find` and the server leaves the disk alone. A server in a web worker
   * has no disk: without this it knows open documents only.
   */
  readonly reads?: boolean;
}

/** The `source` of every diagnostic of the server. */
export const SOURCE = 'PlanLint';

/** Server → client: the saved text of a file, for planlint.json, box schemas and the other files of a plan. */
export const READ = 'planlint/read';
export interface ReadParams {
  readonly uri: string;
}
export interface ReadResult {
  /** null where there is no such file, or it is no text. A byte order mark may stay. */
  readonly text: string | null;
}

/** Server → client: the files under a folder that match a glob (`*`, `**`, `?`, `{a,b}`; relative, with `/`). */
export const FIND = 'planlint/find';
export interface FindParams {
  readonly folder: string;
  readonly glob: string;
}
export interface FindResult {
  readonly uris: readonly string[];
}
