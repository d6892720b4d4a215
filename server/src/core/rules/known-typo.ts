import { type Body, HAN } from '../body.ts';
import type { Span } from '../model.ts';
import type { Note, Problem, Rule } from '../rule.ts';
import { type Slip, tell } from '../slips.ts';
import { findDoubtful, findTypos, isLawful, meantFor } from '../words.ts';

/** So many characters around a doubtful one must stand elsewhere to the letter. */
const CONTEXT = 4;
/** More doubtful characters than any plan has: beyond, another way to write is no slip. */
const MOST = 200;
const CHINESE = new RegExp(`^[${HAN}]+$`);
const KINDS: Readonly<Record<string, string>> = {
  ocr: '扫描识别常见的错字',
  ime: '输入法常见的错字',
  confusion: '用混的词',
};

/** Words that are always wrong, and a word written one way here and another there. */
export const knownTypo: Rule = {
  id: 'known-typo',
  category: 'text',
  severity: 'warning',
  summary: '常见的错别字，或者同一个词前后写法不同、一处是错字。',
  *check({ bodies: all, typos }) {
    const byWrong = new Map<string, Slip[]>();
    for (const body of all)
      for (const { at, typo } of findTypos(body, typos)) {
        const { wrong, right, kind } = typo;
        const span = { source: body.source, start: at, end: at + wrong.length };
        const why = kind && KINDS[kind] ? `（${KINDS[kind]}）` : '';
        const slip = { span, message: `“${wrong}”应为“${right}”${why}`, newText: right };
        const slips = byWrong.get(wrong);
        if (slips) slips.push(slip);
        else byWrong.set(wrong, [slip]);
      }
    for (const [wrong, slips] of byWrong) {
      const right = slips[0]?.newText ?? '';
      yield* tell(slips, `改为“${right}”`, (count) => `“${wrong}”共${count}处，应为“${right}”`);
    }
    const known = [...byWrong.values()].flat().map(({ span }) => span);
    yield* variants(all, known);
  },
};

/** A character of a known pair, where the same words stand elsewhere with the other character. */
function* variants(all: readonly Body[], known: readonly Span[]): Generator<Problem> {
  const doubtful = all.flatMap((body) => findDoubtful(body).map((index) => ({ body, index })));
  for (const { body, index } of doubtful.slice(0, MOST)) {
    const right = meantFor(body.own, index) ?? '';
    const other = elsewhere(all, body.own, index, right);
    if (!other || known.some((each) => each.source === body.source && each.start <= index && index < each.end))
      continue;
    const span = { source: body.source, start: index, end: index + 1 };
    yield {
      span: { ...span, start: other.start, end: other.end },
      message: `“${other.here}”在别处写作“${other.there}”：“${body.own[index]}”可能是“${right}”之误`,
      related: other.notes,
      fix: { title: `改为“${other.there}”`, safe: false, edits: [{ span, newText: right }] },
    };
  }
}

/** The words around a doubtful character as they stand elsewhere with the right one, at least as often. */
function elsewhere(all: readonly Body[], text: string, index: number, right: string) {
  for (let shift = CONTEXT - 1; shift >= 0; shift--) {
    const start = index - shift;
    const end = start + CONTEXT;
    const here = text.slice(Math.max(0, start), end);
    if (here.length < CONTEXT || !CHINESE.test(here)) continue;
    const there = here.slice(0, shift) + right + here.slice(shift + 1);
    const found = places(all, there);
    const [first] = found;
    if (!first) continue;
    const times = places(all, here).length;
    // As often the one as the other: the other must be beyond doubt.
    if (found.length < times || (found.length === times && !isLawful(first.body.own, first.at + shift))) continue;
    const notes = found.slice(0, 5).map(({ body, at }): Note => {
      return { span: { source: body.source, start: at, end: at + CONTEXT }, message: `此处写作“${there}”` };
    });
    return { start, end, here, there, notes };
  }
  return undefined;
}

function places(all: readonly Body[], words: string): { body: Body; at: number }[] {
  const found: { body: Body; at: number }[] = [];
  for (const body of all)
    for (let at = body.own.indexOf(words); at >= 0; at = body.own.indexOf(words, at + 1)) found.push({ body, at });
  return found;
}
