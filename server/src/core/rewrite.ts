import { fold } from './fold.ts';
import type { Bound, Quantity, Span, Value } from './model.ts';
import { chineseNumeral } from './numbering.ts';
import { chineseNumber } from './quantity/numerals.ts';
import { dimensionOf, factorOf } from './quantity/units.ts';
import type { Edit } from './rule.ts';

type Range = Extract<Value, { kind: 'range' }>;

/** Why a place cannot be made to state another value for certain, in Chinese. */
export type Reason = string;

const NUMBER = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?/;
const BOTH_ENDS =
  /^((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)([^\d,.]{0,8}?\s*(?:-{1,2}|—{1,2}|~|至|到)\s*)(\d+(?:\.\d+)?)/;
const SPELLED_OUT = '此处的数用汉字写成';
const SPELLED = /^[一二三四五六七八九十百千两]+(?!分之)/;

/** A part of the text at a quantity, folded: as long as what is written there. */
function textAt({ source, start, end }: Span): string {
  return fold(source.text.slice(start, end));
}

function part(span: Span, from: number, to: number): Span {
  return { source: span.source, start: span.start + from, end: span.start + to };
}

/** Both ends of a range made those of another. */
export function rewriteRange({ low, high }: Range, model: Range): readonly Edit[] | Reason {
  const [, first = '', middle = '', second = ''] = BOTH_ENDS.exec(textAt(low.core)) ?? [];
  if (!reads(first, low) || !reads(second, high)) return '读不准区间的两端';
  if (low.unit && model.low.unit && low.unit !== model.low.unit) return '两处的单位不同';
  const at = first.length + middle.length;
  return [
    { span: part(low.core, 0, first.length), newText: inStyleOf(first, digitsOf(model.low), model.low) },
    { span: part(high.core, at, at + second.length), newText: inStyleOf(second, digitsOf(model.high), model.high) },
  ];
}

/** A quantity made to say what another says: its digits change, its bound words, unit, scale and style of numbers stay. */
export function rewriteQuantity(place: Quantity, model: Quantity): readonly Edit[] | Reason {
  const text = textAt(place.core);
  const written = (NUMBER.exec(text) ?? SPELLED.exec(text))?.[0] ?? '';
  if (!reads(written, place)) return /^\d/.test(text) ? '读不准数字的写法' : SPELLED_OUT;
  if (place.amount < 0 !== model.amount < 0) return '两处的正负号不同';
  const unit = unitFor(place, model, text.slice(written.length));
  if ('reason' in unit) return unit.reason;
  const digits = shifted(digitsOf(model), unit.shift);
  const number = SPELLED.test(written) ? spelled(Number(digits)) : inStyleOf(written, digits, model);
  if (number === undefined) return SPELLED_OUT;
  const bound = boundFor(place, model);
  if (bound === undefined) return '两处的界限方向相反';
  const { length } = unit.newText === undefined ? written : text;
  return [...bound, { span: part(place.core, 0, length), newText: number + (unit.newText ?? '') }];
}

/** Whether the digits alone are the number that was read: none of it stands between marks or spaces. */
function reads(written: string, { amount }: Quantity): boolean {
  return (chineseNumber(written) ?? Number(written.replaceAll(',', '') || Number.NaN)) === Math.abs(amount);
}

/** The digits of a number, with as many decimals as it was written with. */
function digitsOf({ amount, step }: Quantity): string {
  return Math.abs(amount).toFixed(Math.max(0, Math.round(-Math.log10(step))));
}

/** Digits with or without separators of thousands, as the place writes them; as the model does where the place does not tell. */
function inStyleOf(written: string, digits: string, model: Quantity): string {
  const tells = written.replace(/\..*/, '').length > 3;
  const separated = (tells ? written : textAt(model.core)).includes(',');
  return separated ? digits.replace(/\B(?=(?:\d{3})+(?!\d))(?<!\.\d*)/g, ',') : digits;
}

/** A count in Chinese numerals as it stands before a measure word. */
function spelled(value: number): string | undefined {
  if (!Number.isInteger(value) || value < 1 || value > 99) return undefined;
  return value === 2 ? '两' : chineseNumeral(value);
}

/** The decimal point moved to the right by so many places. */
function shifted(digits: string, places: number): string {
  if (places === 0) return digits;
  const [whole = '', fraction = ''] = digits.split('.');
  const all = `${'0'.repeat(Math.max(0, -places))}${whole}${fraction}${'0'.repeat(Math.max(0, places))}`;
  const point = Math.max(0, -places) + whole.length + places;
  const rest = all.slice(point).replace(/0+$/, '');
  return `${all.slice(0, point).replace(/^0+(?=\d)/, '')}${rest && `.${rest}`}`;
}

/** How far the decimal point moves for the place's own unit, or the unit that takes its place. */
function unitFor(
  place: Quantity,
  model: Quantity,
  written: string,
): { readonly shift: number; readonly newText?: string } | { readonly reason: Reason } {
  if (!place.unit || !model.unit || place.unit === model.unit) return { shift: 0 };
  if (dimensionOf(place.unit) !== dimensionOf(model.unit)) return { reason: '两处的单位不同' };
  if (place.amount === model.amount) {
    // 2.9% for 2.9‰: the unit alone was mistyped.
    return written.trim() ? { shift: 0, newText: unitText(model) } : { reason: '两处的单位不同，单位写在表头或名称里' };
  }
  const scale = factorOf(model.unit) / factorOf(place.unit);
  const ratio = place.amount / (model.amount * scale);
  const shift = Math.round(Math.log10(scale));
  // 亩 and 公顷 are no power of ten apart; an amount far off may as well bear the wrong unit.
  const certain = Math.abs(scale / 10 ** shift - 1) < 1e-9 && ratio > 0.4 && ratio < 2.5;
  return certain ? { shift } : { reason: '两处的单位不同' };
}

/** A unit as it stands behind its number, or as the table's head names it. */
function unitText({ core, unit }: Quantity): string {
  const text = textAt(core);
  return text.slice(NUMBER.exec(text)?.[0].length ?? text.length).trim() || unit;
}

const UP = new Set<Bound>(['≥', '>']);
const DOWN = new Set<Bound>(['≤', '<']);

/** Nothing to edit where the bounds do not oppose each other; undefined where words would have to be turned. */
function boundFor({ bound, span, core }: Quantity, model: Quantity): Edit[] | undefined {
  const opposed = (UP.has(bound) && DOWN.has(model.bound)) || (DOWN.has(bound) && UP.has(model.bound));
  if (!opposed) return [];
  const mark = { ...span, end: core.start };
  return /^[≤≥<>]$/.test(textAt(mark)) ? [{ span: mark, newText: model.bound }] : undefined;
}
