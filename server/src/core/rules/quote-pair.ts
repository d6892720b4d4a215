import { type Block, type Body, HAN } from '../body.ts';
import type { Rule } from '../rule.ts';
import { type Slip, tell } from '../slips.ts';

const CLOSER: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '（': '）',
  '《': '》',
  '〈': '〉',
  '【': '】',
  '〔': '〕',
  '「': '」',
  '『': '』',
};
const OPENER = Object.fromEntries(Object.entries(CLOSER).map(([open, close]) => [close, open]));
const MARK = /[“”‘’（）()《》〈〉【】〔〕「」『』]/g;
const WIDE: Readonly<Record<string, string>> = { '(': '（', ')': '）' };
/** 1） and 一） open an item: no bracket is missing. */
const ITEM = /(?:^|[\s*，。；：、,;:）])(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[A-Za-z]|[①-⑳])$/;
const CHINESE = new RegExp(`[${HAN}，。；：、《》（）]`);

/** More marks than any paragraph has. */
const MOST = 2000;

interface Mark {
  readonly mark: string;
  readonly at: number;
}

/** Quotation marks, brackets and title marks that do not pair within their paragraph. */
export const quotePair: Rule = {
  id: 'quote-pair',
  category: 'text',
  severity: 'warning',
  summary: '引号、括号、书名号不成对，或者中文里用了英文直引号。',
  *check({ bodies: all }) {
    const straight = all.flatMap((body) =>
      body.text.includes('"') ? body.blocks.flatMap((each) => pairs(body, each)) : [],
    );
    yield* tell(straight, '改为中文引号', (count) => `英文直引号共${count}对，不逐一列出：中文用“”`);
    for (const body of all) yield* unpaired(body);
  },
};

/** "十四五": straight marks in pairs, with Chinese between or beside them. */
function pairs({ source, text }: Body, { start, end }: Block): Slip[] {
  const marks = [...text.slice(start, end).matchAll(/"/g)].map(({ index }) => start + index);
  if (marks.length % 2 || /[“”]/.test(text.slice(start, end))) return [];
  return marks.flatMap((open, index) => {
    const close = marks[index + 1];
    if (index % 2 || close === undefined) return [];
    const inner = text.slice(open + 1, close);
    if (!CHINESE.test(inner) && !(CHINESE.test(text[open - 1] ?? '') || CHINESE.test(text[close + 1] ?? ''))) return [];
    const span = { source, start: open, end: close + 1 };
    return [
      {
        span,
        message: `英文直引号${clip(text.slice(open, close + 1))}，中文用「“”」`,
        newText: `“${source.text.slice(open + 1, close)}”`,
      },
    ];
  });
}

/** The marks of each block, in one walk over the text. */
function* unpaired(body: Body) {
  const { text, blocks } = body;
  const found = text.matchAll(MARK);
  let next = found.next();
  for (const block of blocks) {
    const marks: Mark[] = [];
    for (; !next.done && next.value.index < block.end; next = found.next()) {
      const { 0: mark, index: at } = next.value;
      // people’s
      const apostrophe = mark === '’' && /[A-Za-z]/.test(text[at - 1] ?? '') && /[A-Za-z]/.test(text[at + 1] ?? '');
      if (at >= block.start && !apostrophe) marks.push({ mark: WIDE[mark] ?? mark, at });
    }
    if (marks.length) yield* unpairedIn(body, block, marks);
  }
}

function* unpairedIn({ source, text }: Body, { start, end }: Block, marks: readonly Mark[]) {
  if (marks.length > MOST) return;
  const faults = judge(marks, text, start);
  if (!faults.length) return;
  const turned = turnedQuote(marks, text, start);
  if (turned) {
    const newText = turned.mark === '“' ? '”' : '“';
    const span = { source, start: turned.at, end: turned.at + 1 };
    const message = `${around(text, turned.at, start, end)}处的引号方向反了，应为「${newText}」`;
    yield { span, message, fix: { title: `改为“${newText}”`, safe: true, edits: [{ span, newText }] } };
    return;
  }
  for (const { mark, at, crossed } of faults) {
    const other = CLOSER[mark] ?? OPENER[mark] ?? '';
    const fault = crossed ? '与别的标点交叉，应当一层套一层' : `没有与它成对的「${other}」`;
    yield {
      span: { source, start: at, end: at + 1 },
      message: `${around(text, at, start, end)}处的「${text[at]}」${fault}`,
    };
  }
}

/** The marks that have no partner, or one that another pair's mark parts them from. */
function judge(marks: readonly Mark[], text: string, start: number): (Mark & { crossed: boolean })[] {
  const open: Mark[] = [];
  const passed: Mark[] = [];
  const faults: (Mark & { crossed: boolean })[] = [];
  for (const each of marks) {
    if (each.mark in CLOSER) {
      open.push(each);
      continue;
    }
    const opener = OPENER[each.mark];
    let depth = open.length - 1;
    while (depth >= 0 && open[depth]?.mark !== opener) depth--;
    if (depth >= 0) passed.push(...open.splice(depth).slice(1));
    else {
      const crossing = passed.findIndex(({ mark }) => mark === opener);
      if (crossing >= 0) faults.push({ ...(passed.splice(crossing, 1)[0] as Mark), crossed: true });
      else if (each.mark !== '）' || !ITEM.test(text.slice(Math.max(start, each.at - 5), each.at)))
        faults.push({ ...each, crossed: false });
    }
  }
  return [...faults, ...[...passed, ...open].map((mark) => ({ ...mark, crossed: false }))].sort((a, b) => a.at - b.at);
}

/** The one “ that should be ”, or the other way round, with which all marks pair. */
function turnedQuote(marks: readonly Mark[], text: string, start: number): Mark | undefined {
  const quotes = marks.filter(({ mark }) => mark === '“' || mark === '”');
  if (quotes.length % 2) return undefined;
  const wrong = quotes.filter(({ mark }, index) => mark !== (index % 2 ? '”' : '“'));
  const [only] = wrong;
  if (!only || wrong.length > 1) return undefined;
  const mended = marks.map((each) => (each === only ? { ...each, mark: only.mark === '“' ? '”' : '“' } : each));
  return judge(mended, text, start).length ? undefined : only;
}

/** The words around a mark, as the message quotes them. */
function around(text: string, at: number, start: number, end: number): string {
  const from = Math.max(start, at - 6);
  const to = Math.min(end, at + 7);
  return `「${from > start ? '…' : ''}${text.slice(from, to).replace(/\s+/g, '')}${to < end ? '…' : ''}」`;
}

function clip(text: string): string {
  return text.length > 20 ? `${text.slice(0, 18)}…"` : text;
}
