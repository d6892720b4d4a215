import { place } from '../clean.ts';
import { fold } from '../fold.ts';
import { groupBy } from '../group.ts';
import type { Mention, Phrase, Prose, Span } from '../model.ts';
import type { Problem, Rule, View } from '../rule.ts';
import { quote } from '../say.ts';

/** One indicator or body under several names. */
export const termVariant: Rule = {
  id: 'term-variant',
  category: 'consistency',
  severity: 'information',
  summary: '同一指标、同一机构前后叫法不一。',
  *check(view) {
    yield* indicators(view);
    yield* kinds(view.plan.prose);
  },
};

/** More places than a reader will look at are not listed. */
const MOST = 20;

/** Names that the lexicon holds for one indicator: the table's name stands, else the most frequent. */
function* indicators({ mentions, knowledge }: View): Generator<Problem> {
  const byEntry = groupBy(mentions, ({ subject }) => knowledge.traitOf(subject.value).entry?.name);
  for (const group of byEntry.values()) {
    const forms = groupBy(group, plain);
    const ranked = [...forms.values()].sort((a, b) => weight(b) - weight(a));
    const [standard] = ranked[0] ?? [];
    for (const [odd, ...more] of ranked.slice(1).map(oncePerPlace)) {
      // Two rows of tables are one indicator listed twice, which is said already.
      if (!odd || !standard || (odd.indicator && standard.indicator)) continue;
      if (contains(plain(odd), plain(standard))) continue;
      const [name, other] = [bare(standard.subject), bare(odd.subject)];
      yield {
        span: other,
        message: `“${textOf(other)}”与“${textOf(name)}”是同一指标，建议统一为“${textOf(name)}”`,
        related: [standard, ...more.slice(0, MOST)].map(({ subject }) => ({
          span: subject.span,
          message: quote(subject),
        })),
        fix: {
          title: `统一为“${textOf(name)}”`,
          // A name put together from an enumeration does not stand in the text as it is.
          safe: [odd, ...more].every(({ subject }) => quote(subject) === textOf(subject.span)),
          edits: [odd, ...more].map(({ subject }) => ({ span: bare(subject), newText: textOf(name) })),
        },
      };
    }
  }
}

/** A name that bears two values (2015年的…, 2020年的…) is one place where it is written. */
function oncePerPlace(mentions: readonly Mention[]): Mention[] {
  const places = groupBy(mentions, ({ subject: { span } }) => `${span.source.uri}\n${span.start}`);
  return [...places.values()].flatMap((same) => same.slice(0, 1));
}

/** Where a name stands without what the sentence puts before it: whose it is. */
function bare({ span }: Phrase): Span {
  const whose = /^(?:[全我本各][省市县区州旗盟])?(?:城乡)?(?:居民)?/.exec(textOf(span))?.[0].length ?? 0;
  return { ...span, start: span.start + whose };
}

function textOf({ source, start, end }: Span): string {
  return source.text.slice(start, end);
}

/** A name without its brackets' content and what the plan's own place adds to it. */
function plain({ subject }: Mention): string {
  return fold(subject.value)
    .replace(/\([^()]*\)/g, '')
    .replace(/^(?:[全我本][省市县区州旗]|居民|城乡居民)/, '')
    .replace(/常住|户籍|拥有|的|[人总]?数$/g, '')
    .replace(/及以上/g, '以上');
}

/** 居民人均预期寿命 only says more than 人均预期寿命. */
function contains(a: string, b: string): boolean {
  return a.includes(b) || b.includes(a);
}

function weight(mentions: readonly Mention[]): number {
  return mentions.length + (mentions.some(({ indicator }) => indicator) ? 1000 : 0);
}

/** 接续型医疗机构 here, 接续性医疗机构 there: one stem and one noun with 型 and with 性. */
function* kinds(prose: readonly Prose[]): Generator<Problem> {
  const found = prose.flatMap((run) =>
    [...run.text.matchAll(/([\u4e00-\u9fa5]{2})[型性]([\u4e00-\u9fa5]{2})/g)].map((match) => ({
      prose: run,
      at: match.index,
      word: match[0],
      key: `${match[1]} ${match[2]}`,
    })),
  );
  for (const places of groupBy(found, ({ key }) => key).values()) {
    const forms = [...new Set(places.map(({ word }) => word))];
    if (forms.length < 2) continue;
    const count = (word: string) => places.filter((found) => found.word === word).length;
    const [standard = '', odd = ''] = forms.sort((a, b) => count(b) - count(a));
    const wrong = places.find(({ word }) => word === odd);
    const right = places.find(({ word }) => word === standard);
    if (!wrong || !right) continue;
    yield {
      span: place(wrong.prose, wrong.at, wrong.at + 3),
      message: `“${odd}”在别处写作“${standard}”，建议统一写法`,
      related: [{ span: place(right.prose, right.at, right.at + 3), message: standard }],
    };
  }
}
