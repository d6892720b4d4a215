import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { defaultFields } from '../../../server/src/config/index.ts';
import { check } from '../../../server/src/core/check.ts';

interface Snippet {
  readonly prefix: readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

const snippets: Record<string, Snippet> = JSON.parse(
  readFileSync(new URL('../../snippets/plan.json', import.meta.url), 'utf8'),
);

/** The text that a snippet gives whose placeholders are left as they are. Fails where anything of its syntax is left over. */
function plain({ body }: Snippet): string {
  const known = new Map<string, string>();
  const text = body
    .join('\n')
    .replace(/\$(?:(\d+)|\{(\d+)(?::([^{}$]*)|\|([^{}$]*)\|)?\})/g, (_, bare, stop, word, list) => {
      const value = word ?? list?.split(',')[0];
      if (value !== undefined) known.set(stop, value);
      return known.get(stop ?? bare) ?? '';
    });
  assert.doesNotMatch(text, /\$/);
  return text;
}

const report = (text: string) => check([{ uri: 'draft.md', text }], { fields: defaultFields });

describe('the snippets', () => {
  it('have what a user finds them by, in Chinese and in its spelling', () => {
    for (const [name, { prefix, description }] of Object.entries(snippets)) {
      assert.equal(prefix[0], name);
      assert.match(prefix[1] ?? '', /^[a-z]+$/);
      assert.ok(description);
    }
  });

  it('count their stops from 1 on, and end somewhere', () => {
    for (const { body } of Object.values(snippets)) {
      const stops = [...body.join('\n').matchAll(/\$\{?(\d+)/g)].map(([, stop]) => Number(stop));
      const wanted = Array.from({ length: Math.max(...stops) + 1 }, (_, index) => index);
      assert.deepEqual(
        [...new Set(stops)].sort((a, b) => a - b),
        wanted,
      );
    }
  });

  it('give together a plan in which nothing is wrong', () => {
    const text = ['文件头', '章', '节', '指标表', '专栏'].map((name) => plain(snippets[name] as Snippet)).join('\n');
    const { plan, findings } = report(text);
    assert.equal(plan.tables.flatMap((table) => ('indicators' in table ? table.indicators : [])).length, 1);
    assert.equal(plan.boxes[0]?.items[0]?.fields.length, 3);
    assert.deepEqual(
      findings.map(({ rule, message }) => `${rule} ${message}`),
      [],
      text,
    );
  });

  it('switch rules off where they say', () => {
    const table =
      '| 序号 | 指标 | 2025年 | 2030年 | 指标性质 |\n|---|---|---|---|---|\n| 1 | 指标名称覆盖率（%） | 60 | 50 | 预期性 |';
    const drafts = {
      关闭表格一行的规则: `## 第一章 目标\n\n关闭\n\n${table}\n`,
      关闭规则: `## 第一章 目标\n\n${table.replace('50', '65')}\n\n关闭\n到2030年，指标名称覆盖率达到62%。\n`,
    };
    for (const [name, draft] of Object.entries(drafts)) {
      const reasons = (text: string) =>
        report(draft.replace('关闭', text)).findings.map(({ suppressed }) => suppressed);
      assert.deepEqual(reasons(''), [undefined]);
      assert.deepEqual(reasons(plain(snippets[name] as Snippet)), ['写明理由']);
    }
  });
});
