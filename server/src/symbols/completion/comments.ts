import { groupBy } from '../../core/group.ts';
import { rules } from '../../core/rules/index.ts';
import { categoryWord } from '../../core/say.ts';
import { escaped, type Proposal, type Scene } from './proposal.ts';

const COMMENTS = [
  ['planlint-disable-next-line', '下一行不检查'],
  ['planlint-disable-table', '下方表格的一行或者全表不检查'],
  ['planlint-disable-file', '整个文件不检查'],
  ['planlint-disable', '从此处起不检查'],
  ['planlint-enable', '从此处起恢复检查'],
] as const;

/** In a comment: the words that switch rules off, then the rules, those that find something in the file first. */
export function comments(scene: Scene): Proposal[] | undefined {
  const { before } = scene;
  const open = before.lastIndexOf('<!--');
  if (open < 0 || before.includes('-->', open)) return undefined;
  const inner = before.slice(open + '<!--'.length);
  if (/^\s*[a-z-]*$/.test(inner)) return words(scene, inner);
  const match = /^\s*planlint-(?:disable|enable)(-[a-z-]+)?\s+(.*)$/.exec(inner);
  const [, suffix, list = ''] = match ?? [];
  if (!match || /(?:^|\s)--(?:\s|$)/.test(list)) return [];
  const named = list.split(/[\s,，、]+/);
  const typed = named.pop() ?? '';
  return [...(suffix === '-table' && named.length ? rows(scene, typed) : []), ...ruleNames(scene, named, typed)];
}

function words({ after }: Scene, inner: string): Proposal[] {
  const typed = inner.trimStart();
  const lead = inner === '' ? ' ' : '';
  // A comment that is closed at once leaves the text below it what it was: the rules that find something there are known.
  const rest = after.includes('-->') ? '$0' : `\${1} -- \${2:理由} -->`;
  return COMMENTS.map(([label, detail]) => ({
    kind: 'comment',
    label,
    detail,
    length: typed.length,
    text: `${lead}${label} `,
    snippet: `${lead}${label} ${rest}`,
    goesOn: true,
  }));
}

function ruleNames({ report, source, after }: Scene, named: readonly string[], typed: string): Proposal[] {
  const here = report.findings.filter(({ span, suppressed }) => span.source === source && suppressed === undefined);
  const found = groupBy(here, ({ rule }) => rule);
  const ids = rules.map(({ id }) => id);
  const ranked = [...ids.filter((id) => found.has(id)), ...ids.filter((id) => !found.has(id))];
  const closed = after.includes('-->');
  const proposal = (label: string, detail: string): Proposal => ({
    kind: 'rule',
    label,
    detail,
    length: typed.length,
    ...(closed ? { text: label } : { text: `${label} -- 理由 -->`, snippet: `${escaped(label)} -- \${1:理由} -->` }),
  });
  const categoryOf = new Map(rules.map(({ id, category }) => [id, category]));
  return [
    ...ranked.map((id): Proposal => {
      const count = found.get(id)?.length;
      const category = categoryOf.get(id);
      const detail = count ? `本文件${count}处` : category ? categoryWord[category] : '';
      return { ...proposal(id, detail), topic: { kind: 'rule', name: id } };
    }),
    ...[...new Set(categoryOf.values())].map((category) => proposal(`${category}/*`, `${categoryWord[category]}一类`)),
  ].filter(({ label }) => !named.includes(label));
}

/** The rows of the table that the comment is for. */
function rows({ report: { plan }, source, offset }: Scene, typed: string): Proposal[] {
  const below = plan.tables.find(({ span }) => span.source === source && span.start >= offset);
  return (below?.indicators ?? []).flatMap(({ name: { value } }): Proposal[] =>
    /[\s,，、>]/.test(value)
      ? []
      : [{ kind: 'value', label: value, detail: '表中的一行', length: typed.length, text: value }],
  );
}
