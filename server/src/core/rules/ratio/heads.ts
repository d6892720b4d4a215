import { baseAmount, digitsOf, firstExact } from '../../measure.ts';
import type { Mention, Prose } from '../../model.ts';
import { readAmounts } from '../../quantity/scan.ts';
import { dimensionOf } from '../../quantity/units.ts';
import { quantityOf } from '../../quantity/value.ts';
import type { Problem, View } from '../../rule.ts';
import { quote, sayPlace, sayValue } from '../../say.ts';

const HEADS: Readonly<Record<string, number>> = { 每千人口: 1e3, 每万人口: 1e4, 每10万人口: 1e5 };

/** No place that makes a plan has fewer. */
const FEWEST_PEOPLE = 10_000;

/** A count with its per-head figure implies a population; so do all others of the same year. */
interface Implied {
  readonly count: Mention;
  readonly rate: Mention;
  readonly low: number;
  readonly high: number;
}

export function* perHead({ mentions, conflicts }: View): Generator<Problem> {
  const disputed = new Set(conflicts.flatMap(({ odd, others }) => [odd, ...others]));
  const counts = new Map(
    mentions.flatMap((mention) => {
      const { key, year, value } = mention;
      const whole =
        value.kind === 'amount' &&
        value.quantity.bound === '=' &&
        /^(?:count|person)$/.test(dimensionOf(value.quantity.unit));
      return whole && year !== undefined && !disputed.has(mention) ? [[`${key}\n${year}`, mention] as const] : [];
    }),
  );
  const byYear = new Map<number, Implied[]>();
  const seen = new Set<Mention>();
  for (const rate of mentions) {
    const head = Object.keys(HEADS).find((word) => rate.key.startsWith(word));
    if (!head || rate.year === undefined || rate.value.kind !== 'amount' || disputed.has(rate)) continue;
    const count = counts.get(`${rate.key.slice(head.length)}\n${rate.year}`);
    if (count?.value.kind !== 'amount' || seen.has(count)) continue;
    const [total, per] = [count.value.quantity, rate.value.quantity];
    const heads = HEADS[head] ?? 1;
    const low = (heads * (baseAmount(total) - total.step / 2)) / (per.amount + per.step / 2);
    const high = (heads * (baseAmount(total) + total.step / 2)) / (per.amount - per.step / 2);
    // 0.78张 that a sentence tells without its 每千人口 is no count.
    if (high < FEWEST_PEOPLE) continue;
    const known = byYear.get(rate.year) ?? [];
    known.push({ count, rate, low, high });
    byYear.set(rate.year, known);
    seen.add(count);
  }
  for (const implied of byYear.values()) for (const odd of outliers(implied)) yield* tell(odd, implied);
}

/** Of three or more, the one that agrees with no other while the others agree. */
function outliers(all: readonly Implied[]): Implied[] {
  const agree = (a: Implied, b: Implied) => a.low <= b.high * 1.02 && b.low <= a.high * 1.02;
  if (all.length < 3 || all.length > 40) return [];
  return all.filter((one) => {
    const rest = all.filter((other) => other !== one);
    return rest.every((other) => !agree(one, other)) && rest.every((a) => rest.every((b) => agree(a, b)));
  });
}

function* tell({ count, rate, low, high }: Implied, all: readonly Implied[]): Generator<Problem> {
  const [other] = all.filter((each) => each.count !== count);
  const people = (a: number, b: number) => `${((a + b) / 2e4).toFixed(1)}万`;
  yield {
    span: count.span,
    severity: 'warning',
    message: `“${quote(count.subject)}”${sayValue(count)}与“${quote(rate.subject)}”${sayValue(rate)}算不拢：由此推出的人口是${people(low, high)}，由其他指标推出的是${other ? people(other.low, other.high) : ''}`,
    related: [{ span: rate.span, message: `${sayPlace(rate)}：${sayValue(rate)}` }],
  };
}

const HEADED = /每(千|万|10万)(?:名)?(?:常住|户籍)?人口?(?:拥有)?[^,。;、]{0,14}$/;
const BY_WORD: Readonly<Record<string, number>> = { 千: 1e3, 万: 1e4, '10万': 1e5 };

/** 31.8万常住人口有床位1708张，每千人口5.73张: one sentence that holds all three. */
export function* headsInSentence(prose: Prose): Generator<Problem> {
  const { text } = prose;
  if (!/每[千万1]/.test(text)) return;
  const amounts = readAmounts(prose);
  for (const rate of amounts) {
    const head = BY_WORD[HEADED.exec(text.slice(Math.max(0, rate.from - 30), rate.from))?.[1] ?? ''];
    if (!head || rate.bound !== '=' || rate.high) continue;
    const start = Math.max(text.lastIndexOf('。', rate.start), text.lastIndexOf(';', rate.start)) + 1;
    const told = amounts.filter(
      (amount) => amount.start >= start && amount.end < rate.start && amount.bound === '=' && !amount.high,
    );
    const people = told.filter(
      ({ end, start: at, unit }) =>
        /^[万亿]?人?$/.test(unit) &&
        unit &&
        (/^(?:人)?(?:名)?(?:的)?(?:常住|户籍)?(?:人口|居民)/.test(text.slice(end)) ||
          /(?:常住|户籍|总)人口$/.test(text.slice(0, at))),
    );
    const counts = told.filter(({ unit }) => unit === rate.unit);
    const [population] = people;
    const [count] = counts;
    if (!population || !count || people.length > 1 || counts.length > 1 || count === population) continue;
    const heads = baseAmount(quantityOf(prose, population));
    const result = (head * count.amount) / heads;
    if (Math.abs(result - rate.amount) <= 0.02 * result + rate.step / 2) continue;
    yield {
      span: quantityOf(prose, rate).span,
      severity: 'warning',
      message: `按${text.slice(population.start, population.end)}${population.unit.endsWith('人') ? '' : '人'}、${text.slice(count.start, count.end)}计算，每${head === 1e3 ? '千' : head === 1e4 ? '万' : '10万'}人口应为${result.toFixed(digitsOf(rate.step))}${rate.unit}，此处写${text.slice(rate.start, rate.end)}`,
      related: [population, count].map((amount) => ({
        span: quantityOf(prose, amount).span,
        message: `据此计算：${text.slice(amount.start, amount.end)}`,
      })),
    };
  }
}

/** 人均地区生产总值 against the total and the population of the same year. */
export function* perPerson({ mentions, conflicts }: View): Generator<Problem> {
  const disputed = new Set(conflicts.flatMap(({ odd, others }) => [odd, ...others]));
  const stated = firstExact(mentions.filter((mention) => !disputed.has(mention)));
  for (const rate of stated.values()) {
    if (!rate.key.startsWith('人均') || rate.value.kind !== 'amount') continue;
    const at = (key: string) => stated.get(`${key}\n${rate.year}`);
    const [total, people] = [at(rate.key.slice(2)), at('常住人口')];
    if (total?.value.kind !== 'amount' || people?.value.kind !== 'amount') continue;
    const [a, b, c] = [total.value.quantity, people.value.quantity, rate.value.quantity];
    if (dimensionOf(a.unit) !== dimensionOf(c.unit) || dimensionOf(b.unit) !== 'person') continue;
    const result = baseAmount(a) / baseAmount(b);
    // The year's average population, by which statisticians divide, differs a little from that at its end.
    if (Math.abs(result - baseAmount(c)) <= 0.05 * result) continue;
    const shown = ((result / baseAmount(c)) * c.amount).toFixed(digitsOf(c.step));
    yield {
      span: rate.span,
      severity: 'warning',
      message: `“${quote(rate.subject)}”应为${shown}${c.unit}（${sayValue(total)}÷${sayValue(people)}），此处写${sayValue(rate)}`,
      related: [total, people].map((mention) => ({
        span: mention.span,
        message: `${sayPlace(mention)}：${sayValue(mention)}`,
      })),
    };
  }
}
