import { type Form, numeralLike, writeNumber } from '../numbering.ts';
import { type Heading, readOutline, standsAside, within } from '../outline.ts';
import type { Edit, Fix, Problem, Rule } from '../rule.ts';
import { mended, type Slip, saySlip, slips } from '../sequence.ts';

/** A heading's number skips, repeats or runs out of order among its siblings; two schemes mixed. */
export const headingNumber: Rule = {
  id: 'heading-number',
  category: 'structure',
  severity: 'error',
  summary: '标题编号跳号、重号、次序颠倒或者漏编，同级标题混用两套编号。',
  *check({ plan }) {
    const outline = readOutline(plan);
    yield* mixed(outline);
    const families = familiesOf(outline);
    const whole = plan.frontMatter?.title !== undefined;
    const ends = new Map<Form, number>();
    const habits = habitsOf(families);
    for (const family of families) {
      const form = formOf(family);
      if (form === undefined) continue;
      for (const members of runs(family, form)) {
        const values = members.map(({ number }) => number?.value);
        const known = values.filter((value) => value !== undefined);
        const start = habits.get(form) && known[0] !== 1 ? (ends.get(form) ?? 0) + 1 : 1;
        const first = family[0]?.parent || whole ? start : undefined;
        for (const slip of slips(values, first)) yield* problem(members, values, slip, form);
        ends.set(form, known.at(-1) ?? 0);
      }
    }
  },
};

/** Headings under one parent at one level, in order; after 附件 a new family begins. */
function familiesOf(outline: readonly Heading[]): Heading[][] {
  const families = new Map<Heading | undefined, Map<number, Heading[][]>>();
  const all: Heading[][] = [];
  for (const heading of outline) {
    const levels = families.get(heading.parent) ?? new Map<number, Heading[][]>();
    families.set(heading.parent, levels);
    const runs = levels.get(heading.level) ?? [];
    levels.set(heading.level, runs);
    const aside = !heading.number && standsAside(heading.section.title.value);
    if (!runs.length || (aside && /^附/.test(heading.section.title.value))) {
      const run: Heading[] = [];
      runs.push(run);
      all.push(run);
    }
    if (!aside) runs.at(-1)?.push(heading);
  }
  return all;
}

function formOf(family: readonly Heading[]): Form | undefined {
  const first = family.find(({ number }) => number);
  return first?.misfit?.kind === 'scheme'
    ? first.misfit.form
    : family.find(({ number, misfit }) => number && !misfit)?.number?.form;
}

/** What counts in the run: headings of its form or in its place, and those that may have lost their number. */
function belongs({ number, misfit }: Heading, form: Form): boolean {
  return !number || number.form === form || (misfit?.kind === 'scheme' && misfit.form === form);
}

/** The headings that count in the run of a form; the lowest forms may begin anew where a paragraph without a number parts them. */
function runs(family: readonly Heading[], form: Form): Heading[][] {
  const all: Heading[][] = [[]];
  const members = family.filter((heading) => belongs(heading, form));
  for (const [index, heading] of members.entries()) {
    const anew = heading.number?.value === 1 && members[index + 1]?.number?.value === 2;
    if (index > 0 && anew && /^(?:1\.|（1）|①)$/.test(form)) all.push([]);
    all.at(-1)?.push(heading);
  }
  return all;
}

/** Forms that run on from one parent to the next more often than they begin anew. */
function habitsOf(families: readonly (readonly Heading[])[]): Map<Form, boolean> {
  const seen = new Map<Form, { last: number; on: number; anew: number }>();
  for (const family of families) {
    const form = formOf(family);
    const values = family.flatMap(({ number }) => (number && number.form === form ? [number.value] : []));
    const [first] = values;
    if (form === undefined || first === undefined) continue;
    const before = seen.get(form);
    seen.set(form, {
      last: values.at(-1) ?? first,
      on: (before?.on ?? 0) + (before && first === before.last + 1 ? 1 : 0),
      anew: (before?.anew ?? 0) + (before && first === 1 ? 1 : 0),
    });
  }
  return new Map([...seen].map(([form, { on, anew }]) => [form, on > anew]));
}

/** Headings of another scheme in the place of one of this. */
function* mixed(outline: readonly Heading[]): Generator<Problem> {
  const odd = outline.filter(({ misfit }) => misfit?.kind === 'scheme');
  for (const heading of odd) {
    const { number, misfit, raw } = heading;
    if (!number || !misfit?.form) continue;
    const right = writeNumber(misfit.form, number.value);
    const gap = /^[\s*]*/.exec(raw.slice(number.end))?.[0].length ?? 0;
    const newText = /^第/.test(right) ? `${right} ` : right;
    const edits = [{ span: within(heading, number.start, number.end + gap), newText }];
    yield {
      span: within(heading, number.start, number.end),
      message: `编号“${raw.slice(number.start, number.end)}”与同级标题的形式不同，应为“${right}”`,
      fix: { title: `改为“${right}”`, safe: !raw.slice(0, number.end + gap).includes('*'), edits },
    };
  }
}

function* problem(
  members: readonly Heading[],
  values: readonly (number | undefined)[],
  slip: Slip,
  form: Form,
): Generator<Problem> {
  const heading = members[slip.index];
  if (!heading) return;
  const value = values[slip.index];
  const { number } = heading;
  const span = number ? within(heading, number.start, number.end) : heading.section.title.span;
  const fix = repair(members, values, slip, form);
  const twin = slip.kind === 'repeat' ? members.find((other) => other.number?.value === value) : undefined;
  const before = twin ?? members[slip.index - 1];
  yield {
    span,
    message: saySlip(slip, value, (each) => writeNumber(form, each)),
    related: before
      ? [{ span: before.section.title.span, message: twin ? '前一处用过这个编号' : '前一个同级标题' }]
      : [],
    ...(fix && { fix }),
  };
}

function repair(
  members: readonly Heading[],
  values: readonly (number | undefined)[],
  slip: Slip,
  form: Form,
): Fix | undefined {
  const edits = mended(values, slip).flatMap(({ index, value }): Edit[] => {
    const heading = members[index];
    if (!heading) return [];
    const { number, section } = heading;
    const { span } = section.title;
    const mark = writeNumber(form, value);
    if (!number) return [{ span: { ...span, end: span.start }, newText: /^第/.test(mark) ? `${mark} ` : mark }];
    const { start, end } = number.numeral;
    return [{ span: within(heading, start, end), newText: numeralLike(heading.raw.slice(start, end), value) }];
  });
  if (!edits.length) return undefined;
  const title = slip.alone ? `改为“${writeNumber(form, slip.expected)}”` : '从此处起依次重新编号';
  return { title, safe: slip.alone, edits };
}
