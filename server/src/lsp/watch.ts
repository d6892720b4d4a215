import { type Connection, DidChangeWatchedFilesNotification, FileChangeType } from 'vscode-languageserver';
import type { Settings } from './settings.ts';

/** Asks the client to tell of changed files: planlint.json, the schemas it names, the files of a plan that are not open. */
export async function askToWatch(connection: Connection): Promise<void> {
  const watchers = [{ globPattern: '**/*.{md,json}' }];
  await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
}

/** Calls `changed` when a saved file changed on which settings rest. What is open counts as the editor holds it. */
export function onWatched(
  connection: Connection,
  settings: Settings,
  isOpen: (uri: string) => boolean,
  changed: () => void,
): void {
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const matters = changes.some(({ uri, type }) => {
      if (isOpen(uri)) return false;
      // A file that came or went may be one that a plan's glob asks for.
      return settings.uses(uri) || (type !== FileChangeType.Changed && uri.endsWith('.md'));
    });
    if (matters) changed();
  });
}
