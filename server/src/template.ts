/** What a user says of a plan that is to be written. */
export interface Answers {
  /** The file name of a template, without `.md`: 章节体 or 公文体. */
  readonly form: string;
  /** The place, in full: 青河市. */
  readonly place: string;
  readonly level: Level;
  /** What the plan is for: 卫生健康. */
  readonly field: string;
  readonly period: Period;
}

export const levels = ['国家', '省', '市', '县'] as const;
export type Level = (typeof levels)[number];

/** A five-year period: its name (十五五) and its first year. */
export interface Period {
  readonly name: string;
  readonly from: number;
}

export const periods: readonly Period[] = [
  { name: '十四五', from: 2021 },
  { name: '十五五', from: 2026 },
  { name: '十六五', from: 2031 },
];

/** The draft that a template gives. `titles` are titles by field, with blanks like the template's; a field that is not there gets a plain one. */
export function fillIn(template: string, titles: Readonly<Record<string, string>>, answers: Answers): string {
  const { place, level, field, period } = answers;
  const blanks: Readonly<Record<string, string>> = {
    地区: place,
    层级: level,
    全域: wholeOf(place, level),
    领域: field,
    五年: period.name,
    五年序数: period.name.replace(/五$/, ''),
    首年: `${period.from}`,
    末年: `${period.from + 4}`,
    基期年: `${period.from - 1}`,
  };
  const fill = (text: string) => text.replace(/\{\{(.+?)\}\}/g, (blank, name) => blanks[name] ?? blank);
  return fill(template.replaceAll('{{标题}}', titles[field] ?? '{{地区}}“{{五年}}”{{领域}}发展规划'));
}

/** The level that a place's name tells of. */
export function levelOf(place: string): Level {
  if (/^(全国|国家|中国)$/.test(place)) return '国家';
  if (/(省|自治区)$|^(北京|上海|天津|重庆)市$/.test(place)) return '省';
  return /[县区旗]$/.test(place) ? '县' : '市';
}

/** How a plan calls the whole of its place: 全市. */
function wholeOf(place: string, level: Level): string {
  if (level === '国家') return '全国';
  return `全${/[省市县区州盟旗]$/.exec(place)?.[0] ?? level}`;
}
