import { chineseNumber } from './quantity/numerals.ts';

/** The forms in which headings, paragraphs and projects are numbered, each by its first number; the higher ones first. */
export type Form = '第一编' | '第一章' | '第一节' | '一、' | '（一）' | '1.' | '（1）' | '①';

export interface Numbering {
  readonly form: Form;
  readonly value: number;
  /** The mark with its brackets or divider, and the numeral alone: offsets into the text read. */
  readonly start: number;
  readonly end: number;
  readonly numeral: { readonly start: number; readonly end: number };
}

const CHINESE = '[〇零一二三四五六七八九十百]{1,5}';
const MARK = new RegExp(
  `^([\\s*]*)(?:第(${CHINESE}|\\d{1,3})([编篇章节])|(${CHINESE})、|\\((${CHINESE})\\)|(\\d{1,3})(?:[.](?!\\d)|、)|\\((\\d{1,3})\\)|([①-⑳]))`,
);
const COUNTED = new RegExp(`^(${CHINESE})、`);
const UNITS: Readonly<Record<string, Form>> = { 编: '第一编', 篇: '第一编', 章: '第一章', 节: '第一节' };

/** The number that opens a folded text, or undefined where none does (一、二、三产业 opens with none). */
export function readNumber(text: string): Numbering | undefined {
  const match = MARK.exec(text);
  if (!match) return undefined;
  const [all, space = '', ordinal, unit = '', comma, bracket, digit, digitBracket, circle] = match;
  const numeral = ordinal ?? comma ?? bracket ?? digit ?? digitBracket ?? circle ?? '';
  const value = circle ? circle.charCodeAt(0) - 0x245f : (chineseNumber(numeral) ?? Number(numeral));
  const form = ordinal
    ? UNITS[unit]
    : comma
      ? '一、'
      : bracket
        ? '（一）'
        : digit
          ? '1.'
          : digitBracket
            ? '（1）'
            : '①';
  const at = all.indexOf(numeral, space.length);
  if (!form || !Number.isFinite(value) || (comma && counts(text.slice(all.length), value))) return undefined;
  return { form, value, start: space.length, end: all.length, numeral: { start: at, end: at + numeral.length } };
}

/** 一、二、三产业 counts, it is not numbered. */
function counts(rest: string, value: number): boolean {
  const next = COUNTED.exec(rest)?.[1];
  return next !== undefined && chineseNumber(next) === value + 1;
}

const DIGITS = '零一二三四五六七八九';

/** A number up to 999 in Chinese: 12 is 十二. */
export function chineseNumeral(value: number): string {
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const head = hundreds ? `${DIGITS[hundreds]}百` : '';
  const ten = tens ? `${tens === 1 && !hundreds ? '' : DIGITS[tens]}十` : hundreds && ones ? '零' : '';
  return `${head}${ten}${ones ? DIGITS[ones] : ''}`;
}

/** A number written as another numeral is: in Chinese, in a circle, or in digits. */
export function numeralLike(model: string, value: number): string {
  if (/[①-⑳]/.test(model)) return value <= 20 ? String.fromCharCode(0x245f + value) : `(${value})`;
  return /\d/.test(model) ? String(value) : chineseNumeral(value);
}

/** A whole number in one of the forms: 3 as 第三章, （三） or ③. */
export function writeNumber(form: Form, value: number): string {
  return form.replace(/[一1①]/, (numeral) => numeralLike(numeral, value));
}
