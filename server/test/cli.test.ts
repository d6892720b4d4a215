import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Desk, desk, draft, lineOf } from './cli-run.ts';
import { built } from './lsp-editor.ts';

const clean = draft
  .replace('76.9', '79.2')
  .replace('2.70‰', '3.55‰')
  .replace('急救网络建设项目**：', '急救网络建设项目**：新建急救站2个。');
const plain = '# 会议记录\n\n今天讨论了食堂的菜单。\n';

describe('planlint check', () => {
  let at: Desk;
  beforeEach(() => {
    at = desk();
  });
  afterEach(() => at.clear());

  it('says in JSON where each mistake stands, with related places, and ends with status 1', async () => {
    at.write({ 'drafts/plan.md': draft });
    const { status, out, err } = await at.run(['check', 'drafts/plan.md', '--format', 'json']);
    assert.equal(status, 1);
    assert.equal(err, '');
    const { version, files, summary } = JSON.parse(out);
    assert.equal(version, 1);
    assert.equal(files.length, 1);
    assert.equal(files[0].file, 'drafts/plan.md');
    const { findings } = files[0];
    assert.deepEqual(findings.map(({ rule }: { rule: string }) => rule).sort(), [
      'box-field',
      'target-direction',
      'value-conflict',
    ]);
    const direction = findings.find(({ rule }: { rule: string }) => rule === 'target-direction');
    assert.equal(direction.category, 'target');
    assert.equal(direction.severity, 'error');
    assert.equal(direction.line, lineOf(draft, '76.9'));
    assert.equal(direction.suppressed, null);
    const conflict = findings.find(({ rule }: { rule: string }) => rule === 'value-conflict');
    const lines = [conflict.line, ...conflict.related.map(({ line }: { line: number }) => line)];
    assert.deepEqual(new Set(lines), new Set([lineOf(draft, '2.70‰'), lineOf(draft, '3.55')]));
    assert.equal(conflict.related[0].file, 'drafts/plan.md');
    assert.equal(summary.files, 1);
    assert.equal(summary.errors, 3);
  });

  it('shows a person the line, with marks under what is wrong, and a closing sentence', async () => {
    at.write({ 'plan.md': draft });
    const { out } = await at.run(['check', 'plan.md']);
    const lines = out.split('\n');
    const head = lines.findIndex((line) => line.includes('target-direction'));
    assert.match(lines[head] ?? '', new RegExp(`^plan\\.md:${lineOf(draft, '76.9')}:\\d+ 错误 .* target-direction$`));
    assert.match(lines[head + 1] ?? '', /│ .*人均预期寿命/);
    assert.match(lines[head + 2] ?? '', /│ +\^+$/);
    assert.match(out, /相关 plan\.md:\d+:\d+ /);
    assert.match(out, /共检查1个文件，发现3处问题（错误3处）。\n$/);
    assert.ok(!out.includes('\u001b'), 'no colours where there is no terminal');
  });

  it('gives one line a finding in the compact format', async () => {
    at.write({ 'plan.md': draft });
    const { out } = await at.run(['check', 'plan.md', '--format', 'compact']);
    const lines = out.trimEnd().split('\n');
    assert.equal(lines.length, 3);
    for (const line of lines) assert.match(line, /^plan\.md:\d+:\d+: 错误 .+ \[[a-z-]+\]$/);
  });

  it('ends with status 0 where nothing is wrong', async () => {
    at.write({ 'plan.md': clean });
    const { status, out } = await at.run(['check', 'plan.md']);
    assert.equal(out, '共检查1个文件，没有发现问题。\n');
    assert.equal(status, 0);
  });

  it('fails from the severity that is asked for', async () => {
    at.write({
      'plan.md': draft,
      'planlint.json': '{ "rules": { "target-direction": "warning", "value-conflict": "off", "box-field": "off" } }',
    });
    const status = async (...flags: string[]) => (await at.run(['check', 'plan.md', ...flags])).status;
    assert.equal(await status(), 0);
    assert.equal(await status('--fail-on', 'warning'), 1);
    assert.equal(await status('--fail-on', 'hint'), 1);
    assert.equal(await status('--fail-on', 'never'), 0);
    assert.equal(await status('--max-warnings', '1'), 0);
    assert.equal(await status('--max-warnings', '0'), 1);
  });

  it('checks the drafts below a folder and leaves other Markdown alone', async () => {
    at.write({ 'a/plan.md': draft, 'a/b/notes.md': plain, 'a/node_modules/x/plan.md': draft, 'a/plan.txt': draft });
    const { files } = await at.check('a');
    assert.deepEqual(
      files.map(({ file }) => file),
      ['a/plan.md'],
    );
    const here = await at.check();
    assert.deepEqual(
      here.files.map(({ file }) => file),
      ['a/plan.md'],
    );
  });

  it('leaves out what .gitignore and .planlintignore leave out, unless it is named', async () => {
    at.write({
      '.git/HEAD': '',
      '.gitignore': '旧稿/\n*.bak.md\n',
      '.planlintignore': '附件/*.md\n!附件/表.md\n',
      'drafts/.gitignore': '/a.md',
      'drafts/a.md': draft,
      'drafts/b.md': draft,
      'drafts/c.bak.md': draft,
      'drafts/x/a.md': draft,
      '旧稿/plan.md': draft,
      '附件/表.md': draft,
      '附件/说明.md': draft,
    });
    const names = async (...args: string[]) => (await at.check(...args)).files.map(({ file }) => file);
    assert.deepEqual(await names(), ['附件/表.md', 'drafts/b.md', 'drafts/x/a.md']);
    assert.deepEqual(await names('drafts'), ['drafts/b.md', 'drafts/x/a.md']);
    assert.deepEqual(await names('drafts/*.md'), ['drafts/b.md']);
    assert.deepEqual(await names('旧稿/plan.md', 'drafts/a.md'), ['旧稿/plan.md', 'drafts/a.md']);
  });

  it('checks a file that is named, whatever it holds', async () => {
    at.write({ 'notes.md': plain });
    const { files, summary } = await at.check('notes.md');
    assert.deepEqual(files, [{ file: 'notes.md', findings: [] }]);
    assert.equal(summary.files, 1);
  });

  it('says so where a folder holds no draft', async () => {
    at.write({ 'notes.md': plain });
    const { status, out } = await at.run(['check']);
    assert.deepEqual([status, out], [0, '没有找到规划文稿。\n']);
  });

  it('takes globs, and each file once', async () => {
    at.write({ '稿/第一章.md': draft, '稿/第二章.md': clean, '稿（旧）.md': draft });
    const { files } = await at.check('稿/*.md', '稿/第一章.md', './稿', '稿（旧）.md');
    assert.deepEqual(
      files.map(({ file }) => file),
      ['稿/第一章.md', '稿/第二章.md', '稿（旧）.md'],
    );
  });

  it('takes a file whose name looks like a pattern', async () => {
    at.write({ 'plan[1].md': draft });
    const { files } = await at.check('plan[1].md');
    assert.equal(files[0]?.findings.length, 3);
  });

  it('reads standard input under the name that is given', async () => {
    const { status, out } = await at.run(['check', '-', '--stdin-filename', 'x/plan.md', '--format', 'json'], draft);
    assert.equal(status, 1);
    assert.equal(JSON.parse(out).files[0].file, 'x/plan.md');
    const unnamed = await at.run(['check', '-', '--format', 'compact'], draft);
    assert.match(unnamed.out, /^标准输入\.md:\d+:\d+: /);
  });

  it('counts columns from the line’s beginning whatever ends the lines, with a byte order mark too', async () => {
    at.write({ 'lf.md': draft, 'crlf.md': `\uFEFF${draft.replaceAll('\n', '\r\n')}` });
    const { files } = await at.check('lf.md', 'crlf.md');
    const places = files.map(({ findings }) => findings.map(({ rule, line, column }) => [rule, line, column]));
    assert.equal(places[0]?.length, 3);
    assert.deepEqual(places[1], places[0]);
  });

  it('counts what a comment switches off apart from what is wrong', async () => {
    const quiet = draft
      .replace('表1', '<!-- planlint-disable-table target-direction 人均预期寿命 -- 口径调整 -->\n\n表1')
      .replace('2.70‰', '3.55‰');
    at.write({ 'plan.md': quiet, 'planlint.json': '{ "rules": { "box-field": "off" } }' });
    const { files, summary } = await at.check('plan.md');
    assert.deepEqual(
      files[0]?.findings.map(({ rule, suppressed }) => [rule, suppressed]),
      [['target-direction', '口径调整']],
    );
    assert.deepEqual([summary.errors, summary.suppressed], [0, 1]);
    const { status, out } = await at.run(['check', 'plan.md']);
    assert.equal(status, 0);
    assert.equal(out, '共检查1个文件，没有发现问题；另有1处已在文中注明不查。\n');
  });

  it('finds on several threads what it finds on one, in the same order', async () => {
    const cut = draft.indexOf('## 第二章');
    at.write({
      'planlint.json': '{ "plans": [{ "files": ["分章/*.md"] }] }',
      '分章/第一章.md': draft.slice(0, cut),
      '分章/第二章.md': draft.slice(cut),
      'notes.md': plain,
      ...Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`稿/${index}.md`, index % 3 ? draft : clean])),
    });
    const one = await at.run(['check', '--threads', '1']);
    assert.match(one.out, /共检查22个文件，发现42处问题/);
    assert.deepEqual(await at.run(['check', '--threads', '3']), one);
  });

  it('says in one sentence that a path is missing', async () => {
    at.write({ 'plan.md': draft });
    assert.deepEqual(await at.run(['check', 'plan.md', 'nope.md']), {
      status: 2,
      out: '',
      err: '找不到“nope.md”，请检查路径\n',
    });
    const { status, err } = await at.run(['check', '没有/*.md']);
    assert.deepEqual([status, err], [2, '没有与“没有/*.md”相符的文件，请检查通配符\n']);
  });
});

describe('planlint.json beside the drafts', () => {
  let at: Desk;
  beforeEach(() => {
    at = desk();
  });
  afterEach(() => at.clear());

  const rulesOf = async (...args: string[]) =>
    (await at.check(...args)).files.map(({ findings }) => findings.map(({ rule }) => rule));

  it('holds for all below it; the nearest one counts', async () => {
    at.write({
      'planlint.json': '{ "rules": { "value-conflict": "off", "box-field": "off" } }',
      'a/b/plan.md': draft,
      'c/planlint.json': '{ "rules": { "target-direction": "off", "box-field": "off" } }',
      'c/plan.md': draft,
      'strict.json': '{}',
    });
    assert.deepEqual(await rulesOf('a', 'c'), [['target-direction'], ['value-conflict']]);
    assert.deepEqual((await rulesOf('a', '--config', 'strict.json')).flat().length, 3);
  });

  it('brings the fields that projects must have', async () => {
    at.write({
      'planlint.json':
        '{ "boxSchema": "schemas/box.json", "rules": { "target-direction": "off", "value-conflict": "off" } }',
      'schemas/box.json': '{ "required": ["责任单位"] }',
      'plan.md': draft,
    });
    const { files } = await at.check('plan.md');
    const messages = files[0]?.findings.map(({ message }) => message) ?? [];
    assert.ok(messages.length > 0);
    for (const message of messages) assert.match(message, /责任单位/);
  });

  it('joins files to one plan, in which a number of one chapter is held against another', async () => {
    const cut = draft.indexOf('## 第二章');
    at.write({
      'planlint.json':
        '{ "plans": [{ "name": "规划", "files": ["第*章.md"] }], "rules": { "target-direction": "off", "box-field": "off" } }',
      '第一章.md': draft.slice(0, cut),
      '第二章.md': draft.slice(cut),
    });
    const { files } = await at.check('第一章.md');
    const [finding] = files.flatMap(({ findings }) => findings);
    assert.equal(finding?.rule, 'value-conflict');
    const places = [...files.filter(({ findings }) => findings.length), ...(finding?.related ?? [])];
    assert.deepEqual(places.map(({ file }) => file).sort(), ['第一章.md', '第二章.md']);
  });

  const mistakes: readonly (readonly [text: string, fault: string])[] = [
    [
      '{ "rules": { "target-dirction": "off" } }',
      'planlint.json:1:14 没有规则“target-dirction”：是不是“target-direction”？',
    ],
    ['{ "rules": {} ', 'planlint.json:1:15 不是正确的 JSON：缺少右花括号“}”'],
    ['{ "plans": [{ "files": ["无.md"] }] }', 'planlint.json:1:25 找不到“无.md”：请按相对于本文件的路径填写'],
    ['{ "boxSchema": "x.json" }', 'x.json:1:1 文件是空的：请写入 {}，或删除此文件'],
  ];
  for (const [text, fault] of mistakes) {
    it(`is refused with place and remedy: ${text}`, async () => {
      at.write({ 'd/planlint.json': text, 'd/x.json': '', 'd/plan.md': draft });
      assert.deepEqual(await at.run(['check', 'd']), { status: 2, out: '', err: `d/${fault}\n` });
    });
  }

  it('is asked for by name where it is not there', async () => {
    at.write({ 'plan.md': draft });
    const { status, err } = await at.run(['check', '--config', 'x.json', 'plan.md']);
    assert.deepEqual([status, err], [2, '读不到配置文件“x.json”，请检查路径，并存为 UTF-8 编码\n']);
  });
});

describe('the other commands', () => {
  let at: Desk;
  beforeEach(() => {
    at = desk();
  });
  afterEach(() => at.clear());

  it('explain a rule by its page', async () => {
    const { status, out } = await at.run(['explain', 'target-direction']);
    assert.equal(status, 0);
    assert.match(out, /^# .*target-direction/);
    const wrong = await at.run(['explain', 'target-directon']);
    assert.deepEqual([wrong.status, wrong.err], [2, '没有规则“target-directon”：是不是“target-direction”？\n']);
  });

  it('list the rules', async () => {
    const { status, out } = await at.run(['rules']);
    assert.equal(status, 0);
    assert.match(out, /^value-conflict +前后一致 +错误 +\S/m);
  });

  it('print what was understood', async () => {
    at.write({ 'plan.md': draft });
    const { status, out } = await at.run(['facts', 'plan.md']);
    assert.equal(status, 0);
    const { indicators, mentions } = JSON.parse(out);
    const row = indicators.find(({ indicator }: { indicator: string }) => indicator === '婴儿死亡率');
    assert.deepEqual([row.baseline, row.target, row.units, row.line], ['3.55', '3.2', ['‰'], lineOf(draft, '3.55')]);
    const told = mentions.find(({ line }: { line: number }) => line === lineOf(draft, '2.70‰'));
    assert.deepEqual(
      [told.indicator, told.year, told.value, told.unit, told.operator, told.from],
      ['婴儿死亡率', 2020, 2.7, '‰', '=', 'text'],
    );
  });

  it('are told in Chinese, whatever is wrong with the call', async () => {
    const calls: readonly (readonly [args: string[], err: RegExp])[] = [
      [['chekc'], /^没有命令“chekc”，是不是“check”？\n$/],
      [['plan.md'], /^没有命令“plan\.md”，检查文稿请用 planlint check plan\.md\n$/],
      [['check', '--foramt', 'json'], /^不认识选项“--foramt”，是不是“--format”？\n$/],
      [
        ['check', '--format', 'xml'],
        /^选项“-f, --format <格式>”不能为“xml”，可用：pretty、compact、json、sarif、github、gitlab、junit、checkstyle、html、markdown\n$/,
      ],
      [['check', '--fail-on'], /^选项“--fail-on <级别>”后面缺少值\n$/],
      [['check', '--max-warnings', '多'], /^选项“--max-warnings <数目>”不能为“多”，应为不小于 0 的整数\n$/],
      [['check', '--stdin-filename', 'x.md'], /^--stdin-filename 只在路径为“-”时有用\n$/],
      [['explain'], /^缺少参数“规则”\n$/],
      [['rules', 'x'], /^参数太多\n$/],
      [['lsp'], /^缺少选项“--stdio”\n$/],
      [[], /^用法： planlint <命令> \[选项\]\n/],
    ];
    for (const [args, err] of calls) {
      const ran = await at.run(args);
      assert.deepEqual([ran.status, ran.out], [2, ''], args.join(' '));
      assert.match(ran.err, err);
    }
  });

  it('have Chinese help', async () => {
    const { status, out } = await at.run(['check', '--help']);
    assert.equal(status, 0);
    assert.match(out, /^用法： planlint check/);
    assert.doesNotMatch(out, /\b(default|options|arguments|display|usage)\b/i);
    assert.equal((await at.run(['--version'])).status, 0);
  });

  it('start the language server', async () => {
    const params = { processId: null, rootUri: null, capabilities: {} };
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params });
    const child = spawn(process.execPath, [await built('cli.js'), 'lsp', '--stdio']);
    try {
      child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
      let answer = '';
      child.stdout.setEncoding('utf8').on('data', (part) => {
        answer += part;
      });
      while (!answer.includes('"capabilities"')) await once(child.stdout, 'data');
      assert.match(answer, /^Content-Length: \d+\r\n/);
    } finally {
      child.kill();
    }
  });
});
