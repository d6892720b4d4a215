import { FRONT_MATTER } from '../../core/draft.ts';
import { yearsOfTitle } from '../../core/period.ts';
import type { Proposal, Scene } from './proposal.ts';

const OPEN = /^---[ \t]*\r?\n/;
const LEVELS = ['国家', '省', '市', '县'];

/** In front matter: keys that are not there yet, and what may stand behind them; undefined elsewhere. */
export function frontMatter(scene: Scene): Proposal[] | undefined {
  const { source, offset, before, after } = scene;
  const open = OPEN.exec(source.text.slice(0, 80))?.[0].length;
  if (open === undefined || offset < open) return undefined;
  const above = source.text.slice(open, offset - before.length);
  // A line of dashes has closed it; where none does, a heading is text already.
  if (/^(?:---|\.\.\.|#)/m.test(above)) return undefined;
  // Other front matter is some other page's.
  if (!scene.draft && !FRONT_MATTER.some(({ key }) => above.includes(`${key}:`))) return undefined;
  const key = /^[\u3400-\u9fff]*$/.exec(before);
  if (key) return after.trim() === '' ? keys(scene, source.text.slice(open)) : [];
  const [, name, space = '', typed = ''] = /^([\u3400-\u9fff]+):([ \t]*)([^\s'"[\]]*)$/.exec(before) ?? [];
  if (name === undefined) return [];
  return valuesOf(name, scene).map((value) => ({
    kind: 'value',
    label: value,
    length: typed.length,
    text: space ? value : ` ${value}`,
  }));
}

function keys(scene: Scene, body: string): Proposal[] {
  const [inside = ''] = body.split(/^(?:---|\.\.\.)/m);
  const there = new Set(inside.split(/\r?\n/).map((line) => line.split(':')[0]));
  return FRONT_MATTER.filter(({ key }) => !there.has(key)).map(({ key, use }) => ({
    kind: 'key',
    label: key,
    detail: use,
    length: scene.before.length,
    text: `${key}: `,
    goesOn: valuesOf(key, scene).length > 0,
  }));
}

/** What a key's value may be, as far as the plan itself or the lexicon tells. */
function valuesOf(key: string, { report: { plan, knowledge } }: Scene): readonly string[] {
  const title = plan.sections.find(({ level }) => level === 1)?.title.value;
  const named = plan.frontMatter?.title ?? title ?? '';
  const period = plan.frontMatter?.period ?? yearsOfTitle(named);
  const place = plan.frontMatter?.place ?? /^[\u3400-\u9fff]{2,8}?(?:省|市|县|区|州|盟|旗)/.exec(named)?.[0];
  const known: Readonly<Record<string, readonly (string | number | undefined)[]>> = {
    标题: [title],
    地区: [place],
    层级: LEVELS,
    领域: knowledge.lexicon.map(({ domain }) => domain),
    规划期: [period && `${period.from}-${period.to}`],
    基期年: [period && period.from - 1],
    目标年: [period?.to],
    发文机关: [place && `${place}人民政府`],
  };
  return (known[key] ?? []).flatMap((value) => (value ? [String(value)] : []));
}
