import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { glob } from 'tinyglobby';
import { URI } from 'vscode-uri';
import type { Files } from './lsp/files.ts';

/** The disk of a server in Node, for clients that do not read for it. What is no file or no UTF-8 text counts as missing. */
export const disk: Files = {
  async read(uri) {
    if (URI.parse(uri).scheme !== 'file') return undefined;
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(URI.parse(uri).fsPath));
    } catch {
      return undefined;
    }
  },
  async find(folder, pattern) {
    if (URI.parse(folder).scheme !== 'file') return [];
    const options = { cwd: URI.parse(folder).fsPath, absolute: true, ignore: ['**/node_modules/**'] };
    const paths = await glob(pattern, options).catch(() => []);
    return paths.sort().map((path) => pathToFileURL(path).href);
  },
};
