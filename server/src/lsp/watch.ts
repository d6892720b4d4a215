import {
  type Connection,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileOperationOptions,
  WatchKind,
} from 'vscode-languageserver';
import { URI, Utils } from 'vscode-uri';
import { canonical } from './uris.ts';

const watched = '**/*.{md,markdown,json}';

/** Whether a file, in a folder of the client, is among those that are watched together. */
export const isWatched = (uri: string) => /\.(md|markdown|json)$/i.test(uri);

/** What was done to files, by whomever. */
export interface FileChanges {
  /** Canonical; a folder that came or went stands for what lies in it. */
  readonly uris: readonly string[];
  /** Some came or went. */
  readonly listed: boolean;
}

/** Asks the client to tell of changed files: planlint.json, the schemas it names, the drafts that are not open. */
export async function askToWatch(connection: Connection): Promise<void> {
  await connection.client.register(DidChangeWatchedFilesNotification.type, {
    // Of a folder that is deleted nobody is told what lay in it.
    watchers: [{ globPattern: watched }, { globPattern: '**/*', kind: WatchKind.Delete }],
  });
}

/** Asks the client, once, to tell of changes of a file that it does not watch with the others. */
export async function askToWatchFile(connection: Connection, file: string): Promise<void> {
  const uri = URI.parse(file);
  const globPattern = { baseUri: Utils.dirname(uri).toString(), pattern: Utils.basename(uri) };
  await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern }] });
}

const filters = [{ pattern: { glob: watched } }, { pattern: { glob: '**', matches: 'folder' as const } }];

/** The files that users make, move and delete in the editor, which it may tell of when it does not watch. */
export const fileOperations: FileOperationOptions = {
  didCreate: { filters },
  didRename: { filters },
  didDelete: { filters },
};

/** Calls `changed` with what was done to files, whether the client watches them or only passes on what its user does. */
export function onFiles(connection: Connection, changed: (changes: FileChanges) => void): void {
  const tell = (uris: readonly string[], listed = true) => changed({ uris: uris.map(canonical), listed });
  connection.onDidChangeWatchedFiles(({ changes }) =>
    tell(
      changes.map(({ uri }) => uri),
      changes.some(({ type }) => type !== FileChangeType.Changed),
    ),
  );
  const { workspace } = connection;
  workspace.onDidCreateFiles(({ files }) => tell(files.map(({ uri }) => uri)));
  workspace.onDidDeleteFiles(({ files }) => tell(files.map(({ uri }) => uri)));
  workspace.onDidRenameFiles(({ files }) => tell(files.flatMap(({ oldUri, newUri }) => [oldUri, newUri])));
}
