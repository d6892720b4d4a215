import { readFile, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';

/** The files whose lines say what is not looked for, the later one having the last word. */
const FILES = ['.gitignore', '.planlintignore'];

interface Level {
  readonly folder: string;
  readonly rules: Ignore;
}

/**
 * Tells of files found below a folder (absolute) whether .gitignore or .planlintignore leave them out: those of the folder, of
 * the folders between, and of the ones above it up to the root of its Git repository. What cannot be read says nothing.
 */
export function ignoredBelow(folder: string): (file: string) => Promise<boolean> {
  const levels = new Map<string, Promise<readonly Level[]>>();
  const top = repositoryOf(folder).then((root) => root ?? folder);

  /** What holds in a folder, the outermost first. */
  function levelsOf(at: string): Promise<readonly Level[]> {
    const found = levels.get(at) ?? collect(at);
    levels.set(at, found);
    return found;
  }
  async function collect(at: string): Promise<readonly Level[]> {
    const outer = at === (await top) || dirname(at) === at ? [] : await levelsOf(dirname(at));
    const texts = await Promise.all(FILES.map((name) => readFile(join(at, name), 'utf8').catch(() => '')));
    const text = texts.join('\n');
    return text.trim() ? [...outer, { folder: at, rules: ignore().add(text) }] : outer;
  }

  return async (file) => {
    let left = false;
    for (const level of await levelsOf(dirname(file))) {
      const { ignored, unignored } = level.rules.test(relative(level.folder, file).split(sep).join('/'));
      left = ignored || (left && !unignored);
    }
    return left;
  };
}

/** The nearest folder that holds a .git; undefined outside of any repository. */
async function repositoryOf(folder: string): Promise<string | undefined> {
  if (await stat(join(folder, '.git')).catch(() => undefined)) return folder;
  return dirname(folder) === folder ? undefined : repositoryOf(dirname(folder));
}
