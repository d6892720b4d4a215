import { fold } from '../fold.ts';
import type { Contents, Phrase, Plan, Section } from '../model.ts';
import { readNumber } from '../numbering.ts';
import { standsAside } from '../outline.ts';
import type { Fix, Problem, Rule } from '../rule.ts';

/** The table of contents and the headings differ. */
export const tocSync: Rule = {
  id: 'toc-sync',
  category: 'structure',
  severity: 'warning',
  summary: '目录与正文标题不一致：缺项、多项、文字不同或者次序不同。',
  *check({ plan }) {
    for (const contents of plan.contents.slice(0, MOST_CONTENTS)) yield* compare(contents, plan);
  },
};

interface Line {
  readonly phrase: Phrase;
  readonly key: string;
  readonly section?: Section;
}

/** More lines than any table of contents has. */
const MOST = 500;
/** More tables of contents than a plan and its annexes have. */
const MOST_CONTENTS = 10;

function* compare(contents: Contents, plan: Plan): Generator<Problem> {
  const entries = contents.entries.map((phrase): Line => ({ phrase, key: keyOf(phrase.value) }));
  const headings = listed(contents, entries, plan);
  if (entries.length < 2 || entries.length > MOST || headings.length > MOST) return;
  const pairs = matches(entries, headings);
  // A table of contents that fits no heading is another document's, or its headings are in files not at hand.
  if (pairs.length * 2 < entries.length) return;
  const missing: { line: Line; after: Line | undefined }[] = [];
  const extra: Line[] = [];
  let [i, j] = [0, 0];
  for (const [toEntry, toHeading] of [...pairs, [entries.length, headings.length] as const]) {
    const [left, right] = [entries.slice(i, toEntry), headings.slice(j, toHeading)];
    for (const heading of right) {
      const at = left.findIndex((entry) => alike(entry.key, heading.key));
      const [entry] = at < 0 ? [] : left.splice(at, 1);
      if (entry) yield different(entry, heading);
      else missing.push({ line: heading, after: entries[Math.max(0, toEntry - 1)] });
    }
    extra.push(...left);
    [i, j] = [toEntry + 1, toHeading + 1];
  }
  yield* displaced(extra, missing);
  yield* absent(missing, contents);
  for (const { phrase } of extra) yield { span: phrase.span, message: `目录里的“${phrase.value}”正文没有这个标题` };
}

function keyOf(text: string): string {
  return fold(text).replace(/[\s*\\“”"'‘’]/g, '');
}

/** The headings that the table of contents should list: those after it, under the same title, of the levels that it shows. */
function listed({ span, section }: Contents, entries: readonly Line[], { sections, sources }: Plan): Line[] {
  const root = rootOf(section);
  const from = sources.indexOf(span.source);
  const all = sections.flatMap((each): Line[] => {
    const at = sources.indexOf(each.span.source);
    const later = at > from || (at === from && each.span.start > span.end);
    const own = !section || rootOf(each) === root;
    return later && own && each.level > 1 ? [{ phrase: each.title, key: keyOf(each.title.value), section: each }] : [];
  });
  const keys = new Set(entries.map(({ key }) => key));
  const shown = new Map<number, number>();
  for (const { key, section: each } of all)
    if (each) shown.set(each.level, (shown.get(each.level) ?? 0) + (keys.has(key) ? 1 : -1));
  return all.filter(({ key, section: each, phrase }) => {
    if (keys.has(key)) return true;
    const level = each?.level ?? 1;
    return (shown.get(level) ?? -1) >= 0 && !standsAside(phrase.value);
  });
}

function rootOf(section: Section | undefined): Section | undefined {
  let root = section;
  while (root?.parent) root = root.parent;
  return root;
}

/** The longest common run of entries and headings: pairs of indices, both rising. */
function matches(entries: readonly Line[], headings: readonly Line[]): (readonly [number, number])[] {
  const [rows, columns] = [entries.length, headings.length];
  const best = Array.from({ length: rows + 1 }, () => new Uint16Array(columns + 1));
  const at = (i: number, j: number) => best[i]?.[j] ?? 0;
  const same = (i: number, j: number) => entries[i]?.key === headings[j]?.key;
  for (let i = rows - 1; i >= 0; i--)
    for (let j = columns - 1; j >= 0; j--) {
      const row = best[i];
      if (row) row[j] = same(i, j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  const pairs: [number, number][] = [];
  for (let [i, j] = [0, 0]; i < rows && j < columns; )
    if (same(i, j)) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  return pairs;
}

/** One heading in two wordings: its number or its name is the same, or most of its characters are. */
function alike(a: string, b: string): boolean {
  const [x, y] = [split(a), split(b)];
  if (x.name === y.name) return true;
  const common = [...new Set(x.name)].filter((char) => y.name.includes(char)).length;
  const share = common / Math.max(1, Math.min(new Set(x.name).size, new Set(y.name).size));
  return share >= (x.number && x.number === y.number ? 0.3 : 0.7);
}

function split(key: string): { number: string; name: string } {
  const end = readNumber(key)?.end ?? 0;
  return { number: key.slice(0, end), name: key.slice(end) };
}

function different(entry: Line, heading: Line): Problem {
  const { phrase } = entry;
  const title = heading.phrase.value;
  const fix: Fix = {
    title: `目录改为“${title}”`,
    // Where the numbers differ the heading may be the one to mend.
    safe: split(entry.key).number === split(heading.key).number,
    edits: [{ span: phrase.span, newText: title }],
  };
  return {
    span: phrase.span,
    message: `目录写“${phrase.value}”，正文标题是“${title}”`,
    related: [{ span: heading.phrase.span, message: '正文标题' }],
    fix,
  };
}

/** An entry that stands elsewhere than its heading. */
function* displaced(extra: Line[], missing: { line: Line }[]): Generator<Problem> {
  for (let at = extra.length - 1; at >= 0; at--) {
    const entry = extra[at];
    const twin = missing.findIndex(({ line }) => line.key === entry?.key);
    const [heading] = twin < 0 ? [] : missing.splice(twin, 1);
    if (!entry || !heading) continue;
    extra.splice(at, 1);
    yield {
      span: entry.phrase.span,
      message: `目录里“${entry.phrase.value}”的次序与正文不同`,
      related: [{ span: heading.line.phrase.span, message: '正文标题' }],
    };
  }
}

function* absent(
  missing: readonly { line: Line; after: Line | undefined }[],
  { heading }: Contents,
): Generator<Problem> {
  if (missing.length > 3) {
    const related = missing.map(({ line }) => ({ span: line.phrase.span, message: '目录没有列出' }));
    yield { span: heading.span, message: `目录缺${missing.length}个标题`, related };
    return;
  }
  for (const { line, after } of missing) {
    const fix = insertion(line, after);
    yield {
      span: after?.phrase.span ?? heading.span,
      message: `目录缺“${line.phrase.value}”，应列在此项之后`,
      related: [{ span: line.phrase.span, message: '正文标题' }],
      ...(fix && { fix }),
    };
  }
}

/** A new line like the one above it, where that is a bullet with the bare title. */
function insertion({ phrase }: Line, after: Line | undefined): Fix | undefined {
  if (!after) return undefined;
  const { source, start, end } = after.phrase.span;
  const from = source.text.lastIndexOf('\n', start - 1) + 1;
  const lead = source.text.slice(from, start);
  const stop = /^[^\S\r\n]*(?=\r?\n|$)/.test(source.text.slice(end, end + 80));
  const form = (key: string) => readNumber(key)?.form;
  if (!/^\s*[-*+]\s+$/.test(lead) || !stop || form(keyOf(after.phrase.value)) !== form(keyOf(phrase.value)))
    return undefined;
  const edits = [{ span: { source, start: end, end }, newText: `\n${lead}${phrase.value}` }];
  return { title: '补入目录', safe: true, edits };
}
