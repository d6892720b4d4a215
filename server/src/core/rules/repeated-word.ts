import { type Body, HAN } from '../body.ts';
import type { Edit, Rule } from '../rule.ts';
import { byPlace, type Slip, tell } from '../slips.ts';
import { REPEATS } from '../words.ts';

const { particles, ends, starts, again, alone } = REPEATS;
const WORDS = new Set(REPEATS.words);
const NEVER = new Set(REPEATS.never);
const PAIRS = new Set(REPEATS.pairs);
const CHINESE = new RegExp(`[${HAN}]`);
const NUMERAL = /[一二三四五六七八九十百千万亿〇零两几每多数]/;
const MARKS = /，，+|。。+|；；+|：：+|、、+/g;
/** The longest word, in characters, that is looked for twice; half of what body.ts pads with. */
const LONGEST = 8;
/** What makes a compound of the word before it: 服务｜服务业, 信息｜信息化, 服务｜服务半径 are lawful. */
const COMPOUND = new RegExp(`[${REPEATS.compounds}]`);
/** So many characters on both sides of a doubled one make a phrase that comes again no accident. */
const AROUND = 5;
const WORDS_ONLY = new RegExp(`^[${HAN}]{${2 * AROUND}}$`);
/** More doubled characters than any plan has are a table or a game. */
const MOST = 3000;

/** A character or a word doubled by accident. */
export const repeatedWord: Rule = {
  id: 'repeated-word',
  category: 'text',
  severity: 'warning',
  summary: '字、词或者标点误打了两遍。',
  *check({ bodies: all }) {
    const slips = all.flatMap((body) => {
      const doubles = scan(body);
      const words = [...doubledWords(body, doubles)];
      const marks = [...doubledMarks(body)];
      const covered = (at: number) => words.some(({ span }) => span.start <= at && at < span.end);
      const characters = [...doubledCharacters(body, doubles, all)].filter(({ span }) => !covered(span.start));
      return [...words, ...marks, ...characters].sort(byPlace);
    });
    yield* tell(slips, '删去重复的字', (count) => `误打了两遍的字词共${count}处，不逐一列出`);
  },
};

function slip({ source }: Body, start: number, once: string, times = 2): Slip {
  const span = { source, start, end: start + once.length * times };
  const edits: Edit[] = [{ span: { ...span, start: start + once.length }, newText: '' }];
  return { span, message: `“${once.repeat(times)}”里“${once}”重复了，应删去一个`, edits };
}

function* doubledMarks(body: Body): Generator<Slip> {
  for (const { 0: run, index } of body.own.matchAll(MARKS)) yield slip(body, index, run.slice(0, 1), run.length);
}

function* doubledWords(body: Body, doubles: readonly Double[]): Generator<Slip> {
  for (const { at, length } of doubles) {
    const word = body.own.slice(at, at + length);
    if (length < 2 || NUMERAL.test(word) || PAIRS.has(word) || new Set(word).size === 1) continue;
    const next = body.own[at + 2 * length] ?? '';
    const compound = COMPOUND.test(next) && length < 4 && !NEVER.has(word);
    if (!compound) yield slip(body, at, word);
  }
}

function* doubledCharacters(body: Body, doubles: readonly Double[], all: readonly Body[]): Generator<Slip> {
  const { own } = body;
  const single = doubles.filter(({ length }) => length === 1).slice(0, MOST);
  const times = new Map<string, number>();
  const around = ({ at }: Double) => own.slice(Math.max(0, at - 1), at + 3);
  for (const double of single) times.set(around(double), (times.get(around(double)) ?? 0) + 1);
  for (const double of single) {
    const { at } = double;
    const char = own[at] ?? '';
    const [before, after] = [own[at - 1] ?? '', own[at + 2] ?? ''];
    // 人人, 踏踏实实, 形形色色
    const lawful = again.includes(char) || own[at + 3] === after || own[at - 2] === before;
    if (!lawful && isSlip(char, before, after)) yield slip(body, at, char);
    // What comes again so is no accident.
    else if (times.get(around(double)) !== 1) continue;
    else if (!lawful && toldByPlan(all, before, char, after)) yield slip(body, at, char);
    else {
      const other = otherwise(all, own, at) ?? otherwise(all, own, at + 1);
      if (!other) continue;
      const span = { source: body.source, start: at - 1, end: at + 3 };
      yield { span, message: `“${around(double)}”在别处写作“${other}”：“${char}”可能是重复误打的字` };
    }
  }
}

interface Double {
  readonly at: number;
  readonly length: number;
}

/** Chinese characters and runs of them that stand twice in a row, the longest at each place. A back reference costs five times as much. */
function scan({ own, units }: Body): Double[] {
  const found: Double[] = [];
  for (let at = 0; at < own.length; at++) {
    const unit = units[at] ?? 0;
    if (!isHan(unit)) continue;
    for (let length = LONGEST; length > 0; length--) {
      if (units[at + length] !== unit || !twice(units, at, length)) continue;
      found.push({ at, length });
      at += length - 1;
      break;
    }
  }
  return found;
}

function twice(units: Uint16Array, at: number, length: number): boolean {
  for (let index = at + 1; index < at + length; index++)
    if (units[index] !== units[index + length] || !isHan(units[index] ?? 0)) return false;
  return true;
}

const isHan = (unit: number) => (unit >= 0x3400 && unit <= 0x9fff) || unit === 0x3007;

/** How the plan writes the character at an offset where the words on both sides of it come again; only if otherwise. */
function otherwise(all: readonly Body[], text: string, at: number): string | undefined {
  const [left, right] = [text.slice(Math.max(0, at - AROUND), at), text.slice(at + 1, at + 1 + AROUND)];
  if (left.length < AROUND || !WORDS_ONLY.test(left + right)) return undefined;
  for (const { own } of all)
    for (let from = own.indexOf(left); from >= 0; from = own.indexOf(left, from + 1)) {
      const other = own[from + AROUND] ?? '';
      if (other === text[at] || !CHINESE.test(other) || !own.startsWith(right, from + AROUND + 1)) continue;
      const first = text[at] === text[at + 1];
      return first ? left.slice(-1) + other + right.slice(0, 2) : left.slice(-2) + other + right.slice(0, 1);
    }
  return undefined;
}

function isSlip(char: string, before: string, after: string): boolean {
  const particle = particles[char];
  if (particle) return !particle.before.includes(before || '\0') && !particle.after.includes(after || '\0');
  // 全全面, unless 安全｜全面.
  if (WORDS.has(char + after) && char in ends && !ends[char]?.includes(before || '\0'))
    return !alone.includes(char) || CHINESE.test(before);
  // 建设设, unless 建设｜设施.
  return WORDS.has(before + char) && char in starts && !starts[char]?.includes(after || '\0');
}

/**
 * 计划划生育, where the plan itself writes 计划生育 again and again, and 划生 nowhere but in it: no word begins with the second
 * character there.
 */
function toldByPlan(all: readonly Body[], before: string, char: string, after: string): boolean {
  if (!CHINESE.test(before) || !CHINESE.test(after) || alone.includes(char)) return false;
  const once = count(all, before + char + after);
  return once >= 2 && count(all, char + after) === once + count(all, char + char + after);
}

function count(all: readonly Body[], words: string): number {
  let times = 0;
  for (const { own } of all) for (let at = own.indexOf(words); at >= 0; at = own.indexOf(words, at + 1)) times++;
  return times;
}
