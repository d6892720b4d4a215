import type { Report } from '../core/check.ts';
import { fold } from '../core/fold.ts';
import { groupBy } from '../core/group.ts';
import type { Source } from '../core/model.ts';
import { readUnit } from '../core/quantity/units.ts';
import { standingsAt } from './at.ts';
import { type Thing, thingsOf } from './things.ts';
import { formOf, type Use, usesOfThing } from './uses.ts';

/**
 * A name that may be changed. It is changed wherever it is written as at the cursor. The other ways in which the plan writes
 * the indicator are kept unless the user wants them unified; where a name is written as a part of several it is let be.
 */
export interface Renaming {
  readonly thing: Thing;
  /** The name at the cursor. */
  readonly use: Use;
  readonly same: readonly Use[];
  /** The indicator's other names, each with its places. */
  readonly others: readonly (readonly Use[])[];
}

/** Why something cannot be done, in Chinese. */
export interface Refusal {
  readonly refusal: string;
}

const refuse = (refusal: string): Refusal => ({ refusal });

/** What renaming at an offset would change. */
export function renamingAt(report: Report, source: Source, offset: number): Renaming | Refusal {
  const uses = standingsAt(report, source, offset).flatMap((standing) =>
    standing.kind === 'thing' ? (standing.use ?? []) : [],
  );
  if (!uses.length) return refuse('这里没有指标的名称：请把光标放在指标的名称上');
  const use = uses.find(({ exact }) => exact);
  if (!use) return refuse('这里的名称与别的名称合写在一起，不能单独改名：请在指标表或单独写出名称的地方改名');
  const { thing } = use;
  if (thing.key.includes('|')) return refuse(`“${nameAt(use)}”不是指标的名称，请直接修改`);
  const exact = usesOfThing(report, thing).filter((other) => other.exact);
  const forms = groupBy(exact, ({ span }) => formOf(span));
  const same = forms.get(formOf(use.span)) ?? [];
  return { thing, use, same, others: [...forms.values()].filter((group) => group !== same) };
}

/** A name as it is written, without markup. */
export function nameAt({ span: { source, start, end } }: Use): string {
  return source.text.slice(start, end).replace(/[\s*]+/g, '');
}

/** Why a name cannot be given to an indicator; undefined where it can. */
export function faultIn(name: string, { thing }: Renaming, report: Report): Refusal | undefined {
  if (name === '') return refuse('名称不能为空');
  if (/[\r\n|*`]/.test(name)) return refuse('名称里不能有换行，也不能有“|”“*”“`”这些符号');
  const [bracket, inner] = /\(([^()]*)\)$/.exec(fold(name)) ?? [];
  if (bracket && readUnit(inner ?? '') !== undefined)
    return refuse(`名称里不要带单位“${name.slice(-bracket.length)}”：单位另写在表里`);
  const taken = thingsOf(report).all.some(
    (other) => other !== thing && other.rows.some((row) => formOf(row.name.span) === fold(name).replace(/\s/g, '')),
  );
  return taken ? refuse(`本规划已有指标“${name}”，改名会把两个指标混为一个`) : undefined;
}
