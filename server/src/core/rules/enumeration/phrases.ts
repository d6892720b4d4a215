import { place } from '../../clean.ts';
import { groupBy } from '../../group.ts';
import type { Prose, Span } from '../../model.ts';
import type { Problem, View } from '../../rule.ts';

/** A set phrase in quotation marks: “五区”, “八大行动”. */
const PHRASE = /[“"]([二两三四五六七八九十])([大个项]?[\u4e00-\u9fa5]{1,8})[”"]/g;
const HAN = /^[\u4e00-\u9fa5]{2}$/;

interface Phrase {
  readonly numeral: string;
  readonly noun: string;
  readonly words: string;
  readonly span: Span;
  /** The two characters before and behind. */
  readonly around: readonly [string, string];
}

/** “五区”建设 here and there, “六区”建设 once. */
export function* setPhrases({ plan }: View): Generator<Problem> {
  const found = plan.prose.flatMap(phrasesOf);
  for (const group of groupBy(found, ({ noun }) => noun).values()) {
    const forms = [...groupBy(group, ({ numeral }) => numeral).values()].sort((a, b) => b.length - a.length);
    const [usual = [], ...others] = forms;
    const [first] = usual;
    const [odd, more] = others.flat();
    if (!first || !odd || more) continue;
    const same = Math.max(...usual.map((each) => likeness(each, odd)));
    if (same < (usual.length > 1 ? 1 : 2)) continue;
    yield {
      span: odd.span,
      message: `“${odd.words}”在别处写作“${first.words}”，请核对`,
      related: usual.slice(0, 20).map(({ span, words }) => ({ span, message: words })),
    };
  }
}

function phrasesOf(prose: Prose): Phrase[] {
  const { text } = prose;
  if (!/[“"]/.test(text)) return [];
  return [...text.matchAll(PHRASE)].map(({ 0: all, 1: numeral = '', 2: noun = '', index }) => ({
    numeral,
    noun,
    words: numeral + noun,
    span: place(prose, index + 1, index + all.length - 1),
    around: [text.slice(Math.max(0, index - 2), index), text.slice(index + all.length, index + all.length + 2)],
  }));
}

/** On how many sides two phrases stand beside the same words. */
function likeness(a: Phrase, b: Phrase): number {
  return [0, 1].filter((side) => a.around[side] === b.around[side] && HAN.test(a.around[side] ?? '')).length;
}
