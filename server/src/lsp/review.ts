import type { TextDocument } from 'vscode-languageserver-textdocument';
import { check, type Report } from '../core/check.ts';
import { isDraft } from '../core/draft.ts';
import { createMemory, type Memory } from '../core/parse.ts';
import { upstreamPaths } from '../core/read/front-matter.ts';
import { type Sheet, sheetOf } from './convert.ts';
import type { Documents } from './documents.ts';
import type { Files } from './files.ts';
import type { Setting, Settings } from './settings.ts';
import { beside, canonical } from './uris.ts';

/** A report and the texts that it was made from. Everything that the editor is shown comes from one of these. */
export interface Review {
  readonly report: Report;
  /** By the `uri` of their sources. */
  readonly sheets: ReadonlyMap<string, Sheet>;
  /** The plans above, which related places may stand in. */
  readonly above: ReadonlyMap<string, Sheet>;
  /** False for Markdown that is no plan: nothing is said of it. */
  readonly draft: boolean;
}

export interface Reviewer {
  /** The plan that a file belongs to, as the editor holds it or as it was saved; undefined where there is no such text. */
  review(uri: string): Promise<Review | undefined>;
  /** Every plan in the client's folders, opened or not, one after the other: other Markdown is left out. */
  all(): AsyncGenerator<Review>;
  /** Forgets what was kept for a document that is open no longer. */
  close(uri: string): void;
}

interface Kept {
  readonly setting: Setting;
  /** The texts of the plans above. */
  readonly above: string;
  readonly sheets: readonly Sheet[];
  readonly memory: Memory;
  readonly review: Review;
}

/** The last review of each plan is kept until one of its texts changes. */
export function createReviewer(
  { open, all }: Documents,
  settings: Settings,
  files: Files,
  folders: () => readonly string[],
): Reviewer {
  const kept = new Map<string, Kept>();
  const textOf = async (uri: string) => open(uri)?.getText() ?? (await settings.text(uri));
  return {
    async review(uri) {
      if ((await textOf(uri)) === undefined) return undefined;
      const setting = await settings.of(uri);
      const files = setting.files ?? [uri];
      const saved = new Map<string, string | undefined>();
      for (const file of files) if (!open(file)) saved.set(file, await settings.text(file));
      const upstream: Sheet[] = [];
      for (const above of upstreamUris(files, open, saved)) {
        const text = await textOf(above);
        if (text !== undefined) upstream.push(sheetOf(above, open(above)?.version ?? null, text));
      }

      // Nothing waits from here on: what is checked is what the editor holds at this moment.
      const plan = files.join('\n');
      const last = kept.get(plan);
      const sheets = files.flatMap((file) => sheetNow(open(file), file, saved.get(file), last?.sheets) ?? []);
      const above = upstream.map(({ source }) => source.text).join('\0');
      if (last?.setting === setting && last.above === above && sameItems(last.sheets, sheets)) return last.review;

      const memory = last?.memory ?? createMemory();
      const sources = sheets.map(({ source }) => source);
      const report = check(sources, { ...setting.options, upstream: upstream.map(({ source }) => source) }, memory);
      const review: Review = {
        report,
        sheets: byUri(sheets),
        above: byUri(upstream),
        draft: setting.named || isDraft(report.plan),
      };
      kept.set(plan, { setting, above, sheets, memory, review });
      return review;
    },
    async *all() {
      const found = await Promise.all(folders().map((folder) => files.find(folder, '**/*.{md,markdown}')));
      const seen = new Set<string>();
      for (const uri of new Set([...all().map((document) => document.uri), ...found.flat()])) {
        if (seen.has(canonical(uri))) continue;
        const review = await this.review(uri);
        for (const sheet of review?.sheets.keys() ?? []) seen.add(canonical(sheet));
        if (review?.draft) yield review;
      }
    },
    close(uri) {
      for (const [plan, { sheets }] of kept) if (sheets.some((sheet) => sheet.uri === uri)) kept.delete(plan);
    },
  };
}

function byUri(sheets: readonly Sheet[]): ReadonlyMap<string, Sheet> {
  return new Map(sheets.map((sheet) => [sheet.source.uri, sheet]));
}

/** Where the 上位规划 stand that the front matter of these files names. */
function upstreamUris(
  files: readonly string[],
  open: (uri: string) => TextDocument | undefined,
  saved: ReadonlyMap<string, string | undefined>,
): string[] {
  return files.flatMap((file) => {
    const text = open(file)?.getText() ?? saved.get(file) ?? '';
    return upstreamPaths([{ uri: file, text }]).flatMap((path) => beside(file, path) ?? []);
  });
}

/** The sheet of before where the text is the same one. */
function sheetNow(
  document: TextDocument | undefined,
  file: string,
  saved: string | undefined,
  last: readonly Sheet[] = [],
): Sheet | undefined {
  const uri = document?.uri ?? file;
  const text = document?.getText() ?? saved;
  if (text === undefined) return undefined;
  const version = document?.version ?? null;
  const before = last.find((sheet) => sheet.uri === uri && sheet.version === version);
  return before?.document.getText() === text ? before : sheetOf(uri, version, text);
}

function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
