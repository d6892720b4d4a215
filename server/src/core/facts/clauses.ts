/** A half-open run of a text. */
export interface Run {
  readonly start: number;
  readonly end: number;
}

/** Sentences, divided by 。；！？. */
export function sentences(text: string): Run[] {
  return split(
    text,
    { start: 0, end: text.length },
    (char) => char === '。' || char === ';' || char === '!' || char === '?',
  );
}

/** Clauses of a sentence, divided by commas and colons outside brackets and numbers. */
export function clauses(text: string, sentence: Run): Run[] {
  let depth = 0;
  return split(text, sentence, (char, at) => {
    if (char === '(') depth++;
    else if (char === ')') depth = Math.max(0, depth - 1);
    const number = char === ',' && /\d/.test(text[at - 1] ?? '') && /^\d{3}(?!\d)/.test(text.slice(at + 1, at + 5));
    return depth === 0 && (char === ',' || char === ':') && !number;
  });
}

/** Members of an enumeration: divided by 、和及与以及 outside brackets. */
export function members(list: string): string[] {
  let depth = 0;
  const found: string[] = [];
  let start = 0;
  for (let at = 0; at < list.length; at++) {
    const char = list[at];
    if (char === '(' || char === '“') depth++;
    else if (char === ')' || char === '”') depth = Math.max(0, depth - 1);
    if (depth) continue;
    const conjunction =
      char === '、'
        ? 1
        : list.startsWith('以及', at)
          ? 2
          : char === '和' || char === '与' || (char === '及' && list[at + 1] !== '以')
            ? 1
            : 0;
    if (!conjunction) continue;
    found.push(list.slice(start, at));
    at += conjunction - 1;
    start = at + 1;
  }
  found.push(list.slice(start));
  return found.filter(Boolean);
}

function split(text: string, { start, end }: Run, divides: (char: string, at: number) => boolean): Run[] {
  const runs: Run[] = [];
  let from = start;
  for (let at = start; at <= end; at++) {
    if (at < end && !divides(text[at] ?? '', at)) continue;
    if (at > from) runs.push({ start: from, end: at });
    from = at + 1;
  }
  return runs;
}
