import type { End } from '../model.ts';
import { looksBack } from '../period.ts';
import { type Amount, readAmounts, scanYears, type Year } from '../quantity/scan.ts';
import { quantityOf } from '../quantity/value.ts';
import { changeOf, claims, compared, multiples, opensChange } from './changes.ts';
import { clauses, type Run, sentences } from './clauses.ts';
import { type Group, groupsOf } from './groups.ts';
import { beforeNoun, isBareRate, movement, values } from './mentions.ts';
import type { Scene, Statement, Told } from './scene.ts';
import { partOfTold, subjectOf } from './subjects.ts';
import { scopeOf } from './things.ts';
import { defaultWhen, foretells, governs, roleOf, spanOf, tellsOldGoals, type When } from './time.ts';

/** Everything that a run of text states, in its order. */
export function* readStatements(scene: Scene): Generator<Statement> {
  const { text } = scene.prose;
  const amounts = outsideBrackets(text, readAmounts(scene.prose));
  if (!amounts.length) return;
  const years = scanYears(text).filter((year) => governs(text, year) || opensChange(text, year));
  const [amountsOf, yearsOf] = [walk(amounts), walk(years)];
  let horizon: number | undefined;
  for (const sentence of sentences(text)) {
    const inSentence = amountsOf(sentence);
    const timed = yearsOf(sentence);
    const ruling = timed.filter((year) => governs(text, year));
    // 到2025年 at a paragraph's head rules all of it, except where the chapter looks back.
    const [head] = ruling;
    if (head && head.start <= 4 && /[到至]/.test(text[head.start - 1] ?? '') && !looksBack(scene.prose.section))
      horizon = head.year;
    const said = text.slice(sentence.start, sentence.end);
    if (!inSentence.length || tellsOldGoals(said, scene.prose.section)) continue;
    let year = ruling.length ? undefined : horizon;
    const over = spanOf(said);
    const told: Told = { pairs: [], foretold: foretells(said), ...(over && { over }) };
    const [amountsIn, yearsIn, rulingIn] = [walk(inSentence), walk(timed), walk(ruling)];
    const unsaid = defaultWhen(said, scene.prose.section, scene.plan.years);
    for (const clause of clauses(text, sentence)) {
      year = rulingIn(clause).at(-1)?.year ?? year;
      const groups = groupsOf(text, clause, amountsIn(clause));
      const fallback = year === undefined ? unsaid : { year, role: roleOf(year, scene.plan.years) };
      yield* statements(scene, groups, yearsIn(clause), fallback, told);
      if (told.pending && year !== undefined) told.pending = { ...told.pending, year };
      if (groups.length) delete told.clause;
      else told.clause = { text: text.slice(clause.start, clause.end), at: clause.start };
    }
    if (told.pending) yield { change: told.pending };
  }
}

/** Hands out the items of one run after another, in one pass over all of them. */
function walk<T extends Run>(items: readonly T[]): (run: Run) => T[] {
  let next = 0;
  return ({ start, end }) => {
    while (next < items.length && (items[next] as T).start < start) next++;
    const first = next;
    while (next < items.length && (items[next] as T).start < end) next++;
    return items.slice(first, next).filter((item) => item.end <= end);
  };
}

function outsideBrackets(text: string, amounts: readonly Amount[]): Amount[] {
  let depth = 0;
  let at = 0;
  return amounts.filter(({ start }) => {
    for (; at < start; at++) depth = text[at] === '(' ? depth + 1 : text[at] === ')' ? Math.max(0, depth - 1) : depth;
    return depth === 0;
  });
}

function* statements(
  scene: Scene,
  groups: readonly Group[],
  years: readonly Year[],
  fallback: When | undefined,
  told: Told,
): Generator<Statement> {
  let scope = '';
  let verbs = '';
  for (const [index, group] of groups.entries()) {
    const { lead, amounts, leadStart } = group;
    const [first] = amounts;
    if (!first) continue;
    const when = whenOf(scene, group, years, fallback);
    const opening = groups[index - 1];
    const continued = lead.subject === '' && lead.verb && opening?.lead.from;
    // What a change starts from and comes to is all there is, not what is added.
    const subject =
      continued && told.subject
        ? { ...told.subject, attains: true }
        : partOfTold(scene.knowledge, told.subject, lead, subjectOf(scene.knowledge, lead, leadStart, told.clause));
    if (lead.change) {
      if (lead.yearly && subject && when && (lead.subject || !told.to))
        yield* movement(scene, subject, first, lead.change, when);
      yield* claims(scene, group, told, subject, told.foretold ? undefined : when);
      continue;
    }
    if (compared(scene, group, told)) continue;
    yield* multiples(scene, group, told);
    if (group.noun) {
      if (lead.subject || !index) [scope, verbs] = [scopeOf(lead), lead.subject];
      if (when) yield* beforeNoun(scene, first, group.noun, scope, verbs, when);
      continue;
    }
    const end: End = { quantity: quantityOf(scene.prose, first), ...(when?.year !== undefined && { year: when.year }) };
    if (continued && told.from && subject && amounts.length === 1) {
      const pair = { from: told.from, to: end };
      told.pairs = [...told.pairs, pair];
      if (lead.trend)
        yield { change: { ...changeOf(scene, subject, lead.trend, end.quantity.span), pairs: [pair], yearly: false } };
    }
    if (
      !continued &&
      !lead.from &&
      lead.trend &&
      subject &&
      lead.subject &&
      amounts.length === 1 &&
      when &&
      !told.foretold
    )
      yield {
        change: {
          ...changeOf(scene, subject, lead.trend, end.quantity.span),
          pairs: [],
          to: end,
          yearly: lead.yearly,
          role: when.role,
        },
      };
    const { base } = scene.plan.years;
    // In a chapter that looks forward, what a target comes from is the baseline.
    if (continued && told.opening && subject && when?.role === 'target' && base !== undefined)
      for (const mention of values(scene, subject, told.opening, { year: base, role: 'baseline' })) yield { mention };
    if (when && subject)
      for (const mention of values(scene, subject, group, when)) {
        const before = continued && told.from && { before: told.from.quantity };
        if (mention.key.includes('|')) told.group ??= mention.key.replace(/\|.*$/, '');
        const theirs = told.group && isBareRate(scene.knowledge, mention) && { scope: told.group };
        yield {
          mention: {
            ...mention,
            ...(lead.yearly && { scope: '每年' }),
            ...(lead.total && { total: true }),
            ...theirs,
            ...before,
          },
        };
      }
    if (subject && told.pending && !lead.from && !lead.subject) yield { change: { ...told.pending, to: end } };
    delete told.pending;
    if (subject) told.subject = subject;
    if (lead.from) {
      told.from = end;
      if (when) delete told.opening;
      else told.opening = group;
      delete told.to;
    } else {
      if (!continued) {
        delete told.from;
        told.pairs = [];
      }
      if (amounts.length === 1) told.to = end;
    }
  }
}

/** 从2015年的8.8%: the first value of a change has the year right before it, or none that is told. */
function whenOf(
  { plan, prose }: Scene,
  { amounts, lead, leadStart }: Group,
  years: readonly Year[],
  fallback: When | undefined,
): When | undefined {
  const from = amounts[0]?.from ?? 0;
  const own = years.filter(({ start, end }) => start >= leadStart && end <= from).at(-1);
  const ruling = own && (!lead.from || /^(?:底|末)?的?$/.test(prose.text.slice(own.end, from))) ? own.year : undefined;
  if (ruling !== undefined) return { year: ruling, role: roleOf(ruling, plan.years) };
  return lead.from ? undefined : fallback;
}
