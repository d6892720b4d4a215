import { fold } from '../fold.ts';
import { groupBy } from '../group.ts';
import type { Plan, Span } from '../model.ts';
import { readNumber } from '../numbering.ts';
import type { Edit, Problem, Rule } from '../rule.ts';

/** A gap that is not as it should be. `head` is what stands before it. */
interface Gap {
  readonly head: string;
  readonly span: Span;
  readonly edit: Edit;
  readonly habit: string;
}

/** Anything but one ordinary space between a number and the name; stray spaces inside a heading. */
export const headingSpacing: Rule = {
  id: 'heading-spacing',
  category: 'structure',
  severity: 'information',
  summary: '章、节、专栏、表的编号与名称之间不是一个半角空格，或者标题中间夹有空格。',
  *check({ plan, bodies }) {
    // A habit is told where the first of it stands: that must be where the rule is on.
    const sources = new Set(bodies.map(({ source }) => source));
    const told = [...gapsOf(plan)].filter(({ span }) => sources.has(span.source));
    for (const [habit, gaps] of groupBy(told, ({ habit }) => habit))
      if (gaps.length > 3) yield together(habit, gaps);
      else for (const gap of gaps) yield alone(habit, gap);
  },
};

function alone(habit: string, { head, span, edit }: Gap): Problem {
  return { span, message: `“${head}”${habit}`, fix: { title: fixTitle(edit), safe: true, edits: [edit] } };
}

function together(habit: string, gaps: readonly Gap[]): Problem {
  const [first, ...others] = gaps as [Gap, ...Gap[]];
  return {
    span: first.span,
    message: `“${first.head}”${habit}；全文这样的标题共${gaps.length}处`,
    related: others.map(({ span, head }) => ({ span, message: `“${head}”也是` })),
    fix: { title: `全部改正（${gaps.length}处）`, safe: true, edits: gaps.map(({ edit }) => edit) },
  };
}

function fixTitle({ newText }: Edit): string {
  return newText ? '改为一个半角空格' : '删去空格';
}

function* gapsOf(plan: Plan): Generator<Gap> {
  const seen = new Set<number>();
  for (const { title } of plan.sections) {
    seen.add(title.span.start);
    yield* gaps(title.span);
  }
  for (const { heading } of plan.boxes) if (!seen.has(heading.span.start)) yield* gaps(heading.span);
  for (const { caption } of plan.tables) if (caption && /^[表图]\d/.test(caption.value)) yield* gaps(caption.span);
}

const TITLE =
  /^([\s*]*)(专栏|[表图])\s*(?:[\d０-９]{1,3}(?:[-—.．－][\d０-９]{1,3})?|[一二三四五六七八九十]{1,3}(?=\s))/;

function* gaps(span: Span): Generator<Gap> {
  const { source, start } = span;
  const raw = source.text.slice(start, Math.min(span.end, start + 200));
  const titled = TITLE.exec(raw);
  const number = titled ? undefined : readNumber(fold(raw));
  const from = titled?.[1]?.length ?? number?.start ?? 0;
  const mark = titled?.[0].length ?? number?.end ?? 0;
  const name = mark + (/^[\s*]*/.exec(raw.slice(mark))?.[0].length ?? 0);
  if (mark > 0 && name < raw.length) {
    const gap = raw.slice(mark, name);
    const wanted =
      titled || number?.form.startsWith('第')
        ? ' '
        : number?.form === '一、' || number?.form === '（一）'
          ? ''
          : undefined;
    const bare = gap.replaceAll('*', '');
    if (wanted !== undefined && bare !== wanted && !/^[:：、.．,，（(—\-\]续]/.test(raw.slice(name))) {
      const stars = gap.replace(/\s/g, '');
      yield {
        head: raw.slice(from, mark),
        span: { source, start: start + from, end: start + name },
        edit: {
          span: { source, start: start + mark, end: start + name },
          newText: stars ? fitted(gap, wanted) : wanted,
        },
        habit: habitOf(bare, wanted),
      };
    }
  }
  yield* strays(span, raw, Math.max(name, 0));
}

/** The gap with its emphasis marks kept where they stand. */
function fitted(gap: string, wanted: string): string {
  const closing = /^\*+/.exec(gap)?.[0] ?? '';
  return `${closing}${wanted}${gap.slice(closing.length).replace(/\s/g, '')}`;
}

function habitOf(gap: string, wanted: string): string {
  if (!wanted) return '后面不应有空格';
  if (!gap) return '与名称之间缺一个空格';
  if (gap === '\u3000') return '与名称之间是全角空格，应为一个半角空格';
  if (gap === '\u00a0') return '与名称之间是不换行空格，应为一个半角空格';
  if (gap === '\t') return '与名称之间是制表符，应为一个半角空格';
  return '与名称之间有多个空格，应为一个半角空格';
}

const HAN = '\\u3400-\\u9fff';
const BETWEEN = new RegExp(`(?<=[${HAN}])\\s+(?=[${HAN}])`, 'g');

/** 第一部分, 上篇, 附件: a number of its own kind, after which a space may stand. */
const ORDINAL = /^(?:第.{1,4}|[上中下][篇编]|专栏|附[件录表图]?.?|专题.?|.{0,3}[一二三四五六七八九十])$/;

/** A space that cuts a word: between two phrases of a title, each longer than three characters, it may be meant. */
function* strays({ source, start }: Span, raw: string, from: number): Generator<Gap> {
  const title = raw.slice(from);
  if (!/\s/.test(title) || title.replace(/\s/g, '').length <= 2) return;
  const pieces = title.split(/\s+/);
  for (const { 0: gap, index } of title.matchAll(BETWEEN)) {
    const before = /\S+$/.exec(title.slice(0, index))?.[0] ?? '';
    const after = /^\S+/.exec(title.slice(index + gap.length))?.[0] ?? '';
    if (Math.min(before.length, after.length) > 3 || pieces.every(({ length }) => length === 1)) continue;
    if (ORDINAL.test(before)) continue;
    const at = start + from + index;
    const span = { source, start: at, end: at + gap.length };
    yield {
      head: `${before}${gap}${after}`,
      span: { source, start: at - before.length, end: at + gap.length + after.length },
      edit: { span, newText: '' },
      habit: '中间夹有空格',
    };
  }
}
