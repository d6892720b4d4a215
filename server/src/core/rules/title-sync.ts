import { place } from '../clean.ts';
import { fold } from '../fold.ts';
import type { Phrase, Plan, Prose, Section, Span } from '../model.ts';
import { readNumber } from '../numbering.ts';
import { yearsOfTitle } from '../period.ts';
import type { Problem, Rule } from '../rule.ts';

/** Title in front matter, H1 and notice differ; 规划期 and the title's 五年 ordinal differ. */
export const titleSync: Rule = {
  id: 'title-sync',
  category: 'structure',
  severity: 'warning',
  summary: '文件头、大标题、印发通知里的规划名称不一致，或者规划期与名称里的“十几五”不符。',
  *check({ plan }) {
    const { fault } = plan.frontMatter ?? {};
    if (fault)
      yield {
        span: fault.span,
        message: '文件头的写法有误，此处之后的内容读不出来：请写作“键: 值”，冒号后空一格，方括号、引号要成对',
      };
    const entry = plan.frontMatter?.entries.get('标题');
    const heading = titleOf(plan);
    const titles: Title[] = [
      ...(heading ? [{ ...heading.title, where: '大标题' }] : []),
      ...(entry?.value ? [{ ...entry, where: '文件头的标题' }] : []),
      ...noticed(plan, heading),
    ];
    yield* names(titles);
    yield* period(plan, titles[0]);
  },
};

interface Title extends Phrase {
  readonly where: string;
}

/** The heading that names the plan: no chapter, no notice, no annex. */
function titleOf({ sections }: Plan): Section | undefined {
  return sections.find(({ level, title: { value } }) => {
    const name = value.replace(/\s/g, '');
    return level === 1 && /规划|纲要/.test(name) && !/通知$|^附|^关于/.test(name) && !readNumber(fold(name));
  });
}

/** The plan's name as the notice has it: 《…》已经…通过，现印发; 关于印发…的通知. The notice stands before the title or the first chapter. */
function* noticed({ sections, prose, sources }: Plan, heading: Section | undefined): Generator<Title> {
  const first = heading ?? sections.find(({ level }) => level > 1);
  if (!first) return;
  for (const section of sections) {
    if (section === first) break;
    const { title } = section;
    const name = /(?:关于)?印发《?(.*?)》?的通知$/.exec(title.value.replace(/\s/g, ''))?.[1];
    if (name && isName(name)) yield { value: name, span: title.span, where: '印发通知的标题' };
  }
  const limit = sources.indexOf(first.span.source);
  for (const run of prose) {
    const at = sources.indexOf(run.span.source);
    if (at > limit || (at === limit && run.span.start >= first.span.start)) return;
    const { text } = run;
    const titled = /印发《?(.*?)》?的通知$/.exec(text.length < 90 ? text : '');
    const name = titled?.[1];
    if (name && isName(name)) yield { ...part(run, text.indexOf(name), name), where: '印发通知的标题' };
    for (const { 1: inner = '', index } of text.matchAll(
      /《([^《》]{4,60})》(?=(?:\([^()]{0,20}\))?(?:已经|业经|已|经|现)[^《》。]{0,40}(?:印发|审议|通过|同意|批准))/g,
    ))
      if (isName(inner)) yield { ...part(run, index + 1, inner), where: '印发通知' };
  }
}

function isName(name: string): boolean {
  return /(?:规划|纲要)(?:\([^()]*\))?$/.test(fold(name)) && !/[》《]/.test(name);
}

function part(run: Prose, at: number, value: string): { value: string; span: Span } {
  return { value, span: place(run, at, at + value.length) };
}

/** A name without what may differ: spaces, quotation marks, 《》, a remark in brackets at its end. */
function bare(title: string): string {
  return fold(title)
    .replace(/[\s*“”"'‘’「」『』《》]/g, '')
    .replace(/(?:\([^()]*\))+$/, '');
}

/** One name ends with the other where the place is left out. */
function agrees(a: string, b: string): boolean {
  return a.endsWith(b) || b.endsWith(a);
}

/** Of names that differ the one that stands alone; of two, the one that is not the title itself. */
function* names(titles: readonly Title[]): Generator<Problem> {
  const keys = titles.map(({ value }) => bare(value));
  const backing = keys.map((key) => keys.filter((other) => agrees(key, other)).length);
  const most = Math.max(...backing);
  const right = backing.indexOf(most);
  for (const [index, title] of titles.entries()) {
    const model = titles[right];
    if (!model || agrees(keys[index] ?? '', keys[right] ?? '')) continue;
    yield {
      span: title.span,
      message: `${title.where}写“${title.value}”，与${model.where}“${model.value}”不一致`,
      related: [{ span: model.span, message: model.where }],
    };
  }
}

/** 规划期 is the five years that the name tells of, unless the name looks further. */
function* period({ frontMatter }: Plan, title: Title | undefined): Generator<Problem> {
  const entry = frontMatter?.entries.get('规划期');
  const told = frontMatter?.period;
  if (!entry?.value || !told || !title || /远景|20[3-9]\d|中长期/.test(title.value)) return;
  const years = yearsOfTitle(fold(title.value));
  if (!years || (years.from === told.from && years.to === told.to)) return;
  yield {
    span: entry.span,
    message: `规划期写“${entry.value}”，名称里的五年是${years.from}—${years.to}年`,
    related: [{ span: title.span, message: title.where }],
  };
}
