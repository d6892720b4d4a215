import type { TextDocument } from 'vscode-languageserver-textdocument';
import { check, type Report } from '../core/check.ts';
import { isDraft, mayBeDraft } from '../core/draft.ts';
import { createMemory, type Memory } from '../core/parse.ts';
import { upstreamPaths } from '../core/read/front-matter.ts';
import type { FieldCheck } from '../core/rule.ts';
import type { Catalog } from './catalog.ts';
import { type Sheet, sheetOf } from './convert.ts';
import type { Documents } from './documents.ts';
import type { Setting, Settings } from './settings.ts';
import { beside, canonical, isUnsaved } from './uris.ts';

/** A report and the texts that it was made from. Everything that the editor is shown comes from one of these. */
export interface Review {
  readonly report: Report;
  /** By the `uri` of their sources. */
  readonly sheets: ReadonlyMap<string, Sheet>;
  /** The plans above, which related places may stand in. */
  readonly above: ReadonlyMap<string, Sheet>;
  /** False for Markdown that is no plan: nothing is said of it. */
  readonly draft: boolean;
  /** What its boxes are held to. */
  readonly fields?: FieldCheck;
  /** Every file that it rests on, those that could not be read too. Canonical. */
  readonly rests: readonly string[];
}

export interface Reviewer {
  /**
   * The plan that a file belongs to, as the editor holds it or as it was saved; undefined where there is no such text, or
   * where a glance tells that it is no plan.
   */
  review(uri: string): Promise<Review | undefined>;
  /** Every plan in the client's folders, opened or not, one after the other: other Markdown is left out. */
  all(): AsyncGenerator<Review>;
}

interface Kept {
  readonly setting: Setting;
  /** The texts of the plans above. */
  readonly above: string;
  readonly sheets: readonly Sheet[];
  readonly memory: Memory;
  readonly review: Review;
}

/** The reviews of so many plans are kept of which no file is open. */
const KEPT = 8;

/** The last review of an open plan is kept until one of its texts changes. */
export function createReviewer({ open, all }: Documents, settings: Settings, catalog: Catalog): Reviewer {
  const kept = new Map<string, Kept>();
  const textOf = async (uri: string) => open(uri)?.getText() ?? (await settings.text(uri));

  function keep(plan: string, review: Kept): void {
    kept.delete(plan);
    kept.set(plan, review);
    const closed = [...kept].filter(([, { sheets }]) => !sheets.some(({ uri }) => open(uri)));
    for (const [old] of closed.slice(0, Math.max(0, closed.length - KEPT))) kept.delete(old);
  }

  return {
    async review(uri) {
      const text = await textOf(uri);
      if (text === undefined) return undefined;
      const setting = await settings.of(uri);
      if (!setting.named && !mayBeDraft(text)) return undefined;
      const files = setting.files ?? [uri];
      const saved = new Map<string, string | undefined>();
      for (const file of files) if (!open(file)) saved.set(file, await settings.text(file));
      const upstream: Sheet[] = [];
      const aboveUris = upstreamUris(files, open, saved);
      for (const above of aboveUris) {
        const text = await textOf(above);
        if (text !== undefined) upstream.push(sheetOf(above, open(above)?.version ?? null, text));
      }
      const rests = [...files, ...aboveUris].map(canonical);
      if (!files.some(open)) settings.release(rests);

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
        ...(setting.options.fields && { fields: setting.options.fields }),
        rests,
      };
      keep(plan, { setting, above, sheets, memory, review });
      return review;
    },
    async *all() {
      const seen = new Set<string>();
      for (const uri of new Set([...all().map((document) => document.uri), ...(await catalog.list())])) {
        if (seen.has(canonical(uri))) continue;
        const review = await this.review(uri);
        for (const sheet of review?.sheets.keys() ?? []) seen.add(canonical(sheet));
        if (review?.draft) yield review;
      }
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
    return isUnsaved(file) ? [] : upstreamPaths([{ uri: file, text }]).map((path) => beside(file, path));
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
