import { URI, Utils } from 'vscode-uri';

/** One spelling for one place: clients differ in what they escape. */
export function canonical(uri: string): string {
  return URI.parse(uri).toString();
}

/** The file that a path stands for, relative to a folder. */
export function within(folder: string, path: string): string {
  return Utils.resolvePath(URI.parse(folder), path).toString();
}

/** The file that a path stands for, relative to a draft; undefined for a draft that lies nowhere yet. */
export function beside(draft: string, path: string): string | undefined {
  const uri = URI.parse(draft);
  return uri.scheme === 'untitled' ? undefined : Utils.resolvePath(Utils.dirname(uri), path).toString();
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
