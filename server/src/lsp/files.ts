import type { Connection } from 'vscode-languageserver';
import { FIND, type FindParams, type FindResult, READ, type ReadParams, type ReadResult } from './protocol.ts';

/** How the server gets at what is not open in the editor. Nothing here throws: what cannot be had is undefined or missing. */
export interface Files {
  /** The saved text of a file. */
  read(uri: string): Promise<string | undefined>;
  /** The files under a folder that match a glob, as URIs. */
  find(folder: string, glob: string): Promise<readonly string[]>;
}

/** A host without a disk and without a client that reads for it: there are only the open documents. */
export const noFiles: Files = {
  read: async () => undefined,
  find: async () => [],
};

/** Files that the client reads, wherever it keeps them: a disk, a container, a repository behind vscode.dev. */
export function clientFiles(connection: Connection): Files {
  return {
    async read(uri) {
      const params: ReadParams = { uri };
      const answer = await connection.sendRequest<ReadResult | null>(READ, params).catch(() => null);
      return answer?.text ?? undefined;
    },
    async find(folder, glob) {
      const params: FindParams = { folder, glob };
      const answer = await connection.sendRequest<FindResult | null>(FIND, params).catch(() => null);
      return answer?.uris ?? [];
    },
  };
}
