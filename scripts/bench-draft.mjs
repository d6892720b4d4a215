/**
 * A draft of about `length` characters: the plan's chapters over and over, each time for another place. Most rounds leave out what
 * holds figures: in a plan of this length a paragraph in three has some, in the short example nearly every one. `name` makes
 * drafts differ from each other.
 */
export function longDraft(plan, length, name = '') {
  const chapters = plan.slice(plan.indexOf('\n## ')).split('\n\n');
  const words = chapters.filter((block) => /^#/.test(block) || !/[0-9]/.test(block));
  let text = plan;
  for (let round = 1; text.length < length; round++) {
    text += (round % 4 ? words : chapters).join('\n\n').replaceAll('全市', `${name}第${round}片区`);
  }
  return text.slice(0, text.lastIndexOf('\n\n', length));
}
