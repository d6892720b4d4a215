import type { InitializeParams } from 'vscode-languageserver';
import { type Encoding, negotiate } from './convert.ts';
import type { InitOptions } from './protocol.ts';

/** What the other side can do, in the few words that the features here ask about. */
export interface Client {
  readonly encoding: Encoding;
  /** The folder of the rule pages, without a closing slash. */
  readonly pages?: string;
  /** It reads files for the server. */
  readonly reads: boolean;
  /** It tells of changed files where the server asks it to. */
  readonly watches: boolean;
  readonly relatedInformation: boolean;
  readonly diagnosticVersions: boolean;
  /** Its workspace edits may name the version of the document that they were made for. */
  readonly documentChanges: boolean;
  readonly folderChanges: boolean;
}

/** Initialization options come from foreign editors' settings too: what has the wrong type counts as absent. */
export function clientOf({ capabilities, initializationOptions }: InitializeParams): Client {
  const { pages, reads }: { [key in keyof InitOptions]?: unknown } = initializationOptions ?? {};
  const { workspace, textDocument } = capabilities;
  return {
    encoding: negotiate(capabilities),
    ...(typeof pages === 'string' && pages !== '' ? { pages: pages.replace(/\/$/, '') } : {}),
    reads: reads === true,
    watches: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    relatedInformation: textDocument?.publishDiagnostics?.relatedInformation === true,
    diagnosticVersions: textDocument?.publishDiagnostics?.versionSupport === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    folderChanges: workspace?.workspaceFolders === true,
  };
}
