import type { Report } from '../core/check.ts';
import { meansOneThing } from '../core/conflicts.ts';
import { nameOf, readRows } from '../core/facts/tables.ts';
import type { Indicator, Mention } from '../core/model.ts';
import type { Conflict } from '../core/rule.ts';

/** An indicator, or a countable thing, of one place: what an editor treats as a symbol. */
export interface Thing {
  readonly key: string;
  /** '' for the plan's own place as a whole. */
  readonly scope: string;
  /** As its first table row names it, else as it is first told of. */
  readonly name: string;
  /** The rows that are about it, in the order of the text; more than one is a mistake that a rule tells of. */
  readonly rows: readonly Indicator[];
  /** Every place that states a value of it, the tables' cells first. */
  readonly mentions: readonly Mention[];
  /** Where its mentions contradict each other. */
  readonly conflicts: readonly Conflict[];
}

export interface Things {
  /** Those with a row first, in the order of the tables; then in the order of the text. */
  readonly all: readonly Thing[];
  /** The thing that a mention states a value of; undefined where its name is too vague to mean one thing. */
  ofMention(mention: Mention): Thing | undefined;
  ofRow(row: Indicator): Thing | undefined;
}

const known = new WeakMap<Report, Things>();

/** Everything that the plan of a report states values of; gathered once for each report. */
export function thingsOf(report: Report): Things {
  const found = known.get(report) ?? gather(report);
  known.set(report, found);
  return found;
}

/** 综合医院、康复医院、护理院#2: one of several whose name could not be made out. */
function isNameless({ key }: Mention): boolean {
  return key.includes('#');
}

function gather({ plan, mentions, conflicts, knowledge }: Report): Things {
  const things = new Map<string, { name: string; rows: Indicator[]; mentions: Mention[]; conflicts: Conflict[] }>();
  const byRow = new Map<Indicator, string>();
  const idOf = ({ key, scope }: { readonly key: string; readonly scope: string }) => `${key}\n${scope}`;
  const at = (id: string, name: string) => {
    const thing = things.get(id) ?? { name, rows: [], mentions: [], conflicts: [] };
    things.set(id, thing);
    return thing;
  };
  for (const { indicator, ...identity } of readRows(plan, knowledge)) {
    byRow.set(indicator, idOf(identity));
    at(idOf(identity), nameOf(indicator)).rows.push(indicator);
  }
  for (const mention of mentions)
    if (meansOneThing(mention, knowledge) && !isNameless(mention))
      at(idOf(mention), mention.subject.value).mentions.push(mention);
  for (const conflict of conflicts) things.get(idOf(conflict.odd))?.conflicts.push(conflict);

  const finished = new Map(
    [...things].map(([id, thing]): [string, Thing] => {
      const [key = '', scope = ''] = id.split('\n');
      return [id, { key, scope, ...thing }];
    }),
  );
  return {
    all: [...finished.values()],
    ofMention: (mention) => finished.get(idOf(mention)),
    ofRow: (row) => finished.get(byRow.get(row) ?? ''),
  };
}
