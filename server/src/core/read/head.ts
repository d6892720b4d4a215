import type { Column, HeadCell, Phrase } from '../model.ts';

export interface Years {
  readonly base?: number;
  readonly target?: number;
}

const WORDS: readonly (readonly [RegExp, Column])[] = [
  [/^(?:领域|类别|分类|类型|维度|方面|板块|一级指标|指标类别|指标分类|指标类型)$/, 'domain'],
  [/^(?:序号|编号|序|No\.?)$/i, 'number'],
  [/^(?:(?:主要|具体|核心|发展|规划|监测|评价|二级|三级)?指标(?:名称|内容)?|名称|指标项目)(?:\([^()]*\))?$/, 'name'],
  [/^(?:计量)?单位(?:名称)?$/, 'unit'],
  [/^(?:指标)?(?:属性|性质)$/, 'nature'],
  [/(?:责任|牵头|主管|实施|配合)(?:单位|部门)|^部门$/, 'office'],
  [/^(?:备注|说明|备 注)$/, 'remark'],
];
const GROWTH = /年均|累计|增速|增幅|增长|变化|±|升降/;
const TARGET = /目标|规划值|预期值/;
const BASELINE = /基期|现状|实际|完成|基数|基准|现值/;
const YEAR = /(?<!\d)((?:19|20)\d\d)(?!\d)/;

/**
 * What each column of a table's head holds. A year is a target or a baseline by its words or, where it has none, by the
 * plan's own years; where those are not known, the last year is the target and the one before it the baseline.
 */
export function readHead(cells: readonly Phrase[], plan: Years): HeadCell[] {
  const head: { cell: Phrase; column: Column; year?: number; said: boolean }[] = cells.map((cell) => {
    const text = cell.value;
    const word = WORDS.find(([words]) => words.test(text))?.[1];
    if (word) return { cell, column: word, said: true };
    const found = YEAR.exec(text)?.[1];
    const year = found === undefined ? {} : { year: Number(found) };
    if (GROWTH.test(text)) return { cell, column: 'growth', ...year, said: true };
    if (TARGET.test(text)) return { cell, column: 'target', ...year, said: true };
    if (BASELINE.test(text)) return { cell, column: 'baseline', ...year, said: true };
    return { cell, column: found === undefined ? 'other' : 'history', ...year, said: false };
  });
  assignYears(head, plan);
  settle(head, 'target', plan.target);
  settle(head, 'baseline', plan.base);
  return head.map(({ cell, column, year }) => ({ ...cell, column, ...(year !== undefined && { year }) }));
}

type Draft = { column: Column; year?: number; said: boolean };

/** Gives bare years their columns: the plan's own years first, else the last as the target and the one before as the baseline. */
function assignYears(head: readonly Draft[], plan: Years): void {
  const bare = head
    .filter(({ said, year }) => !said && year !== undefined)
    .sort((a, b) => (a.year ?? 0) - (b.year ?? 0));
  const said = (column: Column) => head.find((draft) => draft.said && draft.column === column);
  let target = said('target');
  if (!target) {
    const last = said('baseline') || bare.length > 1 ? bare.at(-1) : undefined;
    target = bare.find(({ year }) => year === plan.target) ?? ((last?.year ?? 0) > (plan.base ?? 0) ? last : undefined);
    if (target) target.column = 'target';
  }
  if (said('baseline')) return;
  const horizon = target?.year ?? Number.POSITIVE_INFINITY;
  const earlier = bare.filter((draft) => draft !== target && (draft.year ?? 0) < horizon);
  const baseline =
    bare.find((draft) => draft !== target && draft.year === plan.base) ?? (target ? earlier.at(-1) : undefined);
  if (baseline) baseline.column = 'baseline';
}

/** Of several columns of one kind the one of the plan's year stays, else the last; the others are history or later stages. */
function settle(head: Draft[], column: Column, year: number | undefined): void {
  const same = head.filter((draft) => draft.column === column);
  const chosen = same.find((draft) => draft.year !== undefined && draft.year === year) ?? same.at(-1);
  for (const draft of same) if (draft !== chosen) draft.column = draft.column === 'target' ? 'other' : 'history';
}
