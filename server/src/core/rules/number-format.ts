import { type Body, HAN } from '../body.ts';
import type { Rule } from '../rule.ts';
import { byPlace, type Slip, tell } from '../slips.ts';

/** ２０２５, ９５．６, １２,０００ and 9５ */
const WIDE_DIGITS = /\d*[０-９][０-９\d]*(?:[．.，,][０-９\d]+)*/g;
const WIDE_POINT = /(?<=\d)．(?=\d)/g;
/** 95. 6% and 95 .6%; not the number of a list's item, which stands at a line's start. */
const SPLIT_DECIMAL = new RegExp(
  `(?<=[${HAN}≥≤><≈＞＜~～—-])(\\d{1,6})(?:\\.[ \\u00a0]+|[ \\u00a0]+\\.[ \\u00a0]*)(\\d{1,4})(?=[%‰％${HAN}])`,
  'g',
);
/** 20 25年 */
const SPLIT_YEAR = /(?<![\d.,/])((?:19|20)\d[ \u00a0]\d|(?:19|20)[ \u00a0]\d{2}|[12][ \u00a0](?:9|0)\d{2})(?=年)/g;
/** 二○二五年, 二O二五年, 二0二五年: only 〇 stands in a year of Chinese numerals. */
const CIRCLE_YEAR = /(?<=[一二三四五六七八九〇○OＯ0０])[○OＯ0０]|[○OＯ0０](?=[一二三四五六七八九])/g;
const CIRCLE_YEARS = /(?<![\dA-Za-z])[一二][〇○OＯ0０一二三四五六七八九]{3}(?=年)/g;
/** 5O个, 1l家: a letter for a figure. */
const LETTER = /(?<![\w.])\d[\d.]*[OoIl]\d*(?=%|‰|％|个|年|人|名|张|家|所|岁|万|亿|项|米|公里|平方)/g;

const NARROW = (text: string) =>
  text.replace(/[０-９．，]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));

/** Full-width figures, two percent signs, a number torn apart. */
export const numberFormat: Rule = {
  id: 'number-format',
  category: 'text',
  severity: 'information',
  summary: '数字的写法不规范：全角数字，％与%混用，数字中间夹着空格。',
  *check({ bodies: all }) {
    yield* tell(
      all.flatMap((body) => [...wide(body)].sort(byPlace)),
      '改为半角数字',
      (count) => `全角数字共${count}处，不逐一列出：数字用半角，可一次全部改正`,
    );
    yield* tell(
      all.flatMap((body) => [...torn(body)].sort(byPlace)),
      '改正数字',
      (count) => `写坏的数字共${count}处，不逐一列出：数字中间夹着空格，或者混进了字母、圆圈`,
    );
    yield* percentSigns(all);
  },
};

function* wide({ source, own }: Body): Generator<Slip> {
  if (!/[０-９．]/.test(own)) return;
  for (const pattern of [WIDE_DIGITS, WIDE_POINT])
    for (const { 0: text, index } of own.matchAll(pattern)) {
      const span = { source, start: index, end: index + text.length };
      const newText = NARROW(text);
      yield { span, message: `全角的“${text}”应为半角“${newText}”`, newText };
    }
}

function* torn({ source, own }: Body): Generator<Slip> {
  const slip = (index: number, text: string, newText: string, why: string): Slip => ({
    span: { source, start: index, end: index + text.length },
    message: `“${text}”${why}，应为“${newText}”`,
    newText,
  });
  for (const { 0: text, 1: whole = '', 2: part = '', index } of own.matchAll(SPLIT_DECIMAL))
    yield slip(index, text, `${whole}.${part}`, '中间夹着空格');
  for (const { 0: text, index } of own.matchAll(SPLIT_YEAR))
    yield slip(index, text, text.replace(/\s/, ''), '中间夹着空格');
  for (const { 0: text, index } of own.matchAll(CIRCLE_YEARS)) {
    const newText = text.replace(CIRCLE_YEAR, '〇');
    if (newText !== text) yield slip(index, text, newText, '里的圆圈不是“〇”');
  }
  for (const { 0: text, index } of own.matchAll(LETTER)) {
    const newText = text.replace(/[Oo]/g, '0').replace(/[Il]/g, '1');
    yield slip(index, text, newText, '混进了字母');
  }
}

/** Where both signs are in use, the rarer is the slip; ％ where they are as many. */
function* percentSigns(all: readonly Body[]) {
  const places = (sign: string) =>
    all.flatMap(({ source, own }) => [...own.matchAll(new RegExp(sign, 'g'))].map(({ index }) => ({ source, index })));
  const wideOnes = places('％');
  if (!wideOnes.length) return;
  const narrowOnes = places('%');
  if (!narrowOnes.length) return;
  const [odd, rare, usual] = wideOnes.length <= narrowOnes.length ? [wideOnes, '％', '%'] : [narrowOnes, '%', '％'];
  const slips = odd.map(({ source, index }) => ({
    span: { source, start: index, end: index + 1 },
    message: `百分号“${rare}”与别处的“${usual}”不一致`,
    newText: usual,
  }));
  yield* tell(slips, `改为“${usual}”`, (count) => `百分号“${rare}”共${count}处，与别处的“${usual}”不一致`);
}
