import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defaultFields } from '../src/config/index.ts';
import { check } from '../src/core/check.ts';
import type { Source } from '../src/core/model.ts';
import { createMemory } from '../src/core/parse.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const drafts = [at('./drafts/'), at('./unseen/'), at('../../examples/'), at('../../../shared/corpus/')]
  .filter(existsSync)
  .flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.md') && name !== 'README.md')
      .map((name) => folder + name),
  );

/** One file a chapter. */
function chapters(text: string): Source[] {
  return text.split(/(?<=\n)(?=## )/).map((part, index) => ({ uri: `${index}.md`, text: part }));
}

function findings(sources: readonly Source[], memory = createMemory()): string[] {
  const report = check(sources, { fields: defaultFields }, memory);
  assert.deepEqual(report.broken, []);
  return report.findings.map(({ rule, message, span, related }) =>
    [
      rule,
      message,
      ...[span, ...related.map((note) => note.span)].map(({ source, start, end }) => source.text.slice(start, end)),
    ].join(' | '),
  );
}

describe('a plan in several files', () => {
  for (const path of drafts)
    it(`is found to hold what it held in one: ${path.split('/').at(-1)}`, () => {
      const text = readFileSync(path, 'utf8');
      assert.deepEqual(findings(chapters(text)), findings([{ uri: 'whole.md', text }]));
    });
});

describe('a memory kept from check to check', () => {
  for (const path of drafts)
    it(`changes no finding while chapters come and go: ${path.split('/').at(-1)}`, () => {
      const memory = createMemory();
      const parts = chapters(readFileSync(path, 'utf8')).map(({ text }) => text);
      for (const text of [parts.join(''), parts.slice(0, -1).join(''), [...parts].reverse().join('\n'), parts.join('')])
        assert.deepEqual(findings([{ uri: 'a.md', text }], memory), findings([{ uri: 'a.md', text }]));
    });
});
