import { fold } from '../../core/fold.ts';
import type { Mention } from '../../core/model.ts';
import { quote, sayValue, sayWhen } from '../../core/say.ts';
import { type Thing, thingsOf } from '../things.ts';
import type { Proposal, Scene } from './proposal.ts';

/** What a name may consist of. */
const WORD = /[\u3400-\u9fffA-Za-z0-9（）().%“”·-]*$/;
const LONGEST = 40;
/** So many characters of a name are typed before it is proposed; one fewer where a name is likely to begin. */
const ENOUGH = 3;
const BEGINS = /(?:^|[和与及或的]|[全我本][国省市县区州盟旗])$/;

/** In the text: the indicators of the plan's own tables whose names begin as the words before the offset end. */
export function names({ report, source, offset, before, typed }: Scene): Proposal[] {
  const inText = report.plan.prose.some(
    ({ span }) => span.source === source && span.start <= offset && offset <= span.end + 1,
  );
  if (!inText || typed !== undefined) return [];
  const word = WORD.exec(before.slice(-LONGEST))?.[0] ?? '';
  return thingsOf(report).all.flatMap((thing) => {
    const [row] = thing.rows;
    if (!row || thing.name.includes('·')) return [];
    // A part that is counted per head as its whole is has a name that its row does not write.
    const name = row.whole ? thing.name : quote(row.name);
    const length = begun(fold(name), fold(word));
    return length === undefined ? [] : [proposal(thing, name, length)];
  });
}

/** How many characters of a name the word ends with; undefined where they are too few, or all of it. */
function begun(name: string, word: string): number | undefined {
  // Behind a comma nothing is begun: whoever asks there wants all of them.
  if (word === '') return 0;
  for (let length = Math.min(name.length, word.length); length >= ENOUGH - 1; length--) {
    if (!word.endsWith(name.slice(0, length))) continue;
    const enough = length >= ENOUGH || BEGINS.test(word.slice(0, -length));
    return enough && length < name.length ? length : undefined;
  }
  return undefined;
}

function proposal({ mentions }: Thing, name: string, length: number): Proposal {
  const cell = (role: Mention['role']) => mentions.find((mention) => mention.indicator && mention.role === role);
  const [baseline, target] = [cell('baseline'), cell('target')];
  const told = [baseline, target].flatMap((mention) => (mention ? [sayWhen(mention) + sayValue(mention)] : []));
  return {
    kind: 'indicator',
    label: name,
    detail: told.join('，'),
    length,
    text: name,
    topic: { kind: 'indicator', name },
  };
}
