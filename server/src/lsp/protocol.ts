/** What a client and the server say to each other beyond the language server protocol. Imports types that import nothing: the client reads it too. */
import type { BoxView, Overview as OverviewOf } from '../symbols/shapes.ts';

/** `initializationOptions`; every key optional, so that a client that knows none of this still works. */
export interface InitOptions {
  /** The folder of the rule pages, as a URI without a closing slash: a finding of rule R links to `${pages}/R.md`. */
  readonly pages?: string;
  /**
   * The client answers `planlint/read` and `planlint/find` and the server leaves the disk alone. A server in a web worker
   * has no disk: without this it knows open documents only.
   */
  readonly reads?: boolean;
  /** The client would rather be sent what is found than ask for it, though it could ask. */
  readonly push?: boolean;
  /** The client has the commands of the extension (`planlint.explain` and the others of package.json), and its token types. */
  readonly commands?: boolean;
  /** The client shows what `planlint/overview` and `planlint/boxes` tell, and wants `planlint/reviewed` when that may have changed. */
  readonly panels?: boolean;
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

/** A place in a document, as the client counts: a Location of the language server protocol. */
export interface Place {
  readonly uri: string;
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
}

/** Asks about the plan that a document belongs to. */
export interface PlanParams {
  readonly uri: string;
}

/** Client → server: the plan's indicators; null where the document is no plan. */
export const OVERVIEW = 'planlint/overview';
export type Overview = OverviewOf<Place>;

/** Client → server: the plan's boxes, in the order of the text; null where the document is no plan. */
export const BOXES = 'planlint/boxes';
export type Boxes = readonly BoxView<Place>[];

/** Server → client: typing rests, and the open plans have been reviewed as they stand. */
export const REVIEWED = 'planlint/reviewed';
export interface ReviewedParams {
  /** The open documents that are plans or parts of one, as the client spells them. */
  readonly uris: readonly string[];
}

/** Client → server: a page for reviewers; null where there is no plan. */
export const REPORT = 'planlint/report';
export interface ReportParams {
  /** null for every plan of the workspace. */
  readonly uri: string | null;
  /** As it is to stand on the page. */
  readonly date: string;
}
export interface ReportResult {
  readonly html: string;
  /** What to call the file. */
  readonly name: string;
}

/** Client → server: checks every plan in the folders, with progress. Where diagnostics are pushed, those of closed files are from now on. */
export const CHECK_WORKSPACE = 'planlint/checkWorkspace';
/** What the check came to; null where it was cancelled. */
export interface CheckWorkspaceResult {
  /** The files of plans, those without findings too. */
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly informations: number;
  readonly hints: number;
}

/**
 * Client → server: the value at a position carried to the other places that state it otherwise. The answer is a WorkspaceEdit
 * whose annotation asks for confirmation; null where there is nothing to edit, of which the server has told the user then.
 */
export const CARRY = 'planlint/carry';
export interface CarryParams {
  readonly uri: string;
  /** As the client counts: 0-based, in the negotiated encoding. */
  readonly position: { readonly line: number; readonly character: number };
}
