import type { Knowledge } from '../lexicon.ts';
import type { Mention, Phrase, Plan, Prose, Section } from '../model.ts';

const PLACE = /^(?:[全我][国省区]|全自治区|(?![全我本各])[\u4e00-\u9fff]{2,5}?(?:省|市|县|区|州|盟|旗))/;
const WHOLE_PLACE = /^[\u4e00-\u9fff]{2,6}(?:省|市|县|区|州|盟|旗|镇|乡|街道)$/;
const NUMBERING = /^(?:第[^章节\s]{1,4}[章节]|[一二三四五六七八九十]+、|[(（][^()（）]{1,3}[)）]|\d{1,2}[.．、])\s*/;
/** Before a known name, the plan's own place said aloud. */
const HOME = /^[全我本]/;
const SENTENCE_END = /[。；;！？\n]/;

/** The place that a caption opens with, where it is another than the plan's own. */
export function placeOfCaption(caption: Phrase | undefined, plan: Plan): string {
  const text = (caption?.value ?? '').replace(/^表[\d一二三四五六七八九十-]*[:、.]?/, '');
  return other(PLACE.exec(text)?.[0], plan);
}

/**
 * Mentions of one run of text, each with the place that it speaks of: 石桥县婴儿死亡率 and what follows it in the
 * sentence, or all that stands behind 石桥县： or under a heading that is a place's name.
 */
export function* inPlaces(
  mentions: Iterable<Mention>,
  prose: Prose,
  plan: Plan,
  knowledge: Knowledge,
): Generator<Mention> {
  const around = placeAround(prose, plan);
  let place = around;
  let last = prose.span.start;
  for (const mention of mentions) {
    const { subject, scope } = mention;
    if (SENTENCE_END.test(prose.source.text.slice(last, subject.span.start))) place = around;
    last = Math.max(last, subject.span.start);
    const head = other(PLACE.exec(subject.value)?.[0], plan);
    const rest = subject.value.slice(head.length).replace(/^的/, '');
    const known = knowledge.knows(subject.value);
    if (head && !known && knowledge.knows(rest)) {
      place = head;
      yield { ...mention, key: knowledge.keyOf(rest), scope: head };
      continue;
    }
    if (known && HOME.test(subject.value)) place = '';
    yield place ? { ...mention, scope: scope ? `${place}·${scope}` : place } : mention;
  }
}

/** The place that a run of text is about as a whole. */
function placeAround({ text, section }: Prose, plan: Plan): string {
  const [opening = ''] = text.slice(0, 12).split(/[:。]/);
  if (opening.length < text.length && WHOLE_PLACE.test(opening)) return other(opening, plan);
  for (let at: Section | undefined = section; at && at.level > 1; at = at.parent) {
    const title = at.title.value.replace(NUMBERING, '');
    if (WHOLE_PLACE.test(title)) return other(title, plan);
  }
  return '';
}

/** '' where a place is none, or the plan's own, or where nobody knows which place that is. */
function other(place: string | undefined, { frontMatter, sections }: Plan): string {
  const title = frontMatter?.title ?? sections.find(({ level }) => level === 1)?.title.value ?? '';
  const home = frontMatter?.place ?? PLACE.exec(title)?.[0];
  if (!place || !home || place === home || title.startsWith(place)) return '';
  return /^[全我]/.test(place) && !/^[市县]/.test(frontMatter?.level ?? '') ? '' : place;
}
