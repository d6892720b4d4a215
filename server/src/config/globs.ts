import picomatch from 'picomatch';

const options = { dot: true, windows: false };

/**
 * Whether a path fits one of the patterns and none of those that begin with `!`. Both are relative to one folder, with `/`; a
 * pattern that names a folder holds for all in it, and a name that looks like a pattern stands for itself too.
 */
export function createMatch(patterns: readonly string[]): (path: string) => boolean {
  const wanted = patterns.filter((pattern) => !pattern.startsWith('!')).map(one);
  const unwanted = patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => one(pattern.slice(1)));
  return (path) => wanted.some((fits) => fits(path)) && !unwanted.some((fits) => fits(path));
}

function one(pattern: string): (path: string) => boolean {
  const name = pattern.replace(/^(?:\.\/)+/, '').replace(/\/+$/, '');
  const fits = picomatch([name, `${name}/**`], options);
  return (path) => path === name || path.startsWith(`${name}/`) || fits(path);
}
