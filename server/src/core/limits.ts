import type { Trait } from './lexicon.ts';
import type { Quantity } from './model.ts';
import { dimensionOf, factorOf } from './quantity/units.ts';

/** More people than any country has: a unit is wrong. */
const MOST_PEOPLE = 1.5e9;

/** An amount in the lexicon's first unit; undefined where the units have nothing to do with each other. */
export function inUsualUnit(trait: Trait, { amount, unit }: Quantity): number | undefined {
  const [usual] = trait.units;
  if (usual === undefined || !unit || unit === usual) return amount;
  return dimensionOf(unit) !== '' && dimensionOf(unit) === dimensionOf(usual)
    ? (amount * factorOf(unit)) / factorOf(usual)
    : undefined;
}

/** Why no such value exists of an indicator, in Chinese, or undefined where it may. */
export function impossible(trait: Trait, quantity: Quantity, name = ''): string | undefined {
  const { amount, unit } = quantity;
  const base = amount * factorOf(unit);
  if (dimensionOf(unit) === 'person' && base > MOST_PEOPLE) return '比全国人口还多';
  const certain = trait.confidence >= 0.8;
  if (certain && trait.share && dimensionOf(unit) === 'share') {
    if (base > 1 + 1e-9) return unit === '%' ? '大于100%' : '大于总数';
    if (base < 0) return '小于0';
  }
  // 毛入学率 and its kin may pass 100 %, but no rate but one of growth or debt comes near twice the whole.
  if (
    unit === '%' &&
    trait.confidence < 1 &&
    amount > 150 &&
    /率$/.test(name) &&
    !/增|负债|拨备|杠杆|回报|收益|利润|偿付|流动比|周转|投资/.test(name)
  )
    return '远大于100%';
  const value = trait.possible && inUsualUnit(trait, quantity);
  if (value === undefined || !trait.possible) return undefined;
  const [low, high] = trait.possible;
  const usual = trait.units[0] ?? '';
  if (value < low - 1e-9) return `小于可能的最小值${low}${usual}`;
  return value > high * (1 + 1e-9) ? `大于可能的最大值${high}${usual}` : undefined;
}
