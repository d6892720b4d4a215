// What the pages share that have tables made from the code: writing a table, and putting it where the page asks for it.

const row = (cells) => `| ${cells.join(' | ')} |`;

export const table = (head, rows) => [row(head), `|${'---|'.repeat(head.length)}`, ...rows.map(row)].join('\n');

/** The text of a page with the tables, by name, between the comments that ask for them. What stands outside is written by hand. */
export function withTables(path, text, tables) {
  return text.replace(/(<!-- 表 (\w+)，由 npm run docs 生成 -->\n).*?(<!-- 表完 -->)/gs, (_, open, name, close) => {
    if (!tables[name]) throw new Error(`${path} asks for a table that nobody makes: ${name}`);
    return `${open}\n${tables[name]}\n\n${close}`;
  });
}
