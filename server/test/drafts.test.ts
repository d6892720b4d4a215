import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defaultFields } from '../src/config/index.ts';
import { check } from '../src/core/check.ts';

const folders = [new URL('./drafts/', import.meta.url), new URL('../../examples/', import.meta.url)].map((url) =>
  fileURLToPath(url),
);

/** Whole invented drafts: what each must yield stands beside it, a line a finding; a draft without such a file yields nothing. */
describe('drafts', () => {
  for (const folder of folders)
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.md') && file !== 'README.md')) {
      it(name, () => {
        const expected = expectations(folder, name);
        const report = check([{ uri: name, text: readFileSync(folder + name, 'utf8') }], { fields: defaultFields });
        assert.deepEqual(report.broken, []);
        const found = report.findings.map(
          ({ rule, severity, span, message }) =>
            `${rule} | ${severity} | ${span.source.text.slice(span.start, span.end)} | ${message}`,
        );
        const missing = expected.filter((line) => !found.some((finding) => fits(finding, line)));
        const surplus = found.filter((finding) => !expected.some((line) => fits(finding, line)));
        assert.deepEqual({ missing, surplus }, { missing: [], surplus: [] });
      });
    }
});

function expectations(folder: string, name: string): string[] {
  const path = [folder, folders[0]].map((each) => `${each}${name.replace(/\.md$/, '.findings')}`).find(existsSync);
  return path ? readFileSync(path, 'utf8').trim().split('\n') : [];
}

/** `rule | severity | the text marked | a part of the message` */
function fits(finding: string, line: string): boolean {
  const cut = line.lastIndexOf(' | ');
  return finding.startsWith(`${line.slice(0, cut)} | `) && finding.slice(cut).includes(line.slice(cut + 3));
}
