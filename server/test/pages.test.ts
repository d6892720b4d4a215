import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defaultFields } from '../src/config/index.ts';
import { check } from '../src/core/check.ts';
import type { Finding } from '../src/core/rule.ts';
import { rules } from '../src/core/rules/index.ts';

const folder = fileURLToPath(new URL('../src/core/rules/', import.meta.url));

interface Example {
  readonly kind: string;
  readonly text: string;
}

/** The fenced examples of a page that are run: a plan above for those that follow, ok, bad, the findings of the bad one above, and what fixing them gives. */
function examples(page: string): Example[] {
  return [...page.matchAll(/^```(md upstream|md ok|md bad|findings|md fixed)\n(.*?)^```$/gms)].map(
    ([, kind = '', text = '']) => ({
      kind,
      text,
    }),
  );
}

function run(text: string, above?: string): readonly Finding[] {
  const upstream = above === undefined ? [] : [{ uri: 'above.md', text: above }];
  const report = check([{ uri: 'example.md', text }], { fields: defaultFields, upstream });
  assert.deepEqual(report.broken, []);
  return report.findings.filter(({ suppressed }) => suppressed === undefined);
}

function shown({ rule, severity, span, message }: Finding): string {
  return `${rule} ${severity} | ${span.source.text.slice(span.start, span.end)} | ${message}`;
}

/** The text with the safe fixes of the findings in it, from its end to its start. */
function fixed(text: string, findings: readonly Finding[]): string {
  const edits = findings.flatMap(({ fix }) => (fix?.safe ? fix.edits : []));
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((all, { span, newText }) => all.slice(0, span.start) + newText + all.slice(span.end), text);
}

describe('rule pages', () => {
  it('stand beside every rule, and no rule is without one', () => {
    const pages = readdirSync(folder).filter((name) => name.endsWith('.md'));
    assert.deepEqual(pages.map((name) => name.slice(0, -3)).sort(), rules.map(({ id }) => id).sort());
  });

  for (const { id, summary } of rules) {
    describe(id, () => {
      const path = `${folder}${id}.md`;
      const page = existsSync(path) ? readFileSync(path, 'utf8') : '';
      const found = examples(page);

      it('says what, why, how to mend and how to switch off, and shows a right and a wrong draft', () => {
        assert.match(page, new RegExp(`^# .+（${id}）\n\n`));
        for (const heading of ['查什么', '为什么', '示例', '怎样改', '怎样关闭'])
          assert.ok(page.includes(`\n## ${heading}\n`), heading);
        assert.ok(found.some(({ kind }) => kind === 'md ok') && found.some(({ kind }) => kind === 'md bad'));
        assert.ok(page.includes(summary), `the page does not open with the rule's own sentence: ${summary}`);
      });

      let above: string | undefined;
      for (const [index, { kind, text }] of found.entries()) {
        if (kind === 'md upstream') above = text;
        const upstream = above;
        if (kind === 'md ok')
          it(`is silent on its right example ${index}`, () => assert.deepEqual(run(text, upstream).map(shown), []));
        if (kind !== 'md bad') continue;
        it(`finds in its wrong example ${index} what the page says`, () => {
          const expected =
            (found[index + 1]?.kind === 'findings' ? found[index + 1]?.text : '')?.trim().split('\n') ?? [];
          const findings = run(text, upstream);
          assert.ok(expected.length > 0);
          assert.equal(findings.length, expected.length, findings.map(shown).join('\n'));
          for (const line of expected) {
            const [, severity, quote, part] = /^(\w+) \| (.*) \| (.+)$/.exec(line) ?? [];
            const hit = findings.some(
              (finding) =>
                finding.rule === id &&
                finding.severity === severity &&
                finding.span.source.text.slice(finding.span.start, finding.span.end) === quote &&
                finding.message.includes(part ?? '\0'),
            );
            assert.ok(hit, `${line}\nfound:\n${findings.map(shown).join('\n')}`);
          }
          const after = found[index + 2];
          if (after?.kind === 'md fixed') assert.equal(fixed(text, findings), after.text);
        });
      }
    });
  }
});
