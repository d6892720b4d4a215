import type { Span } from '../core/model.ts';
import type { Block, Card, Line, Words } from '../symbols/cards/card.ts';

/** Cards in Markdown, one under the other. `hrefOf` says where a place is. */
export function inMarkdown(cards: readonly Card[], hrefOf: (span: Span) => string): string {
  const say = (words: Words) => {
    if (typeof words === 'string') return escaped(words);
    return 'strong' in words ? `**${escaped(words.strong)}**` : `[${escaped(words.words)}](<${hrefOf(words.to)}>)`;
  };
  return cards.map((card) => laidOut(card, (line) => line.map(say).join(''))).join('\n\n---\n\n');
}

/** Cards for a client that shows plain text. */
export function inPlainText(cards: readonly Card[]): string {
  const say = (words: Words) => (typeof words === 'string' ? words : 'strong' in words ? words.strong : words.words);
  return cards.map((card) => laidOut(card, (line) => line.map(say).join(''))).join('\n\n');
}

function laidOut(card: Card, write: (line: Line) => string): string {
  const block = (each: Block) => {
    if ('line' in each) return write(each.line);
    return 'list' in each ? each.list.map((line) => `- ${write(line)}`).join('\n') : each.table;
  };
  return card.map(block).join('\n\n');
}

function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>|~&#]/g, '\\$&');
}
