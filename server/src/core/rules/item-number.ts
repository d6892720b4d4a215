import { place } from '../clean.ts';
import { fold } from '../fold.ts';
import type { Plan, Section, Span } from '../model.ts';
import { type Form, numeralLike, readNumber } from '../numbering.ts';
import type { Edit, Problem, Rule } from '../rule.ts';
import { mended, saySlip, slips } from '../sequence.ts';

/** A paragraph or a project, with its number where it has one. */
interface Item {
  readonly value?: number;
  /** The number as written, and its numeral alone. */
  readonly mark?: string;
  readonly numeral?: Span;
  readonly span: Span;
  readonly section: Section | undefined;
}

/** The running numbers of paragraphs and projects skip or repeat. */
export const itemNumber: Rule = {
  id: 'item-number',
  category: 'structure',
  severity: 'warning',
  summary: '段落的序号（12.）、专栏项目的序号（（13））跳号或者重号。',
  *check({ plan }) {
    for (const items of paragraphs(plan).values()) for (const run of runsOf(items)) yield* judge(run, undefined);
    for (const { run, first } of projects(plan)) yield* judge(run, first);
  },
};

/** Too few to tell a habit. */
const FEWEST = 3;

function* judge(run: readonly Item[], first: number | undefined): Generator<Problem> {
  const values = run.map(({ value }) => value);
  if (values.filter((value) => value !== undefined).length < FEWEST) return;
  for (const slip of slips(values, first)) {
    const item = run[slip.index];
    if (!item) continue;
    const model = item.mark ?? run.find(({ mark }) => mark)?.mark ?? '';
    const show = (value: number) =>
      model.replace(/[\d①-⑳]+|[一二三四五六七八九十百]+/, (old) => numeralLike(old, value));
    const edits = mended(values, slip).flatMap(({ index, value }): Edit[] => {
      const { numeral } = run[index] ?? {};
      return numeral ? [{ span: numeral, newText: numeralLike(textOf(numeral), value) }] : [];
    });
    const title = slip.alone ? `改为“${show(slip.expected)}”` : '从此处起依次重新编号';
    const before = run[slip.index - 1];
    yield {
      span: item.numeral ?? item.span,
      message: saySlip(slip, item.value, show),
      related: before ? [{ span: before.numeral ?? before.span, message: '前一个序号' }] : [],
      ...(edits.length > 0 && { fix: { title, safe: slip.alone, edits } }),
    };
  }
}

function textOf({ source, start, end }: Span): string {
  return source.text.slice(start, end);
}

/** The numbered paragraphs, by the form of their number. */
function paragraphs({ prose }: Plan): Map<Form, Item[]> {
  const found = new Map<Form, Item[]>();
  for (const run of prose) {
    const item = run.kind === 'paragraph' ? written(run.text, (from, to) => place(run, from, to)) : undefined;
    const read = item ?? (run.kind === 'item' ? marker(run.span) : undefined);
    if (!read) continue;
    const entry = { ...read, span: run.span, section: run.section };
    const same = found.get(read.form);
    if (same) same.push(entry);
    else found.set(read.form, [entry]);
  }
  return found;
}

interface Read {
  readonly form: Form;
  readonly value: number;
  readonly mark: string;
  readonly numeral: Span;
}

function written(text: string, at: (from: number, to: number) => Span): Read | undefined {
  const number = readNumber(text.slice(0, 12));
  if (!number || number.form.startsWith('第')) return undefined;
  const { form, value, start, end, numeral } = number;
  return { form, value, mark: textOf(at(start, end)), numeral: at(numeral.start, numeral.end) };
}

/** The marker of an ordered list's item, which Markdown takes off its text. */
function marker({ source, start }: Span): Read | undefined {
  const line = source.text.lastIndexOf('\n', start - 1) + 1;
  const [, digits] = /^(\d{1,3})[.)][ \t]+$/.exec(source.text.slice(line, start)) ?? [];
  if (!digits) return undefined;
  const numeral = { source, start: line, end: line + digits.length };
  return { form: '1.', value: Number(digits), mark: `${digits}.`, numeral };
}

/** Numbers that run on: a 1 begins a new run, and so does another section unless numbers run through the sections. */
function runsOf(items: readonly Item[]): Item[][] {
  let [on, anew] = [0, 0];
  for (const [index, { value, section }] of items.entries()) {
    const before = items[index - 1];
    if (!before || before.section === section) continue;
    if (value === (before.value ?? 0) + 1) on++;
    else if (value === 1) anew++;
  }
  const through = on >= 2 && on > 2 * anew;
  const runs: Item[][] = [];
  for (const [index, item] of items.entries()) {
    const [before, next] = [items[index - 1], items[index + 1]];
    const last = before?.value ?? 0;
    const begins = item.value === 1 && !(last > 1 && next?.value === last + 2);
    const parted = before?.section !== item.section && !through && item.value !== last + 1;
    if (!before || begins || parted) runs.push([]);
    runs.at(-1)?.push(item);
  }
  return runs;
}

/** The projects of boxes: one run where numbers run through the boxes, else a run a box. */
function projects({ boxes }: Plan): { run: Item[]; first: number | undefined }[] {
  const runs = boxes.flatMap(({ items, section }) => {
    const run = items.flatMap(({ number, span, certain }): Item[] => {
      const read = number && project(number.span);
      return read ? [{ ...read, span, section }] : certain ? [{ span, section }] : [];
    });
    return run.some(({ value }) => value !== undefined) ? [run] : [];
  });
  let [on, anew] = [0, 0];
  let last: number | undefined;
  for (const run of runs) {
    const known = run.flatMap(({ value }) => value ?? []);
    if (known[0] === 1) anew++;
    else if (last !== undefined && known[0] === last + 1) on++;
    last = known.at(-1);
  }
  if (on > 0 && on >= anew) return [{ run: runs.flat(), first: undefined }];
  return runs.map((run) => ({ run, first: anew > 1 ? 1 : undefined }));
}

function project(span: Span): Read | undefined {
  const text = fold(textOf(span));
  return written(text, (from, to) => ({ ...span, start: span.start + from, end: span.start + to }));
}
