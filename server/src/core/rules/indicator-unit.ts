import type { Trait } from '../lexicon.ts';
import { impossible, inUsualUnit } from '../limits.ts';
import type { Indicator, Phrase, Plan, Quantity, Reading, Table } from '../model.ts';
import { dimensionOf, factorOf, readUnit } from '../quantity/units.ts';
import type { Problem, Rule, View } from '../rule.ts';
import { quote } from '../say.ts';

/** Things that are counted in nothing. */
const BARE = /(?:指数|系数|比|名次|位次|排名|得分|分值|评分|倍数|等级|指标值)$/;

/** No unit; a unit given differently in two places; a unit of the wrong scale. */
export const indicatorUnit: Rule = {
  id: 'indicator-unit',
  category: 'table',
  severity: 'warning',
  summary: '指标没有单位，单位写了几处而且不同，或者单位的量级不当。',
  *check(view) {
    for (const table of view.plan.tables) {
      yield* repeated(table);
      for (const indicator of table.indicators) {
        const trait = view.knowledge.traitOf(indicator.name.value);
        yield* first(
          missing(indicator, trait),
          differing(indicator),
          strange(indicator, trait),
          scale(view, indicator, trait),
        );
      }
    }
  },
};

/** One cause, one finding: what the first check that says anything says. */
function* first(...checks: readonly Generator<Problem>[]): Generator<Problem> {
  for (const check of checks) {
    const problems = [...check];
    yield* problems;
    if (problems.length) return;
  }
}

function readings({ baseline, target, history }: Indicator): Reading[] {
  return [baseline, target, ...history].filter((reading) => reading !== undefined);
}

function quantities({ read }: Reading): readonly Quantity[] {
  if (read.kind === 'amount') return [read.quantity];
  if (read.kind === 'range') return [read.low];
  return read.kind === 'several' ? read.quantities : [];
}

function* missing(indicator: Indicator, { units, entry }: Trait): Generator<Problem> {
  const { name, cell, whole } = indicator;
  const told = readings(indicator).flatMap(quantities);
  if (!told.length || told.some(({ unit }) => unit) || indicator.units.length || whole?.units.length) return;
  // A bracket at the name's end may hold a unit that no list knows: （分贝）.
  if ((entry && units[0] === '') || BARE.test(name.value) || /\([^()]{1,6}\)$/.test(name.value)) return;
  const usual = entry && units[0] ? `，通常用“${units[0]}”` : '';
  yield { span: cell.span, message: `“${quote(name)}”没有写单位${usual}` };
}

function* differing(indicator: Indicator): Generator<Problem> {
  const { name, units, cell } = indicator;
  const [one, two] = units;
  if (one && two && unitOf(one) !== unitOf(two)) {
    yield {
      span: two.span,
      message: `“${quote(name)}”的单位写了两处而且不同：名称里是“${one.value}”，单位列是“${two.value}”`,
      related: [{ span: one.span, message: `名称里：${one.value}` }],
    };
    return;
  }
  const stated = one && unitOf(one);
  const written = readings(indicator).flatMap((reading) =>
    quantities(reading)
      .filter(({ unit }) => unit)
      .map((quantity) => ({ reading, quantity })),
  );
  for (const { reading, quantity } of written) {
    const reference = stated || written[0]?.quantity.unit || '';
    if (!clash(reference, quantity.unit)) continue;
    const where = one
      ? `${one === units[0] && inside(one, cell) ? '名称里' : '单位列'}是“${one.value}”`
      : `基期值用“${reference}”`;
    yield { span: reading.span, message: `“${quote(name)}”的单位前后不同：${where}，这里写“${reading.value}”` };
    return;
  }
}

function unitOf({ value }: Phrase): string {
  return readUnit(value) ?? value;
}

function inside({ span }: Phrase, cell: Phrase): boolean {
  return span.start >= cell.span.start && span.end <= cell.span.end;
}

/** A unit that measures something else: 健康素养水平 in 人. */
function* strange({ name, units, cell }: Indicator, { entry, units: usual }: Trait): Generator<Problem> {
  const unit = units[0] && unitOf(units[0]);
  const [first] = usual;
  if (!entry || !unit || !first || unit.includes('/') !== first.includes('/') || usual.includes(unit)) return;
  const kinds = [dimensionOf(unit), ...usual.map(dimensionOf)];
  if (kinds.some((kind) => !kind) || kinds.indexOf(kinds[0] ?? '', 1) > 0) return;
  if (kinds.every((kind) => kind === 'count' || kind === 'person')) return;
  yield { span: cell.span, message: `“${quote(name)}”用“${unit}”作单位，通常用“${first}”` };
}

/** Two units for one figure: of one kind but of another worth, or of two kinds. A change in 个百分点 is no figure in %. */
function clash(one: string, other: string): boolean {
  if (!one || !other || one === other) return false;
  const [a, b] = [dimensionOf(one), dimensionOf(other)];
  if (!a || !b || [a, b].includes('point')) return false;
  return a === b ? factorOf(one) !== factorOf(other) : !(a.startsWith('count') && b.startsWith('count'));
}

/** 名称（%） and 95% in the cells: once is enough. Told once a table. */
function* repeated({ indicators }: Table): Generator<Problem> {
  const twice = indicators.flatMap((indicator) => {
    const [one] = indicator.units;
    const unit = one && unitOf(one);
    return readings(indicator).filter(
      (reading) => unit && quantities(reading).some((quantity) => quantity.unit === unit),
    );
  });
  const [found, ...more] = twice;
  if (!found) return;
  const edits = twice.flatMap(({ read }) => (read.kind === 'amount' ? [withoutUnit(read.quantity)] : []));
  const count = more.length ? `，共${twice.length}处` : '';
  yield {
    span: found.span,
    message: `单位已写在名称或单位列里，数值后面不必再写（“${found.value}”${count}）`,
    severity: 'information',
    related: more.map(({ span, value }) => ({ span, message: value })),
    ...(edits.length && { fix: { title: '删去数值后的单位', safe: true, edits } }),
  };
}

function withoutUnit({ core, unit }: Quantity) {
  const { source, start, end } = core;
  const written = source.text.slice(start, end);
  const cut = /[^\d.,，．０-９]+$/.exec(written)?.[0].length ?? unit.length;
  return { span: { source, start: end - cut, end }, newText: '' };
}

/** No place of the level has more people. */
const MOST_PEOPLE: Readonly<Record<string, number>> = { 县: 5e6, 市: 4e7, 省: 1.5e8 };

/** 每千人口 for 每万人口, 万人 in a county, ‰ for /10万: figures that come out a power of ten off. */
function* scale({ plan }: View, indicator: Indicator, trait: Trait): Generator<Problem> {
  const { name, cell } = indicator;
  const unit = indicator.units[0] && unitOf(indicator.units[0]);
  const told = readings(indicator)
    .flatMap(quantities)
    .map((quantity) => (quantity.unit || !unit ? quantity : { ...quantity, unit }));
  if (!told.length || told.some((quantity) => impossible(trait, quantity))) return;
  if (
    unit &&
    /^[万亿千百]/.test(unit) &&
    told.every(({ amount }) => amount > 0 && amount < (isCounty(plan) ? 0.05 : 0.01))
  ) {
    yield {
      span: cell.span,
      message: `“${quote(name)}”用“${unit}”作单位，数值只有${told[0]?.value}，请换小一级的单位`,
    };
    return;
  }
  const limit = MOST_PEOPLE[plan.frontMatter?.level ?? ''];
  if (limit && unit && dimensionOf(unit) === 'person' && told.every(({ amount }) => amount * factorOf(unit) > limit)) {
    const at = indicator.units[0] ?? cell;
    yield {
      span: at.span,
      message: `“${quote(name)}”用“${unit}”作单位，数值${told[0]?.value}比${plan.frontMatter?.level === '县' ? '一个县' : '本地'}的人口还多`,
    };
    return;
  }
  const { plausible } = trait;
  const values = told.map((quantity) => inUsualUnit(trait, quantity));
  if (!plausible || values.some((value) => value === undefined)) return;
  const [low, high] = plausible;
  const stated = values.filter((value) => value !== 0);
  const over = stated.length > 0 && stated.every((value) => (value ?? 0) > high);
  const under = stated.length > 0 && stated.every((value) => (value ?? 0) < low);
  if (!over && !under) return;
  const guess = trait.usualHead ? `，是否应为“${trait.usualHead}”` : '，请核对单位';
  yield {
    span: cell.span,
    message: `“${quote(name)}”的数值${told.map(({ value }) => value).join('、')}${over ? '过大' : '过小'}，与单位不相称${guess}`,
  };
}

function isCounty({ frontMatter }: Plan): boolean {
  return frontMatter?.level === '县' || /[县区旗]$/.test(frontMatter?.place ?? '');
}
