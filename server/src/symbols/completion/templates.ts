import { type CaptionKind, readCaptions } from '../../core/captions.ts';
import { writeNumber } from '../../core/numbering.ts';
import { readOutline } from '../../core/outline.ts';
import { escaped, type Proposal, type Scene } from './proposal.ts';

/** On a line of its own: an indicator table, a box, the next chapter, numbered as the plan numbers them. */
export function templates(scene: Scene): Proposal[] {
  const { source, offset, before, after, typed } = scene;
  const above = source.text.slice(0, offset - before.length);
  const gap = above.slice(above.trimEnd().length);
  const apart = above.trim() === '' || gap.split('\n').length > 2;
  if (!apart || after.trim() !== '' || typed !== undefined || !/^[\u3400-\u9fff#\d ]{0,6}$/.test(before)) return [];
  const word = before.trim();
  return [table(scene), box(scene), chapter(scene)]
    .filter(({ label, snippet }) => label.includes(word) || (/^#+$/.test(word) && snippet.startsWith('#')))
    .map(({ label, detail, snippet }) => ({
      kind: 'template',
      label,
      detail,
      length: before.length,
      text: '',
      snippet,
      ...(word && { filter: before }),
    }));
}

type Template = { readonly label: string; readonly detail: string; readonly snippet: string };

/** The number that comes after those above. */
function nextOf({ report: { plan }, source, offset }: Scene, kind: CaptionKind): number {
  const order = plan.sources.indexOf(source);
  const above = readCaptions(plan).filter(({ span, kind: one }) => {
    const file = plan.sources.indexOf(span.source);
    return one === kind && (file < order || (file === order && span.start < offset));
  });
  return (above.at(-1)?.value ?? 0) + 1;
}

function table(scene: Scene): Template {
  const { years, frontMatter } = scene.report.plan;
  const [base, target] = [years.base ? `${years.base}年` : '基期值', years.target ? `${years.target}年` : '目标值'];
  const lines = [
    `表${nextOf(scene, '表')} \${1:${escaped(frontMatter?.place ?? '')}主要指标}`,
    '',
    `| 领域 | 序号 | 主要指标 | ${base} | ${target} | 指标性质 |`,
    '|---|---|---|---|---|---|',
    `| \${2:领域} | 1 | \${3:指标名称（单位）} | \${4:—} | \${5:—} | \${6|预期性,约束性|} |`,
    '',
  ];
  return { label: '指标表', detail: '领域、指标、基期值、目标值、性质', snippet: lines.join('\n') };
}

function box(scene: Scene): Template {
  const label = `专栏${nextOf(scene, '专栏')}`;
  const lines = [`> **${label} \${1:名称}**`, '>', `> **\${2:项目名称}**：\${3:项目内容}`, ''];
  return { label, detail: '名称和第一个项目', snippet: lines.join('\n') };
}

/** The next chapter in the plan's own scheme; 第一章 where it has none yet. */
function chapter({ report: { plan }, source, offset }: Scene): Template {
  const order = plan.sources.indexOf(source);
  const above = readOutline(plan).filter(({ section: { span, level }, number }) => {
    const file = plan.sources.indexOf(span.source);
    return level === 2 && number && (file < order || (file === order && span.start < offset));
  });
  const last = above.at(-1);
  const form = last?.number?.form ?? '第一章';
  const label = writeNumber(form, (last?.number?.value ?? 0) + 1);
  const space = form.startsWith('第') ? ' ' : '';
  return { label, detail: '新的一章', snippet: `## ${label}${space}\${1:标题}\n\n$0` };
}
