import type { Trend } from '../model.ts';
import { yearsOfPlan } from '../period.ts';
import { chineseNumber } from '../quantity/numerals.ts';

/** What stands between a clause's start and its number, taken apart: 居民健康素养水平 | 分别 | 提高到 | 2025年. */
export interface Lead {
  readonly subject: string;
  /** The subject's place within the lead. */
  readonly at: number;
  /** 从 or 由: the first value of a change. */
  readonly from: boolean;
  /** 提高 without 到: the number is a change, not a value. */
  readonly change?: Trend;
  /** 新增: the change, unless what is new is named behind the number. */
  readonly gain?: true;
  /** Which way the verb goes: 提高到, 降至, 增长. */
  readonly trend?: Trend;
  /** 比2020年提高: the year that the change is counted from. */
  readonly since?: number;
  /** 比2015年的: the year of the number that follows, with which another is compared. */
  readonly against?: number;
  readonly yearly: boolean;
  /** 累计: the sum of several years. */
  readonly total: boolean;
  readonly verb: boolean;
  /** 均 or 都: every member of the subject. */
  readonly each: boolean;
}

const TIME =
  /^(?:(?:力争|争取|确保|预计|计划)?(?:到|至|截至|截止|截止到|在|以)?(?:(?:(?:19|20)\d\d年?[-—~至])?(?:19|20)\d\d年|[“"]?十[一二三四五六]五[”"]?(?:时期|期间|期末|末)?|规划期末|期末|本世纪中叶)(?:底|末|前|初|全年|内)?(?:,|:)?)/;
const YEAR_TAIL = /(?:(?:19|20)\d\d年)(?:底|末)?的?$/;
const REACH =
  /(?:(?:提高|提升|增加|增长|上升|扩大|延长|拓展|发展|降低|下降|减少|压减|压缩|缩短|控制|稳定|保持|维持|巩固|缩小|调整|达|增|升|降|减|缩)(?:到了?|至|为|在)|达到了?|达成|达|实现|完成|突破|超过|保持|维持|稳定|控制|为|是|有|占|居|至|到|:|,)$/;
const MODE =
  /(?:分别|均|都|各|总体|基本|力争|争取|已经|已|将|要|应|须|可|能|仅|只|共|总共|合计|累计|约|高|全面|平均值|平均|整体|持续|逐步|进一步|努力|预期|预计|计划|初步|全部|至少|不少于|不低于|左右|再|也|就|才|且)$/;
const CHANGE =
  /(提高|提升|净?增加|净增|增长|上升|扩大|延长|增幅|增速|涨幅|增长率|多|高|降低|下降|净?减少|净减|压减|缩短|缩小|降幅|少|低)(?:了|达到?|为)?$/;
const FILLER = '(?:[三四五两]年(?:来|间|内)?|期间|累计|共|总共?|合计|年均|平均)*';
/** 新增 says how far only where nothing but a time is named before it. */
const GAIN = new RegExp(`(?<=^${FILLER}(?:[比较](?:19|20)\\d\\d年(?:底|末)?)?)新增(?:了|加)?$`);
/** 年均|增速达到: how far, told as a noun. */
const PACE = new RegExp(
  `(?<=^${FILLER})(增幅|增速|涨幅|升幅|增长率|增长幅度|降幅|下降幅度|下降率)(?:达到了?|达|为|约)?$`,
);
const FALL = /^(?:降|下降|净?减|压|缩|少|低)/;
const RISE = /^(?:提|增|上升|升|扩大|延长|拓展|涨|多|高)/;
const AGAINST = /(?:比|较|与|同)((?:19|20)\d\d)年(?:底|末)?的$/;
const SINCE =
  /(?:比|较|与|同|在)(?:((?:19|20)\d\d)年(?:底|末)?(?:相比|的?基础上)?|[“"]?十([一二三四五六])五[”"]?(?:期?末(?:相比|的?基础上)?|的?基础上))$/;

/** 比2020年, 在“十三五”末的基础上 */
function sinceOf([, year, ordinal]: RegExpExecArray): number | undefined {
  return year ? Number(year) : yearsOfPlan(chineseNumber(`十${ordinal}`) ?? 0)?.to;
}

/** Takes a lead apart from its end; what remains in front is the subject. */
export function readLead(lead: string): Lead {
  const time = TIME.exec(lead)?.[0].length ?? 0;
  let end = lead.length;
  let from = false;
  let verb = false;
  let each = false;
  let yearly = false;
  let change: Trend | undefined;
  let trend: Trend | undefined;
  let since: number | undefined;
  let against: number | undefined;
  let gain: true | undefined;
  for (let more = true; more && end > time; ) {
    const text = lead.slice(time, end);
    const other = end === lead.length ? AGAINST.exec(text) : null;
    const counted = SINCE.exec(text);
    const year = counted || other ? null : YEAR_TAIL.exec(text);
    const start = /[从由]$/.exec(text);
    const pace = /(?:每年|年均|逐年|比上年|平均每年)$/.exec(text);
    const gained = verb || from ? null : GAIN.exec(text);
    const moved = verb || from ? null : (PACE.exec(text) ?? CHANGE.exec(text));
    const noun = moved && PACE.test(text) ? moved : null;
    const tail =
      other ?? counted ?? year ?? start ?? pace ?? gained ?? noun ?? REACH.exec(text) ?? moved ?? MODE.exec(text);
    more = !!tail;
    if (!tail) break;
    if (other) against = Number(other[1]);
    else if (counted) since ??= sinceOf(counted);
    else if (gained) [gain, change] = [true, 'up'];
    else if (start) from = true;
    else if (pace) yearly = true;
    else if (moved && tail === moved) change = FALL.test(moved[1] ?? '') ? 'down' : 'up';
    else if (!year && REACH.test(text)) {
      verb = true;
      trend ??= FALL.test(tail[0]) ? 'down' : RISE.test(tail[0]) ? 'up' : undefined;
    }
    if (/^(?:均|都|分别|各)$/.test(tail[0])) each = true;
    end -= tail[0].length;
  }
  const raw = lead.slice(time, end);
  const skip = /^[、,;:和及与]+/.exec(raw)?.[0].length ?? 0;
  const subject = raw.slice(skip).replace(/(?:的|在)$/, '');
  trend ??= change;
  return {
    subject,
    at: time + skip,
    from,
    verb,
    each,
    yearly,
    total: /累计|[三四五]年共/.test(lead),
    ...(change && { change }),
    ...(trend && { trend }),
    ...(since !== undefined && { since }),
    ...(against !== undefined && { against }),
    ...(gain && { gain }),
  };
}
