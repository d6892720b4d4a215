import type { Mention } from '../model.ts';
import { dimensionOf } from '../quantity/units.ts';
import type { Lead } from './lead.ts';
import { normalize, withoutLead } from './naming.ts';

const BUILD =
  /(?:建设|建成|新建|新增|改建|改扩建|扩建|建立|设立|设置|配置|配备|配齐|打造|培育|培养|引进|创建|争创|建好|布局|规划|支持|完成|认定|遴选|组建|拥有|现有|共有|培训|选派|选树|实施|举办|开展|评选|命名|至少|不少于|有)+$/;

/** 建设名老中医传承工作室2—3个: the thing counted. */
export function countable(subject: string, value: Mention['value']): string | undefined {
  const unit = value.kind === 'amount' ? value.quantity.unit : value.kind === 'range' ? value.low.unit : '';
  if (!counts(unit)) return undefined;
  const thing = thingKey(
    subject.replace(/^.*?(?:建设|建成|新建|新增|设立|设置|配置|配备|打造|培育|培养|引进|创建|争创|组建)/, ''),
  );
  return thing.length >= 4 ? `${thing}|` : undefined;
}

/** The name under which mentions of a counted thing meet. */
export function thingKey(thing: string): string {
  return normalize(thing).replace(/^(?:以上|左右)?(?:高水平|高标准|高质量|标准化|现代化|市级以上)?的?/, '');
}

/** 每个县配置: whose things are counted. 各 and 每个 say the same. */
export function scopeOf({ subject }: Lead): string {
  return normalize(withoutLead(subject))
    .replace(BUILD, '')
    .replace(/^支持/, '')
    .replace(/^各(?:个|地)?/, '每');
}

/** Whether a unit counts things or people. */
export function counts(unit: string): boolean {
  return /^(?:count|person)$/.test(dimensionOf(unit));
}
