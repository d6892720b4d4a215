import type { Box } from '../model.ts';
import type { Problem, Rule, View } from '../rule.ts';
import { quote } from '../say.ts';

/** A box without number, name or project; a project without what the schema asks for. */
export const boxField: Rule = {
  id: 'box-field',
  category: 'box',
  severity: 'error',
  summary: '专栏缺编号、名称或项目；项目缺名称、内容或约定的字段。',
  *check(view) {
    for (const box of view.plan.boxes) yield* judge(box, view);
  },
};

function* judge({ heading, number, name, items, form }: Box, { fields }: View): Generator<Problem> {
  const missing = [...(number ? [] : ['编号']), ...(name ? [] : ['名称'])];
  if (missing.length) yield { span: heading.span, message: `专栏缺少${missing.join('和')}` };
  const nameless = form === 'quote' && !items.some((item) => item.name);
  if (items.length === 0 || nameless) {
    const message = `“${quote(heading)}”里没有项目：每个项目写作“**名称**：内容”`;
    if (!missing.length || items.length === 0) yield { span: heading.span, message };
    return;
  }
  for (const item of items.filter(({ certain }) => certain))
    for (const { field, message } of fields?.(item) ?? [])
      yield {
        span: (field === '名称' ? item : (item.name ?? item)).span,
        message: item.name ? `项目“${quote(item.name)}”：${message}` : `这一段没有项目名称：${message}`,
      };
}
