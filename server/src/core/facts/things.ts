import type { Mention } from '../model.ts';
import { dimensionOf } from '../quantity/units.ts';
import type { Subject } from './groups.ts';
import type { Lead } from './lead.ts';
import { normalize, withoutLead } from './naming.ts';

const BUILD =
  /(?:建设|建成|新建|新增|改建|改扩建|扩建|建立|设立|设置|配置|配备|配齐|打造|培育|培养|引进|创建|争创|建好|布局|规划|支持|完成|认定|遴选|组建|拥有|现有|共有|培训|选派|选树|实施|举办|开展|评选|命名|至少|不少于|有)+$/;

/** Verbs that tell some things apart from all there are: 新建6个, 改造8个 and 达到30个 do not speak of the same ones. */
const ACT = /新建|增设|增配|改扩建|扩建|改建|迁建|改造|升级|引进|培训|选派|招聘|更新|购置|累计/;
const FIRST_VERB = new RegExp(
  `^(.*?)(?:(?:${ACT.source}|新增|增加|建设|建成|设立|设置|配置|配备|打造|创建|争创|组建|培养|培育)(?:和|及|、)?)+`,
);

/** What stands before a verb and says whose things are counted, not how or why they come to be. */
const WHOSE = /^每|[省市县区州盟旗镇乡村院校所站]$|中心$|街道$|机构$/;

/** A counted thing: the key under which mentions of it meet, and whose it is. */
export interface Thing {
  readonly key: string;
  readonly scope: string;
}

/** 石桥县|建设|名老中医传承工作室2—3个: the thing counted, told apart by place and by what is done to it. */
export function countable({ text, attains }: Subject, value: Mention['value']): Thing | undefined {
  const unit = value.kind === 'amount' ? value.quantity.unit : value.kind === 'range' ? value.low.unit : '';
  if (!counts(unit)) return undefined;
  const [verb = '', whose = ''] = FIRST_VERB.exec(text) ?? [];
  const key = thingKey(text.slice(verb.length), verb || (attains ? '累计' : ''));
  return key.indexOf('|') >= 4 ? { key, scope: WHOSE.test(whose) ? whoseName(whose) : '' } : undefined;
}

/** The name under which mentions of a counted thing meet: the thing, a bar, and what tells these apart from others. */
export function thingKey(thing: string, verbs: string): string {
  const plain = normalize(thing.replace(/的?基础上$/, '')).replace(
    /^(?:以上|左右)?(?:[共实]有|.{0,4}[现原已]有)?(?:高水平|高标准|高质量|标准化|现代化|市级以上)?的?/,
    '',
  );
  return `${plain}|${ACT.exec(verbs)?.[0] ?? ''}`;
}

/** 每个县配置: whose things are counted. 各 and 每个 say the same. */
export function scopeOf({ subject }: Lead): string {
  return whoseName(normalize(withoutLead(subject)).replace(BUILD, ''));
}

function whoseName(text: string): string {
  return normalize(withoutLead(text))
    .replace(/^.{0,6}现$/, '')
    .replace(/^支持|(?:五年)?(?:累计|总共|共计|合计|共|拟)$/g, '')
    .replace(/^各(?:个|地)?/, '每');
}

/** Whether a unit counts things or people. */
export function counts(unit: string): boolean {
  return /^(?:count|person)$/.test(dimensionOf(unit));
}
