import { eastAsianWidth } from 'get-east-asian-width';

/** Columns that a text takes where all letters are of one width: a Chinese character takes two. */
export function widthOf(text: string): number {
  let width = 0;
  for (const char of text) width += columnsOf(char);
  return width;
}

/** Columns that one character takes. */
export function columnsOf(char: string): number {
  return /^\p{M}$/u.test(char) ? 0 : eastAsianWidth(char.codePointAt(0) ?? 0);
}
