import { type Body, HAN } from '../body.ts';
import type { Rule } from '../rule.ts';
import { byPlace, isHabit, type Slip, tell } from '../slips.ts';

const WIDE: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '.': '。',
  '(': '（',
  ')': '）',
};
const CHINESE = new RegExp(`[${HAN}]`);
/** What Chinese text may end in before a mark, and open with after it. */
const BEFORE = new RegExp(`[${HAN}”’》）】〕％℃]`);
const AFTER = new RegExp(`[${HAN}“‘《（【〔]`);
const POINT = /[,;:?!](?=([ \t\u00a0\u3000]*))/g;
const STOP = new RegExp(`(?<=[${HAN}”》）])\\.(?=[ \\t]*\\r?(?:\\n|$))`, 'g');

/** Half-width marks between or beside Chinese characters. */
export const punctuationWidth: Rule = {
  id: 'punctuation-width',
  category: 'text',
  severity: 'information',
  summary: '中文里用了半角标点。',
  *check({ bodies }) {
    const found = bodies.map((body) => ({
      points: [...pointSlips(body)].sort(byPlace),
      brackets: [...bracketSlips(body)].sort(byPlace),
    }));
    const points = found.flatMap((each) => each.points);
    const brackets = found.flatMap((each) => each.brackets);
    const habit = (names: string) => (count: number) =>
      `半角${names}共${count}处，不逐一列出：中文用全角标点，可一次全部改正`;
    if (isHabit(points) && isHabit(brackets)) {
      const both = found.flatMap((each) => [...each.points, ...each.brackets].sort(byPlace));
      yield* tell(both, '改为全角标点', habit('标点'));
      return;
    }
    yield* tell(points, '改为全角标点', habit('标点'));
    yield* tell(brackets, '改为全角括号', habit('括号'));
  },
};

function* pointSlips({ source, own }: Body): Generator<Slip> {
  for (const { 0: mark, 1: gap = '', index } of own.matchAll(POINT)) {
    const before = neighbour(own, index, -1);
    const after = neighbour(own, index + gap.length, 1);
    if (!BEFORE.test(before) && !(AFTER.test(after) && /[%‰\w)\]]/.test(before))) continue;
    if (mark === '!' && own[index + 1] === '[') continue;
    const span = { source, start: index, end: index + 1 };
    const wide = WIDE[mark] ?? mark;
    // The blank after a half-width mark goes with it, but not at a line's end.
    const swallowed = /\S/.test(own[index + 1 + gap.length] ?? '') ? gap.length : 0;
    yield {
      span,
      message: `半角“${mark}”，中文用“${wide}”`,
      edits: [{ span: { ...span, end: span.end + swallowed }, newText: wide }],
    };
  }
  for (const { index } of own.matchAll(STOP)) {
    const line = own.slice(own.lastIndexOf('\n', index) + 1, index);
    if (new RegExp(`^[\\s>#*]*[${HAN}]{1,3}$`).test(line)) continue;
    yield { span: { source, start: index, end: index + 1 }, message: '半角“.”，中文用“。”', newText: '。' };
  }
}

/** The character beside, marks of emphasis passed over. */
function neighbour(text: string, at: number, step: 1 | -1): string {
  let index = at + step;
  while (text[index] === '*') index += step;
  return text[index] ?? '';
}

/** Brackets pair within a line; both halves of a pair are judged together. */
function* bracketSlips({ source, own }: Body): Generator<Slip> {
  const open: number[] = [];
  for (const { 0: mark, index } of own.matchAll(/[()（）\n]/g)) {
    if (mark === '\n') open.length = 0;
    else if (mark === '(' || mark === '（') open.push(index);
    else {
      const start = open.pop();
      if (start === undefined || (own[start] === '（' && mark === '）')) continue;
      const mixed = own[start] !== '(' || mark !== ')';
      const beside = CHINESE.test(neighbour(own, start, -1)) || CHINESE.test(neighbour(own, index, 1));
      if (!mixed && !beside && !CHINESE.test(own.slice(start, index))) continue;
      for (const at of [start, index]) {
        const half = own[at] ?? '';
        if (!(half in WIDE)) continue;
        const span = { source, start: at, end: at + 1 };
        const message = mixed ? `括号一半角一全角：此处为半角“${half}”` : `半角“${half}”，中文用“${WIDE[half]}”`;
        yield { span, message, newText: WIDE[half] ?? half };
      }
    }
  }
}
