import { place } from '../clean.ts';
import type { Quantity, Trend, Value, Written } from '../model.ts';
import { type Amount, scanAmounts } from './scan.ts';

const NONE = /^(?:[-—/－]|—{2,3}|无|\/)?$/;
/** Words that promise a movement nobody can measure. */
const VAGUE = /持续|总体|稳定|改善|逐步|逐年|进一步|稳步|明显|显著|不断|稳中|平稳|有所|大幅|合理|优化/;
const BACKWARDS = /^(\d+(?:\.\d+)?)(%|‰|[^\d\s≥≤<>]{0,4})([≥≤<>])$/;
const LETTERS = /^[≥≤<>]?[\doOlI]+(?:\.[\doOlI]+)?(?:%|‰|\p{Script=Han}{0,4})$/u;
const RELATIVE = /(提高|提升|增长|增加|上升|扩大|降低|下降|减少|压减|缩短)(?:到|至|为)?/;
const FALLS = /降低|下降|减少|压减|缩短/;
/** What a cell may say beside its one number without changing what the number is. */
const PLAIN_REST =
  /^(?:达到|达|为|力争|控制在|保持在|稳定在|提高到|降低到|下降到|降到|降至|增加到|增至|到|20\d\d年|[,;。()*]|预计|目标|左右|年均)*$/;

/** A quantity of a cleaned text as the model has it. */
export function quantityOf(written: Written, amount: Amount, unit = amount.unit): Quantity {
  return {
    value: written.text.slice(amount.from, amount.to),
    span: place(written, amount.from, amount.to),
    core: place(written, amount.start, amount.end),
    amount: amount.amount,
    step: amount.step,
    unit,
    bound: amount.bound,
  };
}

/** Both ends of a range. */
export function rangeOf(written: Written, amount: Amount): Extract<Value, { kind: 'range' }> | undefined {
  if (!amount.high) return undefined;
  const low = { ...quantityOf(written, amount), bound: '=' as const };
  return { kind: 'range', low, high: { ...low, amount: amount.high.amount, step: amount.high.step } };
}

/** `每年降低0.5个百分点`, `在2020年基础上增长10%左右`, `同比例提高`; undefined where the text states no movement. */
export function relativeOf(written: Written): Extract<Value, { kind: 'relative' }> | undefined {
  const { text } = written;
  const verb = RELATIVE.exec(text);
  if (!verb || /(?:到|至|为)$/.test(verb[0])) return undefined;
  const trend: Trend = FALLS.test(verb[0]) ? 'down' : 'up';
  const amount = scanAmounts(text).find(({ start }) => start >= verb.index);
  const yearly = /每年|年均|逐年/.test(text);
  if (amount) return { kind: 'relative', trend, yearly, by: quantityOf(written, amount) };
  return /同比例|同步|相应/.test(text) ? { kind: 'relative', trend, yearly } : undefined;
}

/** What a table cell states. Takes the cell cleaned; never fails. */
export function readValue(cell: Written): Value {
  const { text } = cell;
  if (NONE.test(text)) return { kind: 'none' };
  if (/^-{2,}$/.test(text)) return { kind: 'unreadable', reason: '空缺请写作“—”', repaired: '—' };
  const back = BACKWARDS.exec(text);
  if (back) return { kind: 'unreadable', reason: '界限符号写在了数字后面', repaired: `${back[3]}${back[1]}${back[2]}` };
  if (/\d/.test(text) && /[oOlI]/.test(text) && LETTERS.test(text)) {
    const repaired = text.replace(/[oO]/g, '0').replace(/[lI]/g, '1');
    return { kind: 'unreadable', reason: '数字中混有字母', repaired };
  }
  if (/^\d+。\d+[%‰]?$/.test(text))
    return { kind: 'unreadable', reason: '的小数点写成了句号', repaired: text.replace('。', '.') };
  if (/约束性|预期性/.test(text)) return { kind: 'unreadable', reason: '是指标性质，不是数值' };
  if (/^\d+ \d+$|\d\.\.\d|^\d{1,2},\d{1,2}$|\d\.\d+\.\d|[≥≤<>]{2}|[≥≤<>]$|%%|‰‰|\d\s*[≥≤<>]\s*\d|[%‰][%‰]/.test(text))
    return { kind: 'unreadable', reason: '无法读出数值' };
  const ratio = /^(?:1|\d+(?:\.\d+)?):\d+(?:\.\d+)?(?::\d+(?:\.\d+)?)*$/.exec(text);
  if (ratio) {
    const [left = 0, right = 0] = text.split(':').map(Number);
    return { kind: 'ratio', left, right };
  }
  const relative = relativeOf(cell);
  if (relative) return relative;
  // 〔18〕 is the national outlines' sign for a total over five years, not a value of the target year.
  if (/^\[.*\]$/.test(text) || !/[\d零一二三四五六七八九十百]/.test(text))
    return { kind: 'state', assessable: !VAGUE.test(text) };
  const amounts = scanAmounts(text);
  const [only] = amounts;
  if (!only) return { kind: 'state', assessable: !VAGUE.test(text) };
  const rest = amounts.reduceRight((left, { from, to }) => left.slice(0, from) + left.slice(to), text);
  if (amounts.length > 1) return { kind: 'several', quantities: amounts.map((amount) => quantityOf(cell, amount)) };
  if (!PLAIN_REST.test(rest)) return { kind: 'several', quantities: [quantityOf(cell, only)] };
  const range = rangeOf(cell, only);
  if (range) return range;
  return { kind: 'amount', quantity: quantityOf(cell, only) };
}
