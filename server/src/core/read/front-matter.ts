import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Scalar } from 'yaml';
import type { FrontMatter, Phrase, Source } from '../model.ts';
import { yearsOfTitle } from '../period.ts';

const OPEN = /^---[ \t]*(?:\r\n|\r|\n)/;
const CLOSE = /(?:^|\r\n|\r|\n)(?:---|\.\.\.)[ \t]*(?=\r|\n|$)/;
/** Front matter longer than this is none: no plan has it, and YAML is slow. */
const LONGEST = 20_000;

/** The front matter of a draft, if it has any, and the offset at which the draft itself begins. */
export function readFrontMatter(source: Source): { frontMatter?: FrontMatter; body: number } {
  const open = OPEN.exec(source.text.slice(0, 80));
  if (!open) return { body: 0 };
  const start = open[0].length;
  const close = CLOSE.exec(source.text.slice(start, start + LONGEST));
  if (!close) return { body: 0 };
  const end = start + close.index;
  const body = end + close[0].length;
  return { frontMatter: read(source, start, end), body };
}

function read(source: Source, start: number, end: number): FrontMatter {
  const at = (from: number, to: number) => ({ source, start: start + from, end: start + Math.max(from, to) });
  const entries = new Map<string, Phrase>();
  const upstream: Phrase[] = [];
  const text = source.text.slice(start, end);
  const document = parseDocument(text, { lineCounter: new LineCounter(), logLevel: 'silent', strict: false });
  const [error] = document.errors;
  if (isMap(document.contents))
    for (const pair of document.contents.items) {
      if (!isScalar(pair.key)) continue;
      const value = pair.value;
      const range = isScalar(value) || isSeq(value) ? value.range : undefined;
      if (String(pair.key.value) === '上位规划')
        for (const { value: path, range } of paths(value))
          upstream.push({ value: String(path), span: at(range?.[0] ?? 0, range?.[1] ?? 0) });
      const written = isScalar(value) && value.value !== null ? String(value.value) : '';
      const [from, to] = range ?? pair.key.range ?? [0, 0];
      entries.set(String(pair.key.value), { value: written, span: at(from, to) });
    }
  const word = (key: string) => entries.get(key)?.value || undefined;
  const number = (key: string) => (/^\d{4}$/.test(word(key) ?? '') ? Number(word(key)) : undefined);
  const written = /^(\d{4})\D{1,3}(\d{4})/.exec(word('规划期') ?? '');
  const titled = yearsOfTitle(word('标题') ?? '');
  const period = written ? { from: Number(written[1]), to: Number(written[2]) } : titled;
  const targetYear = number('目标年') ?? period?.to;
  const baseYear = number('基期年') ?? (period && period.from - 1);
  return {
    span: { source, start: 0, end },
    entries,
    upstream,
    ...(word('标题') && { title: word('标题') }),
    ...(word('地区') && { place: word('地区') }),
    ...(word('层级') && { level: word('层级') }),
    ...(baseYear && { baseYear }),
    ...(targetYear && { targetYear }),
    ...(period && { period }),
    ...(error && { fault: { value: error.message.split('\n')[0] ?? '', span: at(error.pos[0], error.pos[1]) } }),
  };
}

/** One path or a list of them. */
function paths(value: unknown): Scalar[] {
  const items = isSeq(value) ? value.items : [value];
  return items.filter((item): item is Scalar => isScalar(item) && !!item.value);
}

/** The paths that drafts name as 上位规划 in their front matter, as written: relative to the draft's own folder. */
export function upstreamPaths(sources: readonly Source[]): readonly string[] {
  return sources.flatMap((source) => (readFrontMatter(source).frontMatter?.upstream ?? []).map(({ value }) => value));
}
