import { fold } from './fold.ts';
import type { Plan, Section, Span } from './model.ts';
import { type Form, type Numbering, readNumber } from './numbering.ts';

/** A heading with its number, in the tree that the numbers tell of. */
export interface Heading {
  readonly section: Section;
  /** The title as written, folded: offsets into it count from the title's span. */
  readonly raw: string;
  readonly number?: Numbering;
  /** What is wrong with the form: it belongs to another level, or to another scheme than its siblings'. */
  readonly misfit?: { readonly kind: 'level' | 'scheme'; readonly form?: Form };
  /** The level that its form belongs to; the heading's own where the form fits it or none is known. */
  readonly level: number;
  /** The heading above it, by the levels that the forms belong to. */
  readonly parent?: Heading;
}

/** Headings that no scheme numbers. */
const ASIDE =
  /^(?:目录|前言|序言?|引言|导言|附[件录表图]|结语|结束语|后记|编制?说明|名词解释|术语|缩略语|专栏|[表图]\d)/;

/** Whether a title stands outside the numbering: 前言, 附件, a box's or a table's title. */
export function standsAside(title: string): boolean {
  return ASIDE.test(title.replace(/[\s*]/g, ''));
}

/** The offset span within a heading's title. */
export function within({ section }: Heading, start: number, end: number): Span {
  const from = section.title.span.start;
  return { source: section.title.span.source, start: from + start, end: from + end };
}

interface Raw {
  readonly section: Section;
  readonly raw: string;
  readonly number: Numbering | undefined;
}

/** The headings of a plan, but for those of boxes and tables, each with what its number tells. */
export function readOutline({ sections }: Plan): Heading[] {
  const raws = sections.flatMap((section): Raw[] => {
    const { span } = section.title;
    const raw = fold(span.source.text.slice(span.start, span.end));
    if (/^[\s*]*(?:专栏|[表图]\s*\d)/.test(raw)) return [];
    return [{ section, raw, number: section.level > 1 || /^[\s*]*第/.test(raw) ? readNumber(raw) : undefined }];
  });
  const homes = homesOf(raws);
  const usual = usualForms(raws);
  const families = familiesOf(raws);
  const open: Heading[] = [];
  return raws.map((raw, index) => {
    const { section, number } = raw;
    const around = { family: families.get(raw), above: raws[index - 1], homes, usual };
    const misfit = number && misfitOf(raw, number, around);
    const home = misfit?.kind === 'level' && number ? homes.get(number.form) : undefined;
    const level = misfit?.kind === 'level' ? (home ?? section.level + 1) : section.level;
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    const parent = open.at(-1);
    const heading: Heading = {
      section,
      raw: raw.raw,
      level,
      ...(number && { number }),
      ...(misfit && { misfit }),
      ...(parent && { parent }),
    };
    open.push(heading);
    return heading;
  });
}

/** The numbered headings of one level under one heading. */
interface Family {
  readonly counts: Map<Form, number>;
  readonly members: Raw[];
  readonly place: Map<Raw, number>;
}

function familiesOf(raws: readonly Raw[]): Map<Raw, Family> {
  const found = new Map<Raw, Family>();
  const families = new Map<Section | undefined, Map<number, Family>>();
  for (const raw of raws) {
    const { section, number } = raw;
    if (!number) continue;
    const levels = families.get(section.parent) ?? new Map<number, Family>();
    families.set(section.parent, levels);
    const family: Family = levels.get(section.level) ?? { counts: new Map(), members: [], place: new Map() };
    levels.set(section.level, family);
    family.counts.set(number.form, (family.counts.get(number.form) ?? 0) + 1);
    family.place.set(raw, family.members.push(raw) - 1);
    found.set(raw, family);
  }
  return found;
}

interface Around {
  readonly family: Family | undefined;
  readonly above: Raw | undefined;
  readonly homes: ReadonlyMap<Form, number>;
  readonly usual: ReadonlyMap<number, Form>;
}

/** The level at which a form stands two times in three, and at least twice. */
function homesOf(raws: readonly Raw[]): Map<Form, number> {
  const counts = new Map<Form, Map<number, number>>();
  for (const { number, section } of raws) {
    if (!number) continue;
    const levels = counts.get(number.form) ?? new Map<number, number>();
    levels.set(section.level, (levels.get(section.level) ?? 0) + 1);
    counts.set(number.form, levels);
  }
  const homes = new Map<Form, number>();
  for (const [form, levels] of counts) {
    const home = most(levels);
    if (home !== undefined) homes.set(form, home);
  }
  const chapter = homes.get('第一章');
  if (chapter !== undefined && !homes.has('第一节')) homes.set('第一节', chapter + 1);
  return homes;
}

function usualForms(raws: readonly Raw[]): Map<number, Form> {
  const counts = new Map<number, Map<Form, number>>();
  for (const { number, section } of raws) {
    if (!number) continue;
    const forms = counts.get(section.level) ?? new Map<Form, number>();
    forms.set(number.form, (forms.get(number.form) ?? 0) + 1);
    counts.set(section.level, forms);
  }
  const usual = new Map<number, Form>();
  for (const [level, forms] of counts) {
    const form = most(forms);
    if (form !== undefined) usual.set(level, form);
  }
  return usual;
}

/** What was counted two times in three, and at least twice. */
function most<Key>(counts: ReadonlyMap<Key, number>): Key | undefined {
  let all = 0;
  let best: Key | undefined;
  for (const [key, count] of counts) {
    all += count;
    if (best === undefined || count > (counts.get(best) ?? 0)) best = key;
  }
  const count = best === undefined ? 0 : (counts.get(best) ?? 0);
  return count >= 2 && count * 3 >= all * 2 ? best : undefined;
}

/** A heading in another form than its siblings': of their scheme's run where its number goes on from theirs, else of another level. */
function misfitOf(raw: Raw, number: Numbering, around: Around): Heading['misfit'] {
  const { level } = raw.section;
  const { family } = around;
  if (!family) return undefined;
  const { counts, members } = family;
  const own = most(counts) ?? around.usual.get(level);
  const home = around.homes.get(number.form);
  const astray = home !== undefined && home !== level;
  const misplaced = { kind: 'level', ...(own && { form: own }) } as const;
  if (own === number.form)
    return astray && number.form.startsWith('第') && around.usual.get(level) !== own ? misplaced : undefined;
  // A chapter may leave a level out, and then its parts bear another level's form; 章 and 节 have one level each.
  if (counts.size === 1 || own === undefined)
    return astray && (members.length === 1 || number.form.startsWith('第')) ? misplaced : undefined;
  const at = family.place.get(raw) ?? 0;
  const valueAt = (sibling: Raw | undefined) => (sibling?.number?.form === own ? sibling.number.value : undefined);
  const [before, after] = [valueAt(members[at - 1]), valueAt(members[at + 1])];
  const { value } = number;
  const nested = around.above?.number?.form === number.form && around.above.number.value + 1 === value;
  const fits = (before === value - 1 && after !== value) || (after === value + 1 && before !== value);
  return fits && !nested ? { kind: 'scheme', form: own } : misplaced;
}
