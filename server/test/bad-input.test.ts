import assert from 'node:assert/strict';
import { type Desk, desk, draft, lineOf, type Ran } from './cli-run.ts';

/** Text that no drafter means to write. Whatever it is, the checker ends, with findings or without, and with no internal error. */
const odd: Readonly<Record<string, string>> = {
  'an empty file': '',
  'a byte order mark alone': '\uFEFF',
  'blank lines alone': '\n\n \n\t\n',
  'a lone CR': '\r',
  'lines that end in a lone CR': draft.replaceAll('\n', '\r'),
  'an open code fence': draft.replace('## 第一章', '```\n## 第一章'),
  'an open comment': draft.replace('## 第一章', '<!--\n## 第一章'),
  'an open suppression comment': draft.replace('## 第一章', '<!-- planlint-disable-next-line\n## 第一章'),
  'an open bracket on each line': draft.replaceAll('\n', '[\n'),
  'front matter that is never closed': draft.replace('2021-2025\n---', '2021-2025'),
  'front matter that is no YAML': draft.replace('规划期:', '\t规划期: ['),
  'front matter that is a list': draft.replace('标题:', '- 标题:').replace('规划期:', '- 规划期:'),
  'front matter full of aliases': `---\na: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n标题: [*c, *c]\n---\n${draft}`,
  'a table of 5,000 columns': `| 指标 | 2020年 | 2025年 ${'| 甲 '.repeat(5000)}|\n${'|---'.repeat(5003)}|\n| 乙（%） | 1 | 2 ${'| 3 '.repeat(5000)}|\n`,
  'a table row of 50,000 cells': `| 指标 | 2020年 | 2025年 |\n|---|---|---|\n| 甲（%） ${'| 1 '.repeat(50000)}|\n`,
  'a line of a million characters': `# 题\n\n${'全市婴儿死亡率为2.7‰，'.repeat(80000)}\n`,
  'quotes nested 10,000 deep': `${'>'.repeat(10000)} 专栏1\n`,
  'lists nested 500 deep': Array.from({ length: 500 }, (_, depth) => `${'  '.repeat(depth)}- 甲`).join('\n'),
  'brackets nested 10,000 deep': `# 题\n\n${'（'.repeat(10000)}${'['.repeat(10000)}\n`,
  'stars without an end': `# 题\n\n${'**甲'.repeat(20000)}\n\n${'*'.repeat(20000)}\n`,
  'backticks of every length': `# 题\n\n${Array.from({ length: 1000 }, (_, length) => '`'.repeat(length)).join('甲')}\n`,
  'numbers without an end': `# 题\n\n2020年床位${'9'.repeat(100000)}张，占${'1.'.repeat(50000)}%，${'第'.repeat(50000)}${'一百'.repeat(50000)}\n`,
  'half of a surrogate pair': `# 题\n\n床位\uD83D张\n`,
};

const binary = Uint8Array.from({ length: 4096 }, (_, index) => (index * 73) % 256);
const gbk = Uint8Array.from([0x23, 0x20, 0xb9, 0xe6, 0xbb, 0xae, 0x0a]);

describe('bad input', () => {
  let at: Desk;
  beforeEach(() => {
    at = desk();
  });
  afterEach(() => at.clear());

  /** Nothing but findings, and the status that goes with them. */
  function sound({ status, out, err }: Ran, ...formats: RegExp[]) {
    assert.equal(err, '');
    assert.ok(status === 0 || status === 1, `status ${status}`);
    for (const format of formats) assert.match(out, format);
  }

  for (const [what, text] of Object.entries(odd)) {
    it(`is read to its end: ${what}`, async () => {
      at.write({ 'a.md': text });
      sound(await at.run(['check', 'a.md']), /^共检查1个文件，.*。\n$/m);
    });
  }

  it('is read to its end: 10 MB of draft', async () => {
    const body = draft.slice(draft.indexOf('## 第一章'));
    const times = Math.ceil(1e7 / Buffer.byteLength(body));
    at.write({ 'a.md': draft + body.repeat(times) });
    const ran = await at.run(['check', 'a.md', '--format', 'compact']);
    sound(ran);
    assert.match(ran.out, /\[target-direction\]/);
  }).timeout(180_000);

  it('costs no finding elsewhere: lines that end in a lone CR', async () => {
    at.write({ 'a.md': draft.replaceAll('\n', '\r') });
    const { files } = await at.check('a.md');
    const lines = files[0]?.findings.map(({ line }) => line) ?? [];
    assert.ok(lines.includes(lineOf(draft, '76.9')));
  });

  for (const [what, bytes] of Object.entries({ 'binary bytes': binary, 'a text in GBK': gbk })) {
    it(`is refused in one sentence: ${what}`, async () => {
      at.write({ 'a.md': bytes, 'plan.md': draft });
      const sentence = '“a.md”不是 UTF-8 文本（可能是 GBK 编码或二进制文件），请另存为 UTF-8 的 Markdown 文件';
      assert.deepEqual(await at.run(['check', 'a.md']), { status: 2, out: '', err: `${sentence}\n` });
      const below = await at.run(['check', '--format', 'json']);
      assert.equal(below.err, `${sentence}；此次未检查\n`);
      assert.deepEqual(
        JSON.parse(below.out).files.map(({ file }: { file: string }) => file),
        ['plan.md'],
      );
    });
  }

  it('cannot speak to the terminal', async () => {
    at.write({ 'a.md': draft.replace('人均预期寿命（岁）', '人均\u001b[31m预期寿命（岁）') });
    const { out } = await at.run(['check', 'a.md']);
    assert.ok(!out.includes('\u001b'));
  });

  it('is told by where it stands: a folder named like a draft, a file that is no folder', async () => {
    at.write({ 'a.md/plan.md': draft });
    assert.equal((await at.check('a.md')).files[0]?.file, 'a.md/plan.md');
    const { status, err } = await at.run(['check', 'a.md/plan.md/x.md']);
    assert.deepEqual([status, err], [2, '找不到“a.md/plan.md/x.md”，请检查路径\n']);
  });
});
