import { URI } from 'vscode-uri';
import { inOrder } from '../config/index.ts';
import type { Files } from './files.ts';
import { canonical, lies } from './uris.ts';

/** The Markdown files in the client's folders, plans or not. */
export interface Catalog {
  /** In their natural order, each once. */
  list(): Promise<readonly string[]>;
  /** Whether one of those last listed is this file, or lies in this folder. */
  knows(uri: string): boolean;
  /** Looks for them anew when they are next asked for. */
  forget(): void;
}

/** What nobody drafts in: the same that the command line leaves out. */
const ALIEN = /\/(?:node_modules|\.[^/]*)\//;

export function createCatalog(files: Files, folders: () => readonly string[]): Catalog {
  let listed: Promise<readonly string[]> | undefined;
  let last: readonly string[] = [];

  async function below(folder: string): Promise<readonly string[]> {
    const start = canonical(folder).replace(/\/$/, '').length;
    const found = await files.find(folder, '**/*.{md,markdown}');
    return found.map(canonical).filter((uri) => !ALIEN.test(uri.slice(start)));
  }

  async function find(): Promise<readonly string[]> {
    const found = await Promise.all(folders().map(below));
    return [...new Set(found.flat())].sort((a, b) => inOrder(URI.parse(a).path, URI.parse(b).path));
  }

  return {
    async list() {
      listed ??= find();
      last = await listed;
      return last;
    },
    knows: (uri) => last.some((file) => lies(file, uri)),
    forget() {
      listed = undefined;
    },
  };
}
