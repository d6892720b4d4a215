import table from '../../../lexicon/units.json' with { type: 'json' };

interface Unit {
  readonly unit: string;
  readonly dimension: string;
  readonly factor: number;
}

const MULTIPLES: readonly (readonly [string, number])[] = [
  ['万亿', 1e12],
  ['千亿', 1e11],
  ['百亿', 1e10],
  ['亿', 1e8],
  ['千万', 1e7],
  ['百万', 1e6],
  ['十万', 1e5],
  ['万', 1e4],
  ['千', 1e3],
];

const byName = new Map<string, Unit>();
for (const unit of table.units as readonly (Unit & { aliases?: readonly string[] })[])
  for (const name of [unit.unit, ...(unit.aliases ?? [])]) byName.set(name, unit);

const longest = Math.max(...[...byName.keys()].map((name) => name.length));
/** 每千人口, /10万, /千人: what a figure is counted per. */
const PER =
  /^\/(?:每)?(10万|十万|百万|万|千|百)?(?:名)?((?:常住|户籍)?人口|人|户|年|天|日|月|亩|公顷|平方公里|立方米|亿元|万元|元|例|床)?/;

function plain(text: string, at: number): { name: string; length: number } | undefined {
  for (let length = Math.min(longest, text.length - at); length > 0; length--) {
    const name = text.slice(at, at + length);
    if (byName.has(name)) return { name, length };
  }
  return undefined;
}

/**
 * The unit written at an offset of a folded text: its name (`万人`, `名/10万人` as `人/10万`, '' for none) and how many
 * characters it takes.
 */
export function unitAt(text: string, at: number): { unit: string; length: number } {
  const whole = plain(text, at);
  let found = whole && { unit: canonical(whole.name), length: whole.length };
  for (const [word] of MULTIPLES) {
    if (!text.startsWith(word, at)) continue;
    const rest = plain(text, at + word.length);
    const length = word.length + (rest?.length ?? 0);
    if (!found || length > found.length) found = { unit: word + (rest ? canonical(rest.name) : ''), length };
    break;
  }
  if (!found) return { unit: '', length: 0 };
  const per = PER.exec(text.slice(at + found.length, at + found.length + 12));
  if (per && (per[1] || per[2]) && dimensionOf(found.unit) !== 'share') {
    const base = `${(per[1] ?? '').replace('十万', '10万')}${(per[2] ?? '').replace(/^(?:常住|户籍)?人口$/, '人')}`;
    return { unit: `${found.unit}/${base.replace(/([万千百])人$/, '$1')}`, length: found.length + per[0].length };
  }
  return found;
}

function canonical(name: string): string {
  return byName.get(name)?.unit ?? name;
}

/** The unit that a bracket or a 单位 cell holds, or undefined where the text is no unit. */
export function readUnit(folded: string): string | undefined {
  const text = folded.replace(/^单位:?/, '');
  if (!text) return undefined;
  const per = /^(?:每)?(?:1\/)(10万|十万|万|千|百)(?:人)?$/.exec(text);
  if (per) return unitAt(`/${per[1]}`, 0).unit || undefined;
  const { unit, length } = unitAt(text, 0);
  // 元/人·年, 平方米/生: counted per something that no list holds.
  if (length && /^[/·].{1,6}$/.test(text.slice(length))) return text;
  return length === text.length ? unit : undefined;
}

interface Measure {
  readonly dimension: string;
  readonly factor: number;
}

function measureOf(unit: string): Measure | undefined {
  const whole = byName.get(unit);
  if (whole) return whole;
  const [head = '', per] = unit.startsWith('/') ? [unit] : unit.split('/');
  const known = byName.get(head);
  let measure: Measure | undefined = known;
  if (!measure)
    for (const [word, factor] of MULTIPLES)
      if (head.startsWith(word)) {
        const rest = head.slice(word.length);
        const base = rest ? byName.get(rest) : { dimension: 'number', factor: 1 };
        measure = base && { dimension: base.dimension, factor: base.factor * factor };
        break;
      }
  return measure && per !== undefined ? { dimension: `${measure.dimension}/${per}`, factor: measure.factor } : measure;
}

/** A unit without the multiple that it counts in: 人 of 万人. */
export function stemOf(unit: string): string {
  return unit.replace(/^(?:万亿|[千百十]?[亿万]|[千百])/, '');
}

/** share, count, people, money … ; '' for no unit and for an unknown one. */
export function dimensionOf(unit: string): string {
  return measureOf(unit)?.dimension ?? '';
}

/** What one of the unit is worth in the base of its dimension; 1 for no unit and for an unknown one. */
export function factorOf(unit: string): number {
  return measureOf(unit)?.factor ?? 1;
}
