/** Characters that mean the same in a draft, folded to one; always one code unit to one, so offsets stay. */
const SAME: Readonly<Record<string, string>> = {
  '\u00a0': ' ',
  '\u3000': ' ',
  '≦': '≤',
  '⩽': '≤',
  '≧': '≥',
  '⩾': '≥',
  '﹤': '<',
  '﹥': '>',
  '﹪': '%',
  '∶': ':',
  '○': '〇',
  '−': '-',
  '–': '—',
  '‐': '-',
  '‑': '-',
  '〔': '[',
  '〕': ']',
  '【': '[',
  '】': ']',
};
const FOLDABLE = /[\u00a0\u3000\uff01-\uff5e≦⩽≧⩾﹤﹥﹪∶○−–‐‑〔〕【】]/g;

/** Full-width forms as half-width ones and variants as one character. Same length as the text. */
export function fold(text: string): string {
  return text.replace(FOLDABLE, (char) => {
    const code = char.charCodeAt(0);
    return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : (SAME[char] ?? char);
  });
}
