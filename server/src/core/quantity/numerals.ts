const DIGITS = new Map([...'零一二三四五六七八九'].map((char, digit) => [char, digit]));
DIGITS.set('〇', 0).set('两', 2);
const WORTH = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);

/** The value of a Chinese numeral up to 99999999 (三千二百, 十七, 两万, 二〇二五), or undefined where it is none. */
export function chineseNumber(text: string): number | undefined {
  if (!text) return undefined;
  if ([...text].every((char) => DIGITS.has(char)))
    return text.length === 1 || !text.includes('两')
      ? Number([...text].map((char) => DIGITS.get(char)).join(''))
      : undefined;
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  for (const char of text) {
    const value = DIGITS.get(char);
    if (value !== undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = value;
      continue;
    }
    const worth = WORTH.get(char);
    if (worth !== undefined) section += (digit ?? 1) * worth;
    else if (char === '万') {
      total = (section + (digit ?? 0)) * 10000;
      section = 0;
    } else return undefined;
    digit = undefined;
  }
  return total + section + (digit ?? 0);
}
