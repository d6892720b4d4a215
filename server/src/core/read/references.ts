import { place } from '../clean.ts';
import type { Prose, Reference } from '../model.ts';

const KINDS = { 专栏: 'box', 表: 'table', 图: 'figure', 附件: 'annex', 附表: 'table', 附图: 'figure' } as const;
const REFERENCE =
  /(?:见|参见|参照|详见|如|按照|附)?(专栏|附表|附图|附件|表|图)(\d+(?:-\d+)?|[一二三四五六七八九十]+)(?![\d.%‰年月个项家张人万亿])/g;
const NUMERAL = '[一二三四五六七八九十\\d]{1,3}';
/** 第四章第五节 says for itself that it refers; a chapter or a part alone must be announced. */
const SECTION = new RegExp(
  `(第${NUMERAL}章第${NUMERAL}节)|(?:见|参见|详见|参照|按照|根据|依据|结合|围绕|落实|本规划|本纲要|本意见|与|同|在|[(（])(第${NUMERAL}章(?!第${NUMERAL}节)|第${NUMERAL}节|第${NUMERAL}部分(?:第?\\(${NUMERAL}\\))?)`,
  'g',
);

/** The references that a run of text makes: 见专栏3, 详见表2, 附件1, 见第三章第二节. */
export function readReferences(prose: Prose): Reference[] {
  const { text } = prose;
  const context = prose.section && { section: prose.section };
  const references: Reference[] = [];
  if (/专栏|附件|[表图][\d一二三四五六七八九十]/.test(text))
    for (const match of text.matchAll(REFERENCE)) {
      const [all, kind = '专栏', label = ''] = match;
      const from = match.index + all.length - label.length - kind.length;
      const span = place(prose, from, match.index + all.length);
      references.push({ kind: KINDS[kind as keyof typeof KINDS], label, span, ...context });
    }
  for (const match of /第.{1,3}[章节部]/.test(text) ? text.matchAll(SECTION) : []) {
    const [all, both, one] = match;
    const label = both ?? one ?? '';
    const end = match.index + all.length;
    references.push({ kind: 'section', label, span: place(prose, end - label.length, end), ...context });
  }
  return references;
}

const CALL = /\[\^([^\]\n]{1,60})\](?!:)/g;

/** The footnote calls between two offsets of the raw text, where cleaning has left none. */
export function readFootnoteCalls(prose: Prose): Reference[] {
  const { source, start, end } = prose.span;
  const raw = source.text.slice(start, end);
  if (!raw.includes('[^')) return [];
  return [...raw.matchAll(CALL)].map((match) => ({
    kind: 'footnote' as const,
    label: match[1] ?? '',
    span: { source, start: start + match.index, end: start + match.index + match[0].length },
    ...(prose.section && { section: prose.section }),
  }));
}
