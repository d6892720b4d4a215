import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Host } from '../src/cli/host.ts';
import { run } from '../src/cli/run.ts';
import { type Desk, desk, draft } from './cli-run.ts';

describe('planlint check --cache', () => {
  let at: Desk;
  beforeEach(() => {
    at = desk();
  });
  afterEach(() => at.clear());

  const kept = () =>
    readdirSync(join(at.folder, '.planlint-cache'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.json'))
      .map((file) => join(at.folder, '.planlint-cache', file));

  it('says what was found before, until something changes', async () => {
    at.write({ 'a.md': draft, 'b.md': draft });
    const first = await at.run(['check', '--cache', '--format', 'json']);
    assert.equal(kept().length, 2);
    assert.deepEqual(await at.run(['check', '--cache', '--format', 'json', '--threads', '2']), first);
    // What is kept is what is told: a word changed there shows.
    for (const file of kept()) writeFileSync(file, readFileSync(file, 'utf8').replaceAll('方向相反', '（由缓存）'));
    assert.match((await at.run(['check', '--cache'])).out, /（由缓存）.*（由缓存）/s);
    at.write({ 'a.md': draft.replace('| 76.9 |', '| 75.9 |') });
    const { out } = await at.run(['check', '--cache', '--format', 'compact']);
    assert.equal(out.match(/（由缓存）/g)?.length, 1);
    assert.equal(out.match(/方向相反/g)?.length, 1);
  });

  it('is passed over where it cannot be read or written', async () => {
    at.write({ 'a.md': draft, '.planlint-cache': '不是文件夹' });
    const plain = await at.run(['check']);
    assert.deepEqual(await at.run(['check', '--cache']), plain);
    assert.deepEqual(await at.run(['check', '--cache', '另一处']), plain);
    for (const file of readdirSync(join(at.folder, '另一处'), { recursive: true, encoding: 'utf8' }))
      if (file.endsWith('.json')) writeFileSync(join(at.folder, '另一处', file), '{');
    assert.deepEqual(await at.run(['check', '--cache', '另一处']), plain);
  });

  it('never changes the answer: 200 edits of a plan in files, its plan above, its lexicon, its levels', async () => {
    const cut = draft.indexOf('## 第二章');
    const files: Record<string, string> = {
      'planlint.json':
        '{ "plans": [{ "files": ["第*章.md"] }], "lexicon": ["指标.json"], "boxSchema": "项目.json", "rules": {} }',
      '指标.json': '{ "domain": "卫生", "indicators": [] }',
      '项目.json': '{ "required": ["名称"] }',
      '上级.md': draft.replaceAll('澄湖市', '清江省'),
      '第一章.md': draft.slice(0, cut).replace('规划期:', '上位规划: [上级.md]\n规划期:'),
      '第二章.md': draft.slice(cut),
      '另一稿.md': draft,
    };
    const edits: Readonly<Record<string, readonly (readonly [from: RegExp, to: string])[]>> = {
      'planlint.json': [
        [/"rules": \{.*?\}/, '"rules": { "value-conflict": "off" }'],
        [/"rules": \{.*?\}/, '"rules": {}'],
      ],
      '指标.json': [
        [
          /\[.*\]/,
          '[{ "name": "人均预期寿命", "units": ["岁"], "direction": "lower", "share": false, "source": "试行" }]',
        ],
        [/\[.*\]/, '[]'],
      ],
      '项目.json': [
        [/\[.*?\]/, '["名称", "责任单位"]'],
        [/\[.*?\]/, '["名称"]'],
      ],
      '上级.md': [
        [/\| 76\.9 \|/, '| 79.9 |'],
        [/\| 79\.9 \|/, '| 76.9 |'],
      ],
      '第一章.md': [
        [/2\.70‰/, '3.55‰'],
        [/3\.55‰/, '2.70‰'],
      ],
      '第二章.md': [
        [/\| 76\.9 \|/, '| 78.1 |'],
        [/\| 78\.1 \|/, '| 76.9 |'],
        [/第三章/, '第四章'],
        [/第四章/, '第三章'],
      ],
      '另一稿.md': [[/$/, '\n建设建设。']],
    };
    at.write(files);
    const host = (out: (text: string) => void): Host => ({
      folder: at.folder,
      out,
      err: (text) => assert.fail(text),
      today: () => '2026-01-01',
      stdin: async () => new Uint8Array(),
      colors: false,
      links: false,
      width: 100,
      pages: [],
      templates: [],
      thread: pathToFileURL(join(at.folder, '无')),
      script: pathToFileURL(join(at.folder, '无')),
    });
    const check = async (...args: string[]) => {
      let text = '';
      await run(
        ['check', '--format', 'json', '--threads', '1', ...args],
        host((part) => {
          text += part;
        }),
      );
      return text;
    };
    // The same edits at each run: what fails once can be looked at again.
    let seed = 7;
    const pick = <T>(list: readonly T[]): T => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return list[Math.floor((seed / 2147483648) * list.length)] as T;
    };
    const answers = new Set<string>();
    for (let count = 0; count < 200; count++) {
      const name = pick(Object.keys(edits));
      const [from, to] = pick(edits[name] ?? []);
      files[name] = (files[name] ?? '').replace(from, to);
      at.write({ [name]: files[name] });
      const answer = await check();
      assert.equal(await check('--cache'), answer, `edit ${count} of ${name}`);
      answers.add(answer);
    }
    assert.ok(answers.size > 20, `${answers.size} different answers`);
  });
});
