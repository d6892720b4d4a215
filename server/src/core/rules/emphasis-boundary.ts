import type { Body } from '../body.ts';
import type { Edit, Rule } from '../rule.ts';
import { type Slip, tell } from '../slips.ts';

const PUNCTUATION = /[\p{P}\p{S}]/u;
const SPACE = /^$|\s/;
/** Marks at the end of a bold name that stand as well behind it. */
const TAIL = /[：:；;，,。、！？!?]+$/;
const PAIRS: readonly (readonly [open: string, close: string])[] = [
  ['“', '”'],
  ['‘', '’'],
  ['（', '）'],
  ['(', ')'],
  ['《', '》'],
  ['【', '】'],
];

/** `**` that CommonMark leaves as stars, because of what stands beside it. */
export const emphasisBoundary: Rule = {
  id: 'emphasis-boundary',
  category: 'text',
  severity: 'warning',
  summary: '加粗的星号紧挨着标点，按 Markdown 的规则不会加粗，成品里会露出星号。',
  *check({ bodies }) {
    const slips = bodies.flatMap((body) => [...find(body)]);
    yield* tell(slips, '把标点移到加粗之外', (count) => `不会加粗、成品里会露出星号的地方共${count}处，不逐一列出`);
  },
};

/** The bold runs that their author meant, the first two stars with the next, and so on; an odd one leaves all in doubt. */
function* find({ source, text, blocks }: Body): Generator<Slip> {
  if (!text.includes('**')) return;
  for (const { start, end } of blocks) {
    const marks = [...text.slice(start, end).matchAll(/(?<!\\)\*+/g)];
    if (!marks.length || marks.length % 2 || marks.some(([stars]) => stars.length !== 2)) continue;
    for (let index = 0; index + 1 < marks.length; index += 2) {
      const [open, close] = [start + (marks[index]?.index ?? 0), start + (marks[index + 1]?.index ?? 0)];
      if (opens(text, open) && closes(text, close)) continue;
      const inner = source.text.slice(open + 2, close);
      const span = { source, start: open, end: close + 2 };
      const edits = mended(text, open, close).map(
        ([from, to, newText]): Edit => ({
          span: { source, start: from, end: to },
          newText,
        }),
      );
      const shown = inner.length > 24 ? `${inner.slice(0, 24)}…` : inner;
      const message = `「${shown}」不会加粗，成品里会露出星号：${reason(inner, opens(text, open))}`;
      yield { span, message, ...(edits.length && { edits }) };
    }
  }
}

/** CommonMark's left-flanking run of two stars. */
function opens(text: string, at: number): boolean {
  const [before, after] = [text[at - 1] ?? '', text[at + 2] ?? ''];
  if (SPACE.test(after)) return false;
  return !PUNCTUATION.test(after) || SPACE.test(before) || PUNCTUATION.test(before);
}

/** CommonMark's right-flanking run of two stars. */
function closes(text: string, at: number): boolean {
  const [before, after] = [text[at - 1] ?? '', text[at + 2] ?? ''];
  if (SPACE.test(before)) return false;
  return !PUNCTUATION.test(before) || SPACE.test(after) || PUNCTUATION.test(after);
}

function reason(inner: string, opened: boolean): string {
  if (inner.trim() !== inner) return '星号里侧有空格';
  return opened
    ? `末尾的「${inner.at(-1)}」在星号里，星号外又紧接文字`
    : `开头的「${inner[0]}」在星号里，星号前又紧接文字`;
}

/** The same words with the marks at either end outside the stars, where that makes them bold; else nothing. */
function mended(text: string, open: number, close: number): (readonly [from: number, to: number, newText: string])[] {
  const whole = text.slice(open + 2, close);
  let inner = whole.trim();
  const lead = whole.length - whole.trimStart().length;
  const trail = whole.length - whole.trimEnd().length;
  let [head, tail] = ['', ''];
  for (let left = 3; left > 0 && inner; left--) {
    const mark = TAIL.exec(inner)?.[0] ?? '';
    if (mark) {
      inner = inner.slice(0, -mark.length);
      tail = mark + tail;
      continue;
    }
    const pair = PAIRS.find(([from, to]) => inner.endsWith(to) && inner.includes(from));
    if (!pair) break;
    const from = inner.lastIndexOf(pair[0]);
    if (from === 0) {
      head += pair[0];
      tail = pair[1] + tail;
      inner = inner.slice(1, -1);
    } else {
      tail = inner.slice(from) + tail;
      inner = inner.slice(0, from);
    }
  }
  const first = inner[0] ?? '';
  const last = inner.at(-1) ?? '';
  if (!inner || SPACE.test(first) || SPACE.test(last) || PUNCTUATION.test(first) || PUNCTUATION.test(last)) return [];
  return [
    [open, open + 2 + lead + head.length, `${head}**`],
    [close - trail - tail.length, close + 2, `**${tail}`],
  ];
}
