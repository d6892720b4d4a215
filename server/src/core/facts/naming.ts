import { fold } from '../fold.ts';

/** Words in brackets that belong to an official name whether written or not: 执业（助理）医师, 乡（镇、街道）. */
const OPTIONAL_BRACKET =
  /\((?:[助理士师兼专岁类含病区站所室院]{1,2}|[省市县区旗州乡镇村街道社居委会、/]+|[及以]+上|试行)\)/g;
const QUOTES = /[“”‘’"'《》「」]/g;
/** The same thing written otherwise, each rewritten to one form; order matters. */
const VARIANTS: readonly (readonly [RegExp, string])[] = [
  [/每?(?:千|1000)(?:名)?(?:常住|户籍)?人口?(?=[^均次])/g, '每千人口'],
  [/每?(?:10万|十万)(?:名)?(?:常住|户籍)?人口?(?=[^均次])/g, '每10万人口'],
  [/每万(?:名)?(?:常住|户籍)?人口?(?=[^均次])/g, '每万人口'],
  [/期望寿命/g, '预期寿命'],
  [/(?:及|\(?含\)?)(?=以[上下])/g, ''],
  [/周岁/g, '岁'],
  [/[—~至](?=\d+岁)/g, '-'],
  [/以[^,。以]{1,8}为单位/g, ''],
  [/独立设置|单独设置|设立|设置|开设|设有/g, '设'],
  [/综合性医院/g, '综合医院'],
  [/中医医院/g, '中医院'],
  [/(国家|[省市县])级/g, '$1'],
  [/医疗机构(?=床位)/g, '医疗卫生机构'],
  [/比率|占比|比重/g, '比例'],
  [/拥有|所有|的/g, ''],
  [/每个/g, '每'],
];
/** Words for the whole of a plan's own place, by its level. 全省 in a city's plan is another place. */
const WHOLE: Readonly<Record<string, RegExp>> = {
  国家: /^(?:全国|我国)的?/,
  省: /^(?:[全我本][省区]|全域|全自治区)的?/,
  市: /^(?:[全我本][市州盟]|全域|市域)的?/,
  县: /^(?:[全我本][县区市旗]|全域)的?/,
};
const ANY_LOWER = /^(?:[全我本][市县区州旗]|全域)的?/;

/** Whose name it is: the plan's level and place, which need not be said. */
export interface Home {
  readonly level?: string | undefined;
  readonly place?: string | undefined;
}

/** A name without what does not change whom it means. */
export function normalize(name: string, { level = '', place = '' }: Home = {}): string {
  let text = fold(name)
    .replace(QUOTES, '')
    .replace(OPTIONAL_BRACKET, '')
    .replace(/[*·\s]/g, '');
  text = text.replace(WHOLE[level] ?? ANY_LOWER, '');
  if (place && text.startsWith(place)) text = text.slice(place.length);
  for (const [variant, one] of VARIANTS) text = text.replace(variant, one);
  return text.replace(/(?:人数|总数|数量|总量|数)$/, '');
}

const LEADING =
  /^(?:其中|并且|以及|并|且|将|把|使|让|对|实现|确保|保证|保障|力争|争取|努力|推动|促进|推进|带动|保持|维持|巩固|稳定|提升|提高|降低|切实|全面|逐步|进一步|持续|不断|基本|大力|有效|着力|继续|稳步|加快|同时|此外|另外|目前|当前|其|重点|主要|全部|到期末|期末|规划期末|预计|约|已经|已|要|应|须)/;

/** A subject without the verbs and adverbs that officials put in front of it; nothing of a known name is taken off. */
export function withoutLead(text: string, knows: (name: string) => boolean = () => false): string {
  let rest = text;
  for (
    let match = LEADING.exec(rest);
    match && match[0].length < rest.length && !knows(rest);
    match = LEADING.exec(rest)
  )
    rest = rest.slice(match[0].length);
  return rest;
}

const MEASURED =
  /(?:率|比例|寿命|指数|水平|规模|收入|支出|产值|增加值|总值|总额|总量|面积|强度|密度|浓度|系数|年限|住院日|经费|标准|距离|里程|产量|能力|数|量|人口|床位|医师|护士|药师|托位|人员|费用|价格|贡献度|素养|满意度|增速|次数|投资|资产|存量|个数|人次)$/;

/** Whether an unknown name ends as the names of measured things do. */
export function soundsMeasured(name: string): boolean {
  return MEASURED.test(name);
}
