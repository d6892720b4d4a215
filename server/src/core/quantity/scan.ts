import type { Bound } from '../model.ts';
import { chineseNumber } from './numerals.ts';
import { unitAt } from './units.ts';

/** A number as it stands in a cleaned text. Offsets are the text's own; `from`/`to` take the bound words in. */
export interface Amount {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
  readonly amount: number;
  readonly step: number;
  readonly unit: string;
  readonly bound: Bound;
  /** Written in Chinese numerals. */
  readonly spelled: boolean;
  /** The upper end of a range; start to end then covers both. */
  readonly high?: { readonly amount: number; readonly step: number; readonly start: number };
}

export interface Year {
  readonly start: number;
  readonly end: number;
  readonly year: number;
}

const NUMBER =
  /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|百分之[零一二三四五六七八九十百点两]+|零(?=死亡)|[一二三四五六七八九十百千两][零一二三四五六七八九十百千两]*/g;
const RANGE = /^(?:-{1,2}|—{1,2}|~|至|到)/;
const BEFORE: readonly (readonly [RegExp, Bound])[] = [
  [/(?:≥|>=|不低于|不少于|不小于|不短于|至少(?:为|达到|有|要|应|须)?|最低(?:为|达到)?)$/, '≥'],
  [/(?:≤|<=|不高于|不超过|不大于|不多于|不长于|至多|最多(?:为)?|最高(?:为|不超过)?)$/, '≤'],
  [/(?:>|超过|大于|高于|多于|突破|超)$/, '>'],
  [/(?:<|低于|小于|少于|不足|不到|短于)$/, '<'],
  [/(?:≈|约为|大约|约|近|接近|将近|左右)$/, '≈'],
];
const BEHIND: readonly (readonly [RegExp, Bound])[] = [
  [/^(?:及以上|以上|之上|或以上)/, '≥'],
  [/^(?:及以下|以下|以内|之内|之下|或以下)/, '≤'],
  [/^(?:左右|上下)/, '≈'],
];
/** Units that also stand inside names: 5岁以下儿童, 5年生存率, 30分钟健康服务圈. */
const NAME_UNITS = new Set(['岁', '年', '月', '天', '日', '小时', '分钟', '公里', '米']);
/** What may follow a number that stands on its own; any other character after a NAME_UNIT goes on with a name. */
const ENDS =
  /^(?:$|[\s,。;:、()!?“”《》%\d—~-]|提|增|净|新增|翻|上升|下降|降|升|减|延|缩|到|至|和|与|及|或|的|比|高|低|左右|为|是|,|以)/;
/** What makes a number a label or a part of one: 专栏3, 表2, 第3, P2, COVID-19, 1/3. */
const LABEL = /(?:专栏|表|图|附件|附录|第|“|[A-Za-z][ -]?|\d\/|[.\d])$/;
/** 为-3.5‰: a minus, where a hyphen after a letter or a digit would be a range or a name. */
const MINUS = /(?:^|[为至到达在是约(:,])-$/;

const decimals = (digits: string) => (digits.split('.')[1] ?? '').length;

function readNumber(digits: string): { amount: number; step: number; share?: true } | undefined {
  if (/^\d/.test(digits)) {
    const plain = digits.replaceAll(',', '');
    return { amount: Number(plain), step: 10 ** -decimals(plain) };
  }
  if (digits.startsWith('百分之')) {
    const [whole = '', rest] = digits.slice(3).split('点');
    const amount = chineseNumber(whole);
    const fraction = rest === undefined ? '' : [...rest].map((char) => chineseNumber(char) ?? '').join('');
    if (amount === undefined) return undefined;
    return { amount: Number(fraction ? `${amount}.${fraction}` : amount), step: 10 ** -fraction.length, share: true };
  }
  const amount = chineseNumber(digits);
  return amount === undefined ? undefined : { amount, step: 1 };
}

/** All years (2025年, 二〇二五年 apart) of a cleaned text, in order; 2021—2025年 gives two. */
export function scanYears(text: string): Year[] {
  const years: Year[] = [];
  for (const match of text.matchAll(/(?<![\d.])((?:19|20)\d\d)(?=年|(?:-|—|~|至|到)(?:20\d\d)年)/g))
    years.push({
      start: match.index,
      end: match.index + 4 + (text[match.index + 4] === '年' ? 1 : 0),
      year: Number(match[1]),
    });
  return years;
}

const known = new WeakMap<object, readonly Amount[]>();

/** The amounts of a run of text, scanned once. */
export function readAmounts(run: { readonly text: string }): readonly Amount[] {
  const found = known.get(run) ?? scanAmounts(run.text);
  known.set(run, found);
  return found;
}

/** All amounts of a cleaned text, in order. Years, ages within names, item numbers and codes (P2, 5G) are left out. */
export function scanAmounts(text: string): Amount[] {
  const amounts: Amount[] = [];
  let done = 0;
  for (const match of text.matchAll(NUMBER)) {
    const start = match.index;
    if (start < done) continue;
    const found = amountAt(text, start, match[0]);
    if (!found) continue;
    amounts.push(found);
    done = found.end;
  }
  return amounts;
}

function amountAt(text: string, start: number, digits: string): Amount | undefined {
  const number = readNumber(digits);
  const ahead = text.slice(Math.max(0, start - 8), start);
  if (!number || LABEL.test(ahead) || isLabel(text, start, start + digits.length)) return undefined;
  let end = start + digits.length;
  let unit = number.share ? { unit: '%', length: 0 } : unitAt(text, end);
  if (!/^(?:\d|百分|零)/.test(digits) && !isCount(text, start, digits, unit.unit)) return undefined;
  const high = upperEnd(text, end + unit.length);
  if (high) {
    end = high.end;
    const own = unitAt(text, end);
    unit = own.unit ? own : { unit: unit.unit, length: 0 };
  }
  const rest = text.slice(end + unit.length, end + unit.length + 2);
  if (/^(?:级|:\d)/.test(rest) || (!unit.unit && /^[A-Za-z+]/.test(rest)) || /\d:$/.test(ahead)) return undefined;
  end += unit.length;
  if (digits === '零') end += '死亡'.length;
  const before = matchBound(BEFORE, ahead);
  const behind = matchBound(BEHIND, text.slice(end, end + 4));
  const to = end + (behind?.length ?? 0);
  const bare = !unit.unit && digits !== '零' && behind?.bound !== '≈';
  if ((NAME_UNITS.has(unit.unit) || bare) && !ENDS.test(text.slice(to, to + 2))) return undefined;
  const held = /控制(?:在|到|为)$/.test(ahead);
  const minus = MINUS.test(ahead);
  return {
    start,
    end,
    from: start - (minus ? 1 : (before?.length ?? 0)),
    to,
    amount: minus ? -number.amount : number.amount,
    step: number.step,
    unit: unit.unit,
    spelled: !/^[\d百]/.test(digits),
    bound: before?.bound ?? behind?.bound ?? (held ? '≤' : '='),
    ...(high && { high: { amount: high.amount, step: high.step, start: high.start } }),
  };
}

function matchBound(
  forms: readonly (readonly [RegExp, Bound])[],
  text: string,
): { bound: Bound; length: number } | undefined {
  for (const [words, bound] of forms) {
    const found = words.exec(text);
    if (found) return { bound, length: found[0].length };
  }
  return undefined;
}

/** `—8` after the 6 of 6—8张; never the year of 从6张到2025年. */
function upperEnd(text: string, at: number): { amount: number; step: number; start: number; end: number } | undefined {
  const mark = RANGE.exec(text.slice(at, at + 2));
  if (!mark) return undefined;
  const start = at + mark[0].length;
  const digits = /^\d+(?:\.\d+)?/.exec(text.slice(start, start + 20))?.[0];
  const number = digits && readNumber(digits);
  if (!digits || !number || /^(?:19|20)\d\d年/.test(text.slice(start, start + 5))) return undefined;
  return { amount: number.amount, step: number.step, start, end: start + digits.length };
}

/** An item's number at the start (12.), in brackets (13), a year (2025年, 2021—2025年), a month or a day (12月31日). */
function isLabel(text: string, start: number, end: number): boolean {
  if (
    /^(?:19|20)\d\d$/.test(text.slice(start, end)) &&
    /^(?:年|(?:-|—|~|至|到)20\d\d年)/.test(text.slice(end, end + 7))
  )
    return true;
  if (text[end] === '月' || (text[end] === '日' && text[start - 1] === '月')) return true;
  if (start === 0 && /^[.、]/.test(text.slice(end))) return true;
  return text[start - 1] === '(' && text[end] === ')';
}

/** Measure words that make a Chinese numeral a count; 类, 次, 期, 批, 届 make it a name (三类, 七次全会). */
const COUNTED = new Set([
  ...'个家所座项人张支辆台条处例户套门间种件',
  '亿元',
  '万元',
  '万人',
  '万亩',
  '公里',
  '平方公里',
]);

/** A Chinese numeral is a count where a measure word follows and it is not part of a word (一批, 三级, 一体) or rough (五六个). */
function isCount(text: string, start: number, digits: string, unit: string): boolean {
  if (!COUNTED.has(unit) || /^[一百千]$|^[一二三四五六七八九]{2,}$/.test(digits)) return false;
  return !/[零一二三四五六七八九十百千万几数第每“]/.test(text[start - 1] ?? '');
}
