import type { Indicator } from '../model.ts';
import type { Rule, View } from '../rule.ts';
import { quote } from '../say.ts';

interface Listed {
  readonly indicator: Indicator;
  readonly table: number;
  readonly key: string;
}

/** The same indicator in two rows or two tables. */
export const indicatorDuplicate: Rule = {
  id: 'indicator-duplicate',
  category: 'table',
  severity: 'error',
  summary: '同一指标列了两行，或者在两张指标表里各列了一次。',
  *check(view) {
    const listed = list(view);
    if ((listed.at(-1)?.table ?? 0) > MOST_TABLES) return;
    const parallel = parallelTables(listed);
    const seen = new Map<string, Listed[]>();
    for (const each of listed) {
      const { indicator, key, table } = each;
      const before = seen.get(key) ?? [];
      seen.set(key, [...before, each]);
      const first = before.find((other) => !parallel.has(`${other.table} ${table}`));
      if (!first) continue;
      const { name } = first.indicator;
      const alias = name.value === indicator.name.value ? '' : `（前面写作“${quote(name)}”）`;
      yield {
        span: indicator.cell.span,
        message: `“${quote(indicator.name)}”重复列出${alias}，请删去一处`,
        related: [{ span: first.indicator.cell.span, message: `前一处：${quote(name)}` }],
      };
    }
  },
};

function list({ plan, mentions, knowledge }: View): Listed[] {
  const unit = new Map(
    mentions.flatMap(({ indicator, value }) =>
      indicator && value.kind === 'amount' ? [[indicator, value.quantity.unit] as const] : [],
    ),
  );
  return plan.tables.flatMap(({ indicators }, table) =>
    indicators.map((indicator) => {
      const { name, whole, domain } = indicator;
      // 城镇 and 农村 in the 领域 column tell two rows of one name apart; so do two units (总量, 增速).
      const scope = /城镇|城市|农村|乡村|男|女/.exec(domain ?? '')?.[0] ?? '';
      const key = [
        whole ? knowledge.keyOf(whole.name.value) : '',
        scope,
        knowledge.keyOf(name.value),
        unit.get(indicator) ?? '',
      ].join('|');
      return { indicator, table, key };
    }),
  );
}

/** With more indicator tables than this a text is no plan, and its tables are not set side by side. */
const MOST_TABLES = 50;

/** Tables of the same indicators for other places or years: three names or more in common. */
function parallelTables(listed: readonly Listed[]): Set<string> {
  const common = new Map<string, number>();
  const seen = new Map<string, Set<number>>();
  for (const { key, table } of listed) {
    for (const other of seen.get(key) ?? [])
      if (other !== table) common.set(`${other} ${table}`, (common.get(`${other} ${table}`) ?? 0) + 1);
    seen.set(key, (seen.get(key) ?? new Set()).add(table));
  }
  return new Set([...common].filter(([, count]) => count >= 3).map(([pair]) => pair));
}
