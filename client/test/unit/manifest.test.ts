import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const text = (path: string) => readFileSync(root + path, 'utf8');
const json = (path: string) => JSON.parse(text(path));
const manifest = json('package.json');
const { contributes } = manifest;

/** Every string in a JSON value. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

const sources = readdirSync(`${root}client/src`, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => text(`client/src/${file}`));

describe('the manifest of the extension', () => {
  it('is told in English and in Chinese, each word of it and no other', () => {
    const used = strings(manifest).flatMap((one) => /^%(.+)%$/.exec(one)?.[1] ?? []);
    const english: Record<string, string> = json('package.nls.json');
    const chinese: Record<string, string> = json('package.nls.zh-cn.json');
    assert.deepEqual(Object.keys(english).sort(), [...new Set(used)].sort());
    assert.deepEqual(Object.keys(chinese), Object.keys(english));
    // Words of drafts are Chinese in every language.
    const spoken = Object.entries(chinese).filter(([, words]) => !/\p{Script=Han}/u.test(words));
    assert.deepEqual(spoken, []);
  });

  it('names no file that is not there', () => {
    const files = strings(manifest).filter((one) => /^(\.\/|client\/)/.test(one) && !one.startsWith('./dist/'));
    assert.ok(files.length > 2);
    assert.deepEqual(
      files.filter((file) => !existsSync(root + file)),
      [],
    );
  });

  it('has every command that menus name, and every command is registered', () => {
    const commands: string[] = contributes.commands.map(({ command }: { command: string }) => command);
    const named = [
      ...strings(contributes),
      ...strings(json('package.nls.json')),
      ...strings(json('package.nls.zh-cn.json')),
    ]
      .flatMap((one) => one.match(/(?<=^|[cC]ommand:)planlint\.\w+(?=$|\))/g) ?? [])
      .filter((one) => one !== 'planlint.json');
    const views = contributes.views.explorer.map(({ id }: { id: string }) => id);
    const known = [...commands, ...views, 'planlint.plans', ...Object.keys(contributes.configuration.properties)];
    assert.deepEqual(
      named.filter((one) => !known.includes(one)),
      [],
    );
    const registered = sources.flatMap((source) => source.match(/(?<=register\w*\(\s*')planlint\.\w+(?=')/g) ?? []);
    assert.deepEqual(registered.sort(), commands.sort());
  });
});

describe('what the extension says at run time', () => {
  it('is told in Chinese too, each sentence and no other', () => {
    const calls = sources.flatMap((source) => source.match(/l10n\.t\(/g) ?? []);
    const said = sources.flatMap((source) => [...source.matchAll(/l10n\.t\(\s*'([^']+)'/g)].map(([, key = '']) => key));
    assert.equal(said.length, calls.length);
    const chinese: Record<string, string> = json(`${manifest.l10n}/bundle.l10n.zh-cn.json`);
    assert.deepEqual(Object.keys(chinese).sort(), [...new Set(said)].sort());
    const blanks = (words: string) => words.match(/\{\d\}/g)?.sort() ?? [];
    for (const [key, words] of Object.entries(chinese)) assert.deepEqual(blanks(words), blanks(key), key);
  });
});
