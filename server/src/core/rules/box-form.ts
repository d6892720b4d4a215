import type { Box, BoxItem } from '../model.ts';
import type { Fix, Problem, Rule } from '../rule.ts';
import { quote } from '../say.ts';

const FORMS = { table: '表格', heading: '标题', paragraph: '段落', quote: '引用块' } as const;

/** A box in another form than a block quote; names without bold; two projects in one paragraph. */
export const boxForm: Rule = {
  id: 'box-form',
  category: 'box',
  severity: 'information',
  summary: '专栏没有写成引用块，项目名称没有加粗，或者两个项目连写在一段里。',
  *check({ plan }) {
    for (const box of plan.boxes) yield* judge(box);
  },
};

function* judge(box: Box): Generator<Problem> {
  const { form, heading, items } = box;
  const fix = conversion(box);
  if (form !== 'quote') {
    yield {
      span: heading.span,
      message: `“${quote(heading)}”用${FORMS[form]}写成，建议改为引用块`,
      ...(fix && { fix }),
    };
    return;
  }
  const named = items.filter(({ name }) => name);
  const plain = named.filter(
    ({ name, span }) => name && !span.source.text.slice(span.start, name.span.start).includes('**'),
  );
  if (plain.length && plain.length === named.length)
    yield {
      span: heading.span,
      message: `“${quote(heading)}”的项目名称没有加粗，共${plain.length}个`,
      ...(fix && { fix }),
    };
  for (const { runOn } of items)
    for (const span of runOn) {
      const name = span.source.text.slice(span.start, span.end).replace(/[*:：\s]/g, '');
      yield {
        span,
        message: `项目“${name}”与上一个项目连写在一段里`,
        fix: { title: '另起一段', safe: true, edits: [{ span: { ...span, end: span.start }, newText: '\n>\n> ' }] },
      };
    }
}

/** The whole box rewritten as a quote, where every paragraph of it is a project that was understood. */
function conversion({ span, heading, items }: Box): Fix | undefined {
  const { text } = span.source;
  if (!items.length || items.some((item) => !item.name || !item.content || item.fields.length || item.runOn.length))
    return undefined;
  const raw = ({ start, end }: { start: number; end: number }) =>
    text.slice(start, end).replace(/\r?\n[ \t]*(?:>[ \t]?)*/g, '');
  const line = ({ number, name, content }: BoxItem) =>
    `> ${number ? raw(number.span) : ''}**${raw(name?.span ?? span)}**：${raw(content?.span ?? span)}`;
  const newText = [`> **${raw(heading.span)}**`, ...items.map(line)].join('\n>\n');
  return { title: '改为引用块', safe: true, edits: [{ span, newText }] };
}
