import type { Report } from '../../core/check.ts';
import type { Indicator, Mention, Span } from '../../core/model.ts';
import { sayValue, sayWhen } from '../../core/say.ts';
import { overlap, sameSpan } from '../../core/span.ts';
import { type Verdict, verdictsIn } from '../agreement.ts';
import { chapterOf, sectionFinder } from '../chapters.ts';
import { intentionsIn } from '../differences.ts';
import { wording } from '../overview.ts';
import type { Thing } from '../things.ts';
import { formOf, type Use, usesOfThing } from '../uses.ts';
import { type Block, excerpt, type Line, type Words } from './card.ts';

/** More places than a reader goes through. */
const MOST = 12;
const MOST_BARE = 6;
const LONGEST_NAME = 40;

/** Every place that tells of a thing, with what it says and whether that agrees; `here` is where the reader is. */
export function statementsOf(report: Report, thing: Thing, here: Span): Block[] {
  const labelOf = labels(report, thing);
  const verdictOf = tellingIn(report, thing);
  const uses = usesOfThing(report, thing);
  const told = uses.filter(({ mentions }) => mentions.length);
  const bare = uses.filter(({ mentions, span }) => !mentions.length && !rowAt(thing, span));
  const isHere = ({ span, mentions }: Use) =>
    sameSpan(span, here) || mentions.some((mention) => sameSpan(mention.span, here));
  const lines = told.slice(0, MOST).map((use): Line => {
    const where: Words = isHere(use) ? '此处' : { words: labelOf(use.span), to: use.span };
    return [where, `${otherName(use, uses[0])}：${said(use, verdictOf, rowAt(thing, use.span))}`];
  });
  const more = told.length > MOST ? [[`另有${told.length - MOST}处`]] : [];
  return [
    { line: [summary(told, verdictOf, thing)] },
    ...(told.length > 1 || bare.length ? [{ list: [...lines, ...more, ...only(bare, labelOf)] }] : []),
  ];
}

/** A place that differs may be meant to, as a comment there says. */
type Telling = Verdict | 'intended';

function tellingIn(report: Report, thing: Thing): (mention: Mention) => Telling {
  const verdictOf = verdictsIn(thing, thing.rows[0]);
  const isIntended = intentionsIn(report);
  return (mention) => {
    const verdict = verdictOf(mention);
    return verdict === 'differs' && isIntended(mention) ? 'intended' : verdict;
  };
}

function rowAt({ rows }: Thing, span: Span): Indicator | undefined {
  return rows.find((row) => overlap(row.span, span));
}

function summary(told: readonly Use[], verdictOf: (mention: Mention) => Telling, thing: Thing): string {
  const beside = told.filter(({ span }) => !rowAt(thing, span));
  const has = (verdict: Telling) => beside.filter(({ mentions }) => mentions.some((one) => verdictOf(one) === verdict));
  const [differing, intended] = [has('differs').length, has('intended').length];
  if (told.length < 2) return told.length ? '全文只有一处写明数值' : '全文没有写明数值';
  if (differing)
    return `全文${told.length}处写明数值，${differing}处与${thing.rows.length ? '指标表' : '其他各处'}不一致`;
  if (intended) return `全文${told.length}处写明数值，${intended}处不一致，已有注释说明`;
  return `全文${told.length}处写明数值${has('agrees').length ? '，说法一致' : ''}`;
}

/** （写作“人均期望寿命”）: a name other than that of the row, or of the first place. */
function otherName({ exact, span }: Use, first: Use | undefined): string {
  const same = !exact || !first?.exact || formOf(span) === formOf(first.span);
  return same ? '' : `（写作“${excerpt(span, LONGEST_NAME)}”）`;
}

/** 2020年77.6岁，2025年79岁（不一致） */
function said({ mentions }: Use, verdictOf: (mention: Mention) => Telling, row: Indicator | undefined): string {
  const values = mentions.map((mention) => {
    const verdict = row ? undefined : verdictOf(mention);
    const mark = verdict === 'differs' ? '（不一致）' : verdict === 'intended' ? '（不一致，已有注释说明）' : '';
    return `${sayWhen(mention)}${sayValue(mention)}${mark}`;
  });
  const verdicts = new Set(mentions.map(verdictOf));
  const agree = !row && verdicts.has('agrees') && !verdicts.has('differs') && !verdicts.has('intended');
  return [...new Set(values)].join('，') + (agree ? '，一致' : '');
}

function only(bare: readonly Use[], labelOf: (span: Span) => string): Line[] {
  if (!bare.length) return [];
  const byLabel = new Map([...bare].reverse().map(({ span }) => [labelOf(span), span]));
  const links = [...byLabel].reverse().slice(0, MOST_BARE);
  const words = links.flatMap(([words, to], index): Words[] => [...(index ? ['；'] : []), { words, to }]);
  return [[`另有${bare.length}处只提名称：`, ...words]];
}

/** 表1 主要发展指标; 专栏3 …（第四章 …）; 第二章 发展目标，第一节 …: what a place is in. */
function labels({ plan }: Report, thing: Thing): (span: Span) => string {
  const sectionAt = sectionFinder(plan);
  return (span) => {
    const row = rowAt(thing, span);
    if (row) {
      const table = plan.tables.find(({ indicators }) => indicators.includes(row));
      return (table?.caption && wording(table.caption)) || '指标表';
    }
    const section = sectionAt(span);
    const chapter = chapterOf(section);
    const [inner, outer] = [section, chapter].map((one) => one && wording(one.title));
    const box = plan.boxes.find((one) => overlap(one.span, span));
    if (box) return wording(box.heading) + (outer ? `（${outer}）` : '');
    return [outer, inner !== outer && inner].filter((title) => title).join('，') || '正文';
  };
}
