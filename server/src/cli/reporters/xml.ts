/** An element of an XML document. Attributes are plain text; the content is XML already. */
export function element(name: string, attributes: Readonly<Record<string, string | number>>, content = ''): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value), inAttribute)}"`);
  return content ? `<${name}${written.join('')}>${content}</${name}>` : `<${name}${written.join('')}/>`;
}

/** Plain text as the content of an element. */
export function content(text: string): string {
  return escaped(text, inContent);
}

const inContent = /[&<>\r]/g;
/** A parser makes a space of a line break or a tab that stands as it is. */
const inAttribute = /[&<>"\t\n\r]/g;
/** What XML 1.0 does not allow, however written: most control characters, halves of characters, U+FFFE and U+FFFF. */
const forbidden = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

function escaped(text: string, marks: RegExp): string {
  return text.replace(forbidden, '\ufffd').replace(marks, (mark) => `&#${mark.charCodeAt(0)};`);
}
