import type { Directive, Span } from '../model.ts';
import type { Rule } from '../rule.ts';

/** A comment left behind when what it excused was mended, or one that stands in the wrong place. */
export const suppressionUnused: Rule = {
  id: 'suppression-unused',
  category: 'suppression',
  severity: 'information',
  summary: '关闭规则的注释没有关闭任何问题，可以删去。',
  *check({ idle }) {
    for (const directive of idle()) {
      yield {
        span: directive.span,
        message: `这条注释没有关闭任何问题${SCOPES[directive.kind]}：问题已不存在的可以删去，写错位置或规则名的请改正`,
        fix: { title: '删去这条注释', safe: false, edits: [{ span: withLine(directive.span), newText: '' }] },
      };
    }
  },
};

const SCOPES: Readonly<Record<Directive['kind'], string>> = {
  'next-line': '（只管下一行）',
  from: '（管到启用规则的注释为止）',
  until: '',
  file: '（管整个文件）',
  table: '（只管下方的表）',
};

/** With the line that the comment alone stands on, and the blank line below it. */
function withLine({ source, start, end }: Span): Span {
  const { text } = source;
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const line = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(end, end + 200));
  if (!line || text.slice(from, start).trim() !== '') return { source, start, end };
  const blank = /^[ \t]*\r?\n/.exec(text.slice(end + line[0].length, end + line[0].length + 200));
  return { source, start: from, end: end + line[0].length + (blank?.[0].length ?? 0) };
}
