import { type Connection, DidChangeConfigurationNotification } from 'vscode-languageserver';
import type { Client } from './client.ts';

/** What a user sets in the editor, for each folder or document. */
export interface Preferences {
  readonly run: 'onType' | 'onSave';
  /** What is found on the line being typed waits. */
  readonly focusMode: boolean;
  readonly inlayHints: { readonly change: boolean; readonly difference: boolean };
  readonly codeLens: boolean;
}

const defaults: Preferences = {
  run: 'onType',
  focusMode: false,
  inlayHints: { change: true, difference: true },
  codeLens: true,
};

/** What holds for a document: asked of the client once, and again when it says that something was changed. Never fails. */
export type PreferencesOf = (uri: string) => Promise<Preferences>;

export function createPreferences(connection: Connection, client: Client, changed: () => void): PreferencesOf {
  const known = new Map<string, Promise<Preferences>>();
  connection.onDidChangeConfiguration(() => {
    known.clear();
    changed();
  });
  if (!client.configuration) return async () => defaults;
  return (uri) => {
    const asked =
      known.get(uri) ??
      connection.workspace.getConfiguration({ scopeUri: uri, section: 'planlint' }).then(read, () => defaults);
    known.set(uri, asked);
    return asked;
  };
}

/** Asks the client to tell of changed settings. */
export async function askForChanges(connection: Connection): Promise<void> {
  await connection.client.register(DidChangeConfigurationNotification.type, { section: 'planlint' });
}

/** What is missing or of the wrong type counts as not set. */
function read(given: unknown): Preferences {
  const settings = record(given);
  const hints = record(settings.inlayHints);
  const flag = (value: unknown, otherwise: boolean) => (typeof value === 'boolean' ? value : otherwise);
  return {
    run: settings.run === 'onSave' ? 'onSave' : 'onType',
    focusMode: flag(settings.focusMode, defaults.focusMode),
    inlayHints: {
      change: flag(hints.change, defaults.inlayHints.change),
      difference: flag(hints.difference, defaults.inlayHints.difference),
    },
    codeLens: flag(settings.codeLens, defaults.codeLens),
  };
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
