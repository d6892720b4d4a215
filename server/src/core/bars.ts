/** The bars in a part of a table's line that divide cells: those that are not escaped, in code too. */
export function barsOf(text: string, start: number, end: number): number[] {
  const bars: number[] = [];
  for (let at = start; at < end; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '|') bars.push(at);
  }
  return bars;
}
