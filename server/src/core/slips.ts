import type { Span } from './model.ts';
import type { Edit, Problem } from './rule.ts';

/** One place where a habit of writing shows. Without `newText` nobody can say for certain how to mend it. */
export interface Slip {
  readonly span: Span;
  readonly message: string;
  readonly newText?: string;
  /** Where the edit reaches further than the finding. */
  readonly edits?: readonly Edit[];
}

/** More than so many slips of one kind are a habit: one finding with one fix. */
const SINGLE = 5;
const SHOWN = 20;

/** So many that they are told at once. */
export function isHabit(slips: readonly Slip[]): boolean {
  return slips.length > SINGLE;
}

/** Within one source. */
export function byPlace(a: Slip, b: Slip): number {
  return a.span.start - b.span.start;
}

/** Each slip as a finding of its own or, where they are a habit, one finding at the first with the next as related places. */
export function* tell(slips: readonly Slip[], title: string, habit: (count: number) => string): Generator<Problem> {
  const [first] = slips;
  if (first && isHabit(slips)) {
    const related = slips.slice(1, SHOWN + 1).map(({ span, message }) => ({ span, message }));
    const edits = slips.flatMap(editsOf);
    const fix = { title: `${title}（共${slips.length}处）`, safe: true, edits };
    yield { span: first.span, message: habit(slips.length), related, ...(edits.length && { fix }) };
    return;
  }
  for (const slip of slips) {
    const edits = editsOf(slip);
    yield { span: slip.span, message: slip.message, ...(edits.length && { fix: { title, safe: true, edits } }) };
  }
}

function editsOf({ span, newText, edits }: Slip): readonly Edit[] {
  return edits ?? (newText === undefined ? [] : [{ span, newText }]);
}
