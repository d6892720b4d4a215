import { type Connection, Emitter, type Event } from 'vscode-languageserver';
import type { Client } from './client.ts';
import type { Documents } from './documents.ts';
import { createTellFaults } from './faults.ts';
import type { Files } from './files.ts';
import { createReviewer, type Reviewer } from './review.ts';
import { createSettings } from './settings.ts';
import { askToWatch, onWatched } from './watch.ts';

/** The plans of the client's folders, kept up with what is typed, saved, made, moved and deleted. */
export interface Workspace {
  readonly reviewer: Reviewer;
  /** Something other than the text of an open document has changed: what was said of any plan may be stale. */
  readonly onStale: Event<void>;
}

export function openWorkspace(
  connection: Connection,
  documents: Documents,
  client: Client,
  files: Files,
  folders: string[],
  failed: (error: unknown) => void,
): Workspace {
  const stale = new Emitter<void>();
  const settings = createSettings(files, () => folders, createTellFaults(connection, client.encoding));
  const reviewer = createReviewer(documents, settings, files, () => folders);
  const readAnew = () => {
    settings.forget();
    stale.fire();
  };

  // In a plan of several files, the saved text of a closed one counts again.
  documents.onDidClose(({ document }) => {
    reviewer.close(document.uri);
    stale.fire();
  });
  // Who is not told of changed files reads them anew when the user opens or saves something.
  documents.onDidOpen(() => {
    if (!client.watches) settings.forget();
  });
  documents.onDidSave(() => {
    if (!client.watches) readAnew();
  });
  onWatched(connection, settings, (uri) => documents.open(uri) !== undefined, readAnew);
  connection.onInitialized(() => {
    if (client.watches) askToWatch(connection).catch(failed);
    if (!client.folderChanges) return;
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = new Set(removed.map(({ uri }) => uri));
      folders = [...folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
      readAnew();
    });
  });
  return { reviewer, onStale: stale.event };
}
