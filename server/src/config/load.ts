import type { Options } from '../core/check.ts';
import type { Lexicon, LexiconFile } from '../core/lexicon.ts';
import type { FieldCheck } from '../core/rule.ts';
import type { TypoList } from '../core/words.ts';
import validateLexicon from '../generated/lexicon.js';
import validateTypos from '../generated/typos.js';
import { compileBoxSchema } from './box-schema.ts';
import type { PlanFiles } from './config.ts';
import { readData } from './data.ts';
import { builtInFields, defaultFields, defaultSchema, type Validate } from './fields.ts';
import type { Files } from './files.ts';
import { type Fault, faultIn } from './json.ts';
import { type Layer, layersOf, levelsOf } from './levels.ts';
import { type Part, partsOf, unknown, unread } from './parts.ts';
import { BUILT_IN } from './presets.ts';

/** A configuration ready for use. Files are named as the shell names them. */
export interface Loaded {
  /** What `check` takes. */
  readonly options: Options;
  /** Whose words on levels count, the last most. */
  readonly layers: readonly Layer[];
  /** The own plans first, then those of what is extended. */
  readonly plans: readonly NamedPlan[];
  /** The files and presets that it is made of, its own file last. */
  readonly parts: readonly string[];
  /** A file, or the name of what is built in. */
  readonly boxSchema: string;
  readonly lexicon: readonly string[];
  readonly typos: readonly string[];
}

export interface NamedPlan extends PlanFiles {
  /** The file that names it: its paths are relative to that. */
  readonly file: string;
  /** The fault that the path of that index stands for no file. */
  missing(index: number): Fault;
}

/** What holds where no planlint.json does. */
export const noConfig: Loaded = {
  options: { fields: defaultFields },
  layers: [],
  plans: [],
  parts: [],
  boxSchema: defaultSchema,
  lexicon: [],
  typos: [],
};

/** Reads a configuration with all that it rests on; `more` levels count most. */
export async function loadConfig(
  file: string,
  text: string,
  files: Files,
  more: readonly Layer[] = [],
): Promise<Loaded | { readonly faults: readonly Fault[] }> {
  const faults: Fault[] = [];
  const parts = await partsOf(file, text, files, faults);
  const { boxSchema, fields } = await fieldsOf(parts, files, faults);
  const lexicons = await listed<LexiconFile>(parts, 'lexicon', validateLexicon, files, faults);
  const typos = await listed<TypoList>(parts, 'typos', validateTypos, files, faults);
  if (faults.length > 0) return { faults };
  const layers = [...layersOf(parts, files), ...more];
  return {
    options: {
      levels: (uri) => levelsOf(layers, uri),
      fields,
      ...(lexicons.size > 0 && { lexicon: lexiconOf([...lexicons.values()]) }),
      ...(typos.size > 0 && { typos: typosOf([...typos.values()]) }),
    },
    layers,
    plans: plansOf(parts),
    parts: parts.map((part) => part.file),
    boxSchema,
    lexicon: [...lexicons.keys()],
    typos: [...typos.keys()],
  };
}

/** The box schema that is named last. */
async function fieldsOf(
  parts: readonly Part[],
  files: Files,
  faults: Fault[],
): Promise<{ readonly boxSchema: string; readonly fields: FieldCheck }> {
  const part = parts.filter(({ config }) => config.boxSchema !== undefined).at(-1);
  const path = part?.config.boxSchema;
  if (path === undefined || !part) return { boxSchema: defaultSchema, fields: defaultFields };
  const builtIn = path.startsWith(BUILT_IN);
  const boxSchema = builtIn ? path : files.beside(part.file, path);
  const fields = builtIn ? builtInFields[path] : await compiled(boxSchema, files);
  if (typeof fields === 'function') return { boxSchema, fields };
  const reason = builtIn ? unknown('内置的字段约定', path, Object.keys(builtInFields)) : unread(path);
  faults.push(...(fields ?? [faultIn(part.json, ['boxSchema'], reason)]));
  return { boxSchema, fields: defaultFields };
}

async function compiled(file: string, files: Files): Promise<FieldCheck | readonly Fault[] | undefined> {
  const text = await files.read(file);
  return text === undefined ? undefined : compileBoxSchema(file, text);
}

/** What the files say that the parts list under a key, in order; of one that is listed twice, the later place counts. */
async function listed<T>(
  parts: readonly Part[],
  key: 'lexicon' | 'typos',
  validate: Validate,
  files: Files,
  faults: Fault[],
): Promise<Map<string, T>> {
  const found = new Map<string, T>();
  for (const { file, config, json } of parts)
    for (const [index, path] of (config[key] ?? []).entries()) {
      const target = files.beside(file, path);
      const text = await files.read(target);
      if (text === undefined) {
        faults.push(faultIn(json, [key, index], unread(path)));
        continue;
      }
      const read = readData<T>(target, text, validate);
      found.delete(target);
      if ('faults' in read) faults.push(...read.faults);
      else found.set(target, read.data);
    }
  return found;
}

function lexiconOf(files: readonly LexiconFile[]): Lexicon {
  return { indicators: files.flatMap(({ indicators }) => indicators) };
}

function typosOf(files: readonly TypoList[]): TypoList {
  return { typos: files.flatMap(({ typos = [] }) => typos), allowed: files.flatMap(({ allowed = [] }) => allowed) };
}

function plansOf(parts: readonly Part[]): NamedPlan[] {
  return [...parts].reverse().flatMap(({ file, config, json }) =>
    (config.plans ?? []).map((plan, at) => ({
      ...plan,
      file,
      missing: (index: number) =>
        faultIn(json, ['plans', at, 'files', index], `找不到“${plan.files[index]}”：请按相对于本文件的路径填写`),
    })),
  );
}
