import { groupBy } from './group.ts';
import type { Knowledge } from './lexicon.ts';
import { compare } from './measure.ts';
import { significant, swapped } from './misprint.ts';
import type { Mention } from './model.ts';
import type { Conflict } from './rule.ts';

/** A name that neither lexicon nor tables hold must be at least so long to mean one thing throughout a plan. */
const SPECIFIC = 7;

/** A thing told more often than any plan does is looked at so far. */
const MOST = 200;

/**
 * Every thing whose mentions of one year do not agree, each disagreement once, at the odd one out. Of what is told of no exact
 * time, or under a name that may mean several things, only a slip of the pen is seen.
 */
export function conflicts(mentions: readonly Mention[], vague: readonly Mention[], knowledge: Knowledge): Conflict[] {
  const groups = groupBy(mentions, (mention) => matterOf(mention, knowledge));
  const told = [...groups.values()].flatMap((group) => (group.length > 1 ? apart(group.slice(0, MOST)) : []));
  return [...told, ...misprints(mentions, vague, knowledge)];
}

/** What a mention speaks of: two that speak of one matter must agree; undefined where its name is too vague for that. */
export function matterOf(mention: Mention, knowledge: Knowledge): string | undefined {
  if (!meansOneThing(mention, knowledge)) return undefined;
  const { key, scope, year, role, value } = mention;
  return [key, scope, year ?? role, value.kind === 'relative' ? 'relative' : ''].join('\n');
}

/** Whether a mention's name says so exactly what is meant that two places that bear it speak of one thing. */
export function meansOneThing({ key, scope, indicator, subject, from }: Mention, knowledge: Knowledge): boolean {
  if (indicator || knowledge.knows(subject.value) || knowledge.knows(key)) return true;
  // Things counted are told apart by whose they are: 每县 4 laboratories, 市疾控中心 7.
  const thing = key.indexOf('|');
  if (thing >= 0) return thing >= (scope ? 4 : SPECIFIC);
  return key.length >= SPECIFIC && (from !== 'box' || key.length >= SPECIFIC + 2);
}

/** Two digits swapped between two places that may well speak of one thing. */
function* misprints(
  mentions: readonly Mention[],
  vague: readonly Mention[],
  knowledge: Knowledge,
): Generator<Conflict> {
  const groups = groupBy([...mentions, ...vague], ({ key, scope, year, from, indicator }) =>
    from === 'box' && !indicator ? undefined : [key.replace('|累计', '|'), scope, year].join('\n'),
  );
  for (const group of groups.values()) {
    if (group.length < 2 || group.length > MOST) continue;
    for (const [index, odd] of group.entries()) {
      const other = group.slice(0, index).find((each) => isMisprint(each, odd, knowledge));
      if (!other) continue;
      yield { kind: 'values', odd, others: [other] };
      break;
    }
  }
}

function isMisprint(a: Mention, b: Mention, knowledge: Knowledge): boolean {
  const sure = meansOneThing(a, knowledge) && meansOneThing(b, knowledge);
  if ((sure && !a.vague && !b.vague) || a.value.kind !== 'amount' || b.value.kind !== 'amount') return false;
  const [x, y] = [a.value.quantity, b.value.quantity];
  return x.bound === '=' && y.bound === '=' && significant(x) >= (sure ? 2 : 3) && swapped(x, y);
}

function apart(group: readonly Mention[]): Conflict[] {
  const [table] = group.filter(({ indicator }) => indicator);
  const standard = table ?? majority(group);
  const others = group.filter((mention) => mention !== standard && !(mention.indicator && table));
  const odd = others.filter((mention) => contradicts(standard, mention));
  const [first] = odd;
  if (!first) return [];
  // Several places agree with each other and with none but the table's cell at odds: the cell is the odd one out.
  if (
    table &&
    odd.length > 1 &&
    odd.length === others.length &&
    odd.every((mention) => compare(first, mention) === 'agree')
  )
    return [{ kind: kind(standard, first), odd: table, others: odd }];
  const told: Conflict[] = [];
  for (const mention of odd) {
    if (told.some((conflict) => compare(conflict.odd, mention) === 'agree')) continue;
    const same = odd.filter((other) => other !== mention && compare(other, mention) === 'agree');
    const agreeing = others.filter((other) => !odd.includes(other) && compare(standard, other) === 'agree');
    told.push({ kind: kind(standard, mention), odd: mention, others: [standard, ...agreeing, ...same] });
  }
  return told;
}

/** Whether two mentions of one matter cannot both be right. */
export function contradicts(a: Mention, b: Mention): boolean {
  const verdict = compare(a, b);
  return verdict === 'values' || verdict === 'units';
}

function kind(a: Mention, b: Mention): Conflict['kind'] {
  return compare(a, b) === 'units' ? 'units' : 'values';
}

/** The mention that most others agree with; the first of equals. */
function majority(group: readonly Mention[]): Mention {
  const votes = group.map((mention) => group.filter((other) => compare(mention, other) === 'agree').length);
  return group[votes.indexOf(Math.max(...votes))] as Mention;
}
