import type { Directive, Source } from '../model.ts';

const COMMENT = /<!--[ \t]*planlint-(disable|enable)(-next-line|-file|-table)?(?=[ \t]|--)([^\r\n>]{0,500}?)-->/g;
const KINDS = { '': 'from', '-next-line': 'next-line', '-file': 'file', '-table': 'table' } as const;

/** The suppression comments of a source: `<!-- planlint-disable-next-line RULE … -- reason -->` and its kin. */
export function readDirectives(source: Source): Directive[] {
  if (!source.text.includes('planlint-')) return [];
  return [...source.text.matchAll(COMMENT)].map((match) => {
    const [all, verb, suffix = '', body = ''] = match;
    const [list = '', ...reason] = body.split(/(?:^|\s)--(?:\s|$)/);
    const words = list
      .trim()
      .split(/[\s,，、]+/)
      .filter(Boolean);
    const isTable = suffix === '-table';
    const rules = words.filter((word) => /^(?:[a-z-]+(?:\/(?:\*|[a-z-]+))?|\*)$/.test(word));
    const row = words.filter((word) => !rules.includes(word)).join('');
    return {
      span: { source, start: match.index, end: match.index + all.length },
      kind: verb === 'enable' ? 'until' : KINDS[suffix as keyof typeof KINDS],
      rules: rules.length ? rules : ['*'],
      reason: reason.join(' ').trim(),
      ...(isTable && row && { row }),
    };
  });
}
