import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { reporters } from '../src/cli/reporters/index.ts';
import { compileBoxSchema } from '../src/config/box-schema.ts';
import { parseConfig } from '../src/config/config.ts';
import { readData } from '../src/config/data.ts';
import { defaultFields } from '../src/config/index.ts';
import { check } from '../src/core/check.ts';
import validateLexicon from '../src/generated/lexicon.js';
import validateTypos from '../src/generated/typos.js';
import { desk } from './cli-run.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const markdownIn = (folder: string) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));

const guides = [...markdownIn('.'), ...markdownIn('docs')];
const pages = [...guides, ...markdownIn('examples'), ...markdownIn('client'), ...markdownIn('server/src/core/rules')];
const manifest = JSON.parse(read('package.json'));

interface Fence {
  readonly kind: string;
  readonly text: string;
}

function fences(page: string): Fence[] {
  return [...page.matchAll(/^```([^\n`]*)\n(.*?)^```$/gms)].map(([, kind = '', text = '']) => ({ kind, text }));
}

/** The page without its fenced examples and code spans, where brackets are no links. */
function prose(page: string): string {
  return page.replace(/^```.*?^```$/gms, '').replace(/`[^`\n]*`/g, '');
}

/** The anchors that GitHub gives a page's headings. */
function anchors(page: string): string[] {
  return [...page.replace(/^```.*?^```$/gms, '').matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );
}

describe('documentation', () => {
  it('tells of rules, keys and presets as they are (else: npm run docs)', () => {
    const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/docs.mjs', '--check'], {
      cwd: root,
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
  });

  it('links to nothing that is not there', () => {
    const links = pages.flatMap((path) =>
      [...prose(read(path)).matchAll(/\]\(([^)\s]+)\)|\bsrc(?:set)?="([^"]+)"/g)].map(([, link, picture = '']) => ({
        path,
        link: link ?? picture,
      })),
    );
    const broken = links.filter(({ path, link }) => {
      if (/^https?:/.test(link)) return false;
      const [file = '', anchor] = link.split('#');
      const target = file ? join(dirname(path), decodeURI(file)) : path;
      return !existsSync(join(root, target)) || (anchor && !anchors(read(target)).includes(decodeURI(anchor)));
    });
    assert.ok(links.length > 10);
    assert.deepEqual(broken, []);
  });

  it('names no npm script that does not exist', () => {
    const named = guides.flatMap((path) =>
      [...read(path).matchAll(/npm (?:run ([\w:-]+)|(test)\b)/g)].map(([, run, test]) => run ?? test ?? ''),
    );
    assert.ok(named.includes('demo') && named.includes('test'));
    assert.deepEqual(
      named.filter((name) => !(name in manifest.scripts)),
      [],
    );
  });

  it('gives the reason for every dependency', () => {
    const text = read('docs/architecture.md');
    const named = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
    assert.deepEqual(
      named.filter((name) => !text.includes(`\`${name}\``)),
      [],
    );
  });

  it('shows what the command line says of the example', async () => {
    const place = desk();
    try {
      place.write({ 'examples/plan.md': read('examples/plan.md') });
      const { out } = await place.run(['check', '--fail-on', 'never', 'examples']);
      const shown = fences(read('README.md')).find(({ kind }) => kind === 'text output')?.text ?? '';
      const parts = shown.trim().split('\n\n');
      assert.ok(parts.length > 2);
      for (const part of parts) assert.ok(out.includes(`${part}\n`), part);
    } finally {
      place.clear();
    }
  });

  it('lists every output format', () => {
    const listed = [...read('README.md').matchAll(/^\| `([a-z]+)` \| /gm)].map(([, name]) => name);
    for (const name of Object.keys(reporters)) assert.ok(listed.includes(name), name);
  });

  it('names no command and no option that the command line does not have', async () => {
    const place = desk();
    try {
      const commands = [...read('README.md').matchAll(/node dist\/cli\.js ([a-z]+)([^\n`]*)/g)];
      assert.ok(commands.length > 5);
      for (const [, name = '', rest = ''] of commands) {
        const { status, out } = await place.run([name, '--help']);
        assert.equal(status, 0, name);
        for (const [option] of rest.matchAll(/--[a-z-]+/g)) assert.ok(out.includes(option), `${name} ${option}`);
      }
    } finally {
      place.clear();
    }
  });

  it('gives examples of drafts in which nothing is wrong', () => {
    const drafts = fences(read('docs/plan-format.md')).filter(({ kind }) => kind === 'md ok');
    assert.ok(drafts.length > 4);
    for (const { text } of drafts) {
      const { findings } = check([{ uri: 'example.md', text }], { fields: defaultFields });
      const open = findings.filter(({ suppressed }) => suppressed === undefined);
      assert.deepEqual(
        open.map(({ rule, message }) => `${rule} ${message}`),
        [],
        text,
      );
    }
  });

  it('gives examples of configuration that are accepted', async () => {
    const all = guides.flatMap((path) => fences(read(path)));
    const of = (name: string) => all.filter(({ kind }) => kind === `json ${name}`).map(({ text }) => text);
    assert.ok(
      of('planlint.json').length > 1 &&
        of('box-schema').length > 0 &&
        of('lexicon').length > 0 &&
        of('typos').length > 0,
    );
    for (const text of of('planlint.json')) assert.ok('data' in parseConfig('planlint.json', text), text);
    for (const text of of('typos')) assert.ok('data' in readData('typos.json', text, validateTypos), text);
    for (const text of of('lexicon')) assert.ok('data' in readData('lexicon.json', text, validateLexicon), text);
    for (const text of of('box-schema')) assert.equal(typeof (await compileBoxSchema('box.json', text)), 'function');
  });
});
