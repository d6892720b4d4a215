import type { Connection } from 'vscode-languageserver';
import { createCatalog } from './catalog.ts';
import type { Client } from './client.ts';
import type { Documents } from './documents.ts';
import { createFaults } from './faults.ts';
import type { Files } from './files.ts';
import { askForChanges, createPreferences, type PreferencesOf } from './preferences.ts';
import { createRest, type Rest } from './rest.ts';
import { createResults, type ResultOf } from './results.ts';
import { createReviewer, type Reviewer } from './review.ts';
import { createSettings } from './settings.ts';
import { createSurvey, type Survey } from './survey.ts';
import { watchTyping } from './typing.ts';
import { canonical, lies } from './uris.ts';
import { askToWatch, askToWatchFile, type FileChanges, isWatched, onFiles } from './watch.ts';

/** The plans of the client's folders, kept up with what is typed, saved, made, moved and deleted. */
export interface Workspace extends Rest {
  readonly reviewer: Reviewer;
  readonly preferencesOf: PreferencesOf;
  readonly resultOf: ResultOf;
  readonly survey: Survey;
}

/** `milliseconds` is how long typing must rest before anything is said of it. */
export function openWorkspace(
  connection: Connection,
  documents: Documents,
  client: Client,
  files: Files,
  folders: string[],
  milliseconds: number,
  failed: (error: unknown) => void,
): Workspace {
  const rest = createRest(milliseconds);
  const faults = createFaults(connection, client.encoding);
  const settings = createSettings(files, () => folders, faults.tell, watchApart);
  const catalog = createCatalog(files, () => folders);
  const reviewer = createReviewer(documents, settings, catalog);
  const preferencesOf = createPreferences(connection, client, () => rest.changed());
  const typing = watchTyping(documents, (uri) => rest.changed([uri]));
  const resultOf = createResults(connection, client, documents, reviewer, preferencesOf, typing);
  const survey = createSurvey(client, documents, catalog, settings, resultOf, rest);

  /** What a configuration extends may lie outside the client's folders. */
  function watchApart(file: string): void {
    const apart = !isWatched(file) || !folders.some((folder) => lies(file, canonical(folder)));
    if (apart && client.watchesFiles) askToWatchFile(connection, file).catch(failed);
  }

  /** Faults stand on files for which nobody else would ask again where no draft is open. */
  function judgeAnew(): void {
    const lost = (uri: string) => !folders.some((folder) => lies(uri, canonical(folder)));
    faults.judge(async (uri) => (lost(uri) ? undefined : settings.of(uri))).catch(failed);
  }

  function filesChanged({ uris, listed }: FileChanges): void {
    const relevant = uris.filter((uri) => isWatched(uri) || catalog.knows(uri) || settings.uses(uri));
    if (relevant.length === 0) return;
    // What is open counts as the editor holds it.
    const saved = relevant.filter((uri) => !documents.open(uri));
    if (saved.length === 0 && !listed) return;
    if (listed) catalog.forget();
    settings.reread(saved, listed);
    judgeAnew();
    rest.changed(saved);
  }

  function forget(): void {
    settings.forget();
    catalog.forget();
    judgeAnew();
    rest.changed();
  }

  documents.onDidType(({ document }) => rest.typed(canonical(document.uri)));
  for (const event of [documents.onDidOpen, documents.onDidClose, documents.onDidSave])
    event(({ document }) => {
      const uri = canonical(document.uri);
      // Of an open file it does not matter what was saved; once it is closed it does.
      settings.reread([uri], false);
      rest.changed([uri]);
    });
  // Who is not told of changed files reads them anew when the user opens or saves something.
  if (!client.watches) for (const event of [documents.onDidOpen, documents.onDidSave]) event(forget);
  onFiles(connection, filesChanged);
  connection.onShutdown(rest.end);
  connection.onInitialized(() => {
    if (client.watches) askToWatch(connection).catch(failed);
    if (client.configurationChanges) askForChanges(connection).catch(failed);
    if (!client.folderChanges) return;
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = new Set(removed.map(({ uri }) => uri));
      folders = [...folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
      forget();
    });
  });
  return { reviewer, preferencesOf, resultOf, survey, ...rest };
}
