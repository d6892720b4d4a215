/** HTML that is safe to put into a page as it stands. */
export interface Markup {
  readonly html: string;
}

type Content = string | number | Markup | undefined | false | readonly Content[];

/** HTML from a template: every text put into it is escaped, so that nothing of a draft can become markup. */
export function html(strings: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  return {
    html: strings.map((string, index) => string + (index < contents.length ? flat(contents[index]) : '')).join(''),
  };
}

function flat(content: Content): string {
  if (content === undefined || content === false) return '';
  if (typeof content === 'string' || typeof content === 'number') return escaped(String(content));
  return 'html' in content ? content.html : content.map(flat).join('');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return (
    text
      .replace(/[&<>"']/g, (char) => ESCAPES[char] ?? char)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: no page may hold these
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\p{Cs}/gu, '\ufffd')
  );
}
