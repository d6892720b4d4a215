import { place } from '../../clean.ts';
import { baseAmount, digitsOf } from '../../measure.ts';
import type { Mention, Phrase, Quantity } from '../../model.ts';
import { dimensionOf } from '../../quantity/units.ts';
import type { Problem, View } from '../../rule.ts';
import { quote, sayValue } from '../../say.ts';

/** A ratio of two figures that plans tell, and the keys of what stands on its left and right. */
interface Kind {
  readonly name: RegExp;
  readonly left: RegExp;
  readonly right: RegExp;
}

const KINDS: readonly Kind[] = [
  { name: /^医护比/, left: /^(?:每千人口)?执业医师$/, right: /^(?:每千人口)?注册护士$/ },
  { name: /^生师比/, left: /^(?:在校)?学?生$/, right: /^(?:专任)?教师$/ },
  { name: /^师生比/, left: /^(?:专任)?教师$/, right: /^(?:在校)?学?生$/ },
  {
    name: /^城乡(?:居民)?(?:人均)?(?:可支配)?收入(?:比|之比|倍差)/,
    left: /^城镇(?:常住)?居民人均可支配收入$/,
    right: /^农村(?:常住)?居民人均可支配收入$/,
  },
];
const RATIO =
  /(?<=^|[,。;:、]|全[省市县区])(医护比|生师比|师生比|城乡(?:居民)?(?:人均)?(?:可支配)?收入(?:比|之比))(?:由|从)?[^\d,。;]{0,8}(?:\d+(?:\.\d+)?:\d+(?:\.\d+)?[^\d,。;]{0,6})?(?<![\d.:])(\d+(?:\.\d+)?:\d+(?:\.\d+)?)/g;

/** 医护比 and the like against the two figures of its own table and year, or of its own sentence. */
export function* pairs(view: View): Generator<Problem> {
  for (const { indicators } of view.plan.tables)
    for (const { name, baseline, target } of indicators) {
      const kind = KINDS.find((each) => each.name.test(name.value));
      for (const cell of kind ? [baseline, target] : []) {
        if (!kind || cell?.read.kind !== 'ratio' || cell.year === undefined) continue;
        const beside = view.mentions.filter(
          ({ indicator, year }) => indicator && year === cell.year && indicators.includes(indicator),
        );
        yield* judge(kind, name.value, beside, cell);
      }
    }
  for (const prose of view.plan.prose) {
    if (!prose.text.includes('比')) continue;
    for (const { index, 0: all, 1: name = '', 2: ratio = '' } of prose.text.matchAll(RATIO)) {
      const kind = KINDS.find((each) => each.name.test(name));
      const { start, end, source } = place(prose, prose.text.lastIndexOf('。', index) + 1, index + all.length);
      const beside = view.mentions.filter(
        ({ span }) => span.source === source && span.start >= start && span.end <= end,
      );
      const span = place(prose, index + all.length - ratio.length, index + all.length);
      if (kind) yield* judge(kind, name, beside, { value: ratio, span });
    }
  }
}

function* judge({ left, right }: Kind, title: string, mentions: readonly Mention[], told: Phrase): Generator<Problem> {
  const found = [false, true].map((perHead) => [left, right].map((key) => figure(mentions, key, perHead)));
  const [one, other] = found.find(([a, b]) => a && b) ?? [];
  if (!one || !other || one.mention.year !== other.mention.year) return;
  const [a, b] = [one.quantity, other.quantity];
  const [x = 0, y = 0] = told.value.split(/[:：]/).map(Number);
  const [slackX = 0, slackY = 0] = told.value.split(/[:：]/).map(slackOf);
  if (dimensionOf(a.unit) !== dimensionOf(b.unit) || !x || !y) return;
  const [low, high] = [
    baseAmount(by(a, -0.5)) / baseAmount(by(b, 0.5)),
    baseAmount(by(a, 0.5)) / baseAmount(by(b, -0.5)),
  ];
  if ((x + slackX) / (y - slackY) >= low && (x - slackX) / (y + slackY) <= high) return;
  const result = baseAmount(a) / baseAmount(b);
  const shown =
    x === 1
      ? `1:${(1 / result).toFixed(digitsOf(2 * slackY || 1))}`
      : `${(result * y).toFixed(digitsOf(2 * slackX || 1))}:${y}`;
  const both = [one.mention, other.mention];
  const figures = both.map((mention) => `${quote(mention.subject)}${sayValue(mention)}`).join('、');
  yield {
    span: told.span,
    message: `按${figures}计算，${title}应为${shown}，此处写${told.value}`,
    related: both.map((mention) => ({ span: mention.span, message: `据此计算：${sayValue(mention)}` })),
  };
}

/** The one exact figure of a kind in the latest year told; where there are several, nobody knows which is meant. */
function figure(mentions: readonly Mention[], key: RegExp, perHead: boolean) {
  const found = mentions.flatMap((mention) => {
    const { value } = mention;
    const fits = mention.key.startsWith('每') === perHead && key.test(mention.key.replace(/\|.*$/, ''));
    return fits && value.kind === 'amount' && value.quantity.bound === '='
      ? [{ mention, quantity: value.quantity }]
      : [];
  });
  const latest = Math.max(...found.map(({ mention }) => mention.year ?? 0));
  const [current, more] = found.filter(({ mention }) => (mention.year ?? 0) === latest);
  return more ? undefined : current;
}

/** A quantity by so many of its last digit's worth more. */
function by(quantity: Quantity, steps: number): Quantity {
  return { ...quantity, amount: quantity.amount + steps * quantity.step };
}

/** Half of what the last digit of one side is worth; 0 for the 1 of 1:1.2. */
function slackOf(side: string): number {
  const decimals = /\.(\d+)$/.exec(side)?.[1]?.length ?? 0;
  return side === '1' ? 0 : 10 ** -decimals / 2;
}
