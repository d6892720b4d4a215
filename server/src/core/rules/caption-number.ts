import { type Caption, readCaptions } from '../captions.ts';
import { trimmed } from '../clean.ts';
import { groupBy } from '../group.ts';
import type { Plan, Section, Source, Span, Table } from '../model.ts';
import { numeralLike } from '../numbering.ts';
import type { Edit, Problem, Rule } from '../rule.ts';
import { quote } from '../say.ts';
import { mended, saySlip, slips } from '../sequence.ts';

/** 表, 图 and 专栏 numbers skip or repeat; a table's caption without a number while others have one. */
export const captionNumber: Rule = {
  id: 'caption-number',
  category: 'structure',
  severity: 'error',
  summary: '专栏、表、图的编号跳号、重号，或者有的表题缺编号。',
  *check({ plan }) {
    const captions = readCaptions(plan);
    const whole = plan.frontMatter?.title !== undefined || plan.sections.some(({ level }) => level === 1);
    for (const run of runsOf(captions)) yield* judge(run, whole);
    yield* bare(plan, captions);
  },
};

/** Captions that are numbered together: of one kind, in one document or annex, under one chapter's prefix. */
function runsOf(captions: readonly Caption[]): Caption[][] {
  const roots = new Map<Section | undefined, number>();
  const runs = groupBy(captions, ({ section, kind, prefix }) => {
    const root = rootOf(section);
    if (!roots.has(root)) roots.set(root, roots.size);
    return `${kind} ${roots.get(root)} ${prefix}`;
  });
  return [...runs.values()].flatMap(anew);
}

/** The title of the document or annex that a section is in. */
function rootOf(section: Section | undefined): Section | undefined {
  let root = section;
  while (root?.parent) root = root.parent;
  return root?.level === 1 ? root : undefined;
}

/** Where the numbers begin anew with each chapter, chapter by chapter. */
function anew(run: readonly Caption[]): Caption[][] {
  const starts = run.filter(({ value }) => value === 1).length;
  const chapters = new Set(run.filter(({ value }) => value === 1).map(({ section }) => chapterOf(section)));
  if (starts < 3 || chapters.size < starts) return [[...run]];
  const parts: Caption[][] = [];
  for (const caption of run) {
    if (caption.value === 1 || !parts.length) parts.push([]);
    parts.at(-1)?.push(caption);
  }
  return parts;
}

function chapterOf(section: Section | undefined): Section | undefined {
  let chapter = section;
  while (chapter?.parent && chapter.level > 2) chapter = chapter.parent;
  return chapter;
}

function* judge(run: readonly Caption[], whole: boolean): Generator<Problem> {
  const values = run.map(({ value }) => value);
  for (const slip of slips(values, whole || run[0]?.prefix ? 1 : undefined)) {
    const caption = run[slip.index];
    // A box without a number is box-field's.
    if (!caption?.numeral || slip.kind === 'unnumbered') continue;
    const show = (value: number) => `${caption.kind}${caption.prefix}${numeralLike(textOf(caption), value)}`;
    const edits = mended(values, slip).flatMap(({ index, value }): Edit[] => {
      const { numeral } = run[index] ?? {};
      return numeral ? [{ span: numeral, newText: numeralLike(textOf(run[index] as Caption), value) }] : [];
    });
    const title = slip.alone ? `改为“${show(slip.expected)}”` : '从此处起依次重新编号';
    const before = (slip.kind === 'repeat' && run.find(({ value }) => value === caption.value)) || run[slip.index - 1];
    yield {
      span: caption.span,
      message: saySlip(slip, caption.value, show),
      related: before
        ? [{ span: before.span, message: before.value === caption.value ? '前一处用过这个编号' : '前一个编号' }]
        : [],
      ...(edits.length > 0 && { fix: { title, safe: slip.alone, edits } }),
    };
  }
}

function textOf({ numeral }: Caption): string {
  return numeral ? numeral.source.text.slice(numeral.start, numeral.end) : '1';
}

/** Table captions without a number where another table of the plan has one. */
function* bare({ tables, sources }: Plan, captions: readonly Caption[]): Generator<Problem> {
  const numbered = captions.filter(({ kind }) => kind === '表');
  const [example] = numbered;
  if (!example) return;
  const taken = new Set(numbered.map(({ value }) => value));
  const titled = new Set(captions.map(({ span }) => trimmed(span.source, span.start, span.end).start));
  let at = 0;
  for (const table of tables) {
    const { caption } = table;
    if (!caption || !isTitle(table) || annexed(table.section) || titled.has(caption.span.start)) continue;
    for (let next = numbered[at]; next && before(next.span, caption.span, sources); next = numbered[at]) at++;
    const next = (numbered[at - 1]?.value ?? 0) + 1;
    const right = taken.has(next) || example.prefix ? '' : `，按次序应为“表${numeralLike(textOf(example), next)}”`;
    yield {
      span: caption.span,
      message: `表题“${quote(caption)}”缺编号，别的表有编号${right}`,
      related: [{ span: example.span, message: '有编号的表题' }],
    };
  }
}

function before(a: Span, b: Span, sources: readonly Source[]): boolean {
  return a.source === b.source ? a.start < b.start : sources.indexOf(a.source) < sources.indexOf(b.source);
}

/** A paragraph above a table that names it: no unit line, no introduction, no sentence. */
function isTitle({ caption }: Table): boolean {
  const text = caption?.value ?? '';
  return (
    text.length >= 4 &&
    text.length <= 40 &&
    !/[。;:,!?]/.test(text) &&
    !/^[([]?(?:计量)?单位|^(?:续|附)?[表图][\d一二三四五六七八九十续]|^附|如下$|下表$|^[*\d([①-⑳]/.test(text) &&
    /(?:表|指标|情况|目标|任务|项目|清单|一览|统计|规模|布局|分工|安排|配置|预测|结构)(?:\([^()]*\))?$/.test(text)
  );
}

function annexed(section: Section | undefined): boolean {
  for (let at = section; at; at = at.parent) if (/^附/.test(at.title.value)) return true;
  return false;
}
