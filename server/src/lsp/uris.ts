import { URI, Utils } from 'vscode-uri';

/** One spelling for one place: clients differ in what they escape. */
export function canonical(uri: string): string {
  return URI.parse(uri).toString();
}

/** The file that a path stands for, relative to a folder. */
export function within(folder: string, path: string): string {
  return Utils.resolvePath(URI.parse(folder), path).toString();
}

/** The file that a path stands for which is written in another file. */
export function beside(file: string, path: string): string {
  return Utils.resolvePath(Utils.dirname(URI.parse(file)), path).toString();
}

/** A file's path as one would write it in another file of the same place. */
export function pathFrom(file: string, other: string): string {
  const from = URI.parse(file).path.split('/').slice(0, -1);
  const to = URI.parse(other).path.split('/');
  let same = 0;
  while (same < from.length && from[same] === to[same]) same++;
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/');
}

/** Whether a document was never saved and lies nowhere yet. */
export function isUnsaved(uri: string): boolean {
  return URI.parse(uri).scheme === 'untitled';
}

/** The folders in which a draft's planlint.json may lie, the nearest first: none above the workspace folder. */
export function upwards(uri: string, folders: readonly string[]): string[] {
  const draft = URI.parse(uri);
  const roots = folders.map((folder) => URI.parse(folder.replace(/\/$/, '')));
  // A draft that was never saved lies nowhere yet; in a workspace of one folder it will lie there.
  if (draft.scheme === 'untitled') return roots.length === 1 ? roots.map(String) : [];
  const own = Utils.dirname(draft);
  const depths = roots.filter((root) => slashed(own).startsWith(slashed(root))).map((root) => root.path.length);
  const top = depths.length > 0 ? Math.max(...depths) : own.path.length;
  const list: string[] = [];
  for (let at = own; at.path.length >= top && at.toString() !== list.at(-1); at = Utils.dirname(at)) {
    list.push(at.toString());
  }
  return list;
}

function slashed(uri: URI): string {
  return uri.toString().replace(/\/?$/, '/');
}

/** Whether a file is this one, or lies in this folder; both in their canonical spelling. */
export function lies(file: string, place: string): boolean {
  return file === place || file.startsWith(place.replace(/\/?$/, '/'));
}
