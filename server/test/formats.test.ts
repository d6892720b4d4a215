import assert from 'node:assert/strict';
import { XmlDocument } from 'libxml2-wasm';
import type { Location, Message, Result, Run } from 'sarif';
import { version } from '../../package.json';
import { type Checked, createTally, type Entry } from '../src/cli/outcome.ts';
import { reporters } from '../src/cli/reporters/index.ts';
import { plain } from '../src/cli/reporters/words.ts';
import { content, element } from '../src/cli/reporters/xml.ts';
import { rules } from '../src/core/rules/index.ts';
import { type Desk, desk, draft } from './cli-run.ts';
import {
  attributesOf,
  checkstyleSchemas,
  contentsOf,
  htmlMessages,
  junitSchemas,
  markdownTable,
  sarifRun,
  validXml,
  workflowCommand,
} from './format-readers.ts';

/** What every format has to carry unharmed, in a name that findings quote and in the name of the file. */
const nasty = `急救%0A𠮷😀&"'<5岁|{0}[附件](1)\u0007项目`;
const file = `稿 %0A,#&'😀𠮷.md`;
const hard = draft.replace('急救网络建设项目', nasty);
/** A file in another encoding, which cannot be read. */
const unreadable = new Uint8Array([0x23, 0x20, 0xb9, 0xe6, 0xbb, 0xae, 0x0a]);

type Found = Awaited<ReturnType<Desk['check']>>['files'][number]['findings'][number];

describe('the output formats', () => {
  let at: Desk;
  beforeEach(() => {
    at = desk();
  });
  afterEach(() => at.clear());

  const out = async (format: string, ...args: string[]) => (await at.run(['check', '--format', format, ...args])).out;
  const findingsOf = async (...args: string[]) =>
    (await at.check(...args)).files.flatMap(({ file, findings }) => findings.map((finding) => ({ ...finding, file })));

  it('end with the status of the check, whichever is asked for, and cope with nothing to tell', async () => {
    at.write({ 'plan.md': draft, 'notes/notes.md': '# 会议记录\n' });
    for (const format of Object.keys(reporters)) {
      assert.equal((await at.run(['check', '--format', format, 'plan.md'])).status, 1, format);
      const { status, err } = await at.run(['check', '--format', format, 'notes']);
      assert.deepEqual([status, err], [0, ''], format);
    }
  });

  it('leave the shape of json as it is', async () => {
    at.write({ 'plan.md': draft });
    const keys = 'rule category severity message line column endLine endColumn related fix suppressed'.split(' ');
    const { files } = await at.check('plan.md');
    const findings = files.flatMap((file) => file.findings);
    assert.equal(findings.length, 3);
    for (const finding of findings) {
      const expected = keys.filter((key) => key !== 'fix' || finding.fix);
      assert.deepEqual(Object.keys(finding), expected);
    }
  });

  describe('sarif', () => {
    const runOf = async (...args: string[]): Promise<Run> => sarifRun(await out('sarif', ...args));
    const resultsOf = async (...args: string[]): Promise<Result[]> => (await runOf(...args)).results ?? [];

    it('describes every rule', async () => {
      at.write({ 'plan.md': draft });
      const { driver } = (await runOf('plan.md')).tool;
      assert.deepEqual([driver.name, driver.version], ['PlanLint', version]);
      assert.deepEqual(
        driver.rules?.map(({ id }) => id),
        rules.map(({ id }) => id),
      );
      for (const { id, name, shortDescription, fullDescription, help } of driver.rules ?? []) {
        assert.match(name ?? '', /^\p{sc=Han}[^a-z]*$/u, id);
        for (const text of [shortDescription?.text, fullDescription?.text, help?.text]) assert.ok(text?.trim(), id);
        assert.ok(help?.markdown?.startsWith(`# ${name}（${id}）\n`), id);
      }
      const direction = driver.rules?.find(({ id }) => id === 'target-direction');
      assert.equal(direction?.defaultConfiguration?.level, 'error');
      assert.deepEqual(direction?.properties, { category: 'target', tags: ['目标'] });
    });

    it('tells what json tells, at the same places', async () => {
      at.write({ [file]: hard, 'planlint.json': '{ "rules": { "value-conflict": "hint" } }' });
      const run = await runOf();
      const findings = await findingsOf();
      assert.equal(findings.length, 3);
      assert.ok(findings.some(({ message }) => message.includes(nasty.slice(0, 12))));
      assert.deepEqual(
        (run.results ?? []).map((result) => fromSarif(run, result)),
        findings.map(({ rule, severity, message, related, ...place }) => ({
          rule,
          level: severity === 'hint' ? 'note' : severity,
          severity,
          message,
          place: placeOf(place),
          related: related.map((note) => ({ message: note.message, place: placeOf(note) })),
        })),
      );
      assert.equal(run.columnKind, 'utf16CodeUnits');
    });

    it('has nothing in a message that a viewer takes for a link or a placeholder', async () => {
      at.write({ 'plan.md': hard });
      for (const { message } of await resultsOf()) assert.doesNotMatch(message.text ?? '', /\]\(|(?<!\{)\{\d/);
    });

    it('carries the edits that mend a finding', async () => {
      at.write({ 'plan.md': '# 澄湖市“十四五”卫生健康发展规划\n\n2025年，每千人口床位数达到 7.5张，，巩固提高。\n' });
      const results = await resultsOf('plan.md');
      const fixes = (await findingsOf('plan.md')).flatMap(({ fix }) => fix ?? []);
      assert.ok(fixes.length > 0);
      assert.deepEqual(
        results.flatMap((result) => result.fixes ?? []),
        fixes.map(({ title, safe, edits }) => ({
          description: { text: title },
          artifactChanges: [
            {
              artifactLocation: { uri: 'plan.md', uriBaseId: '%SRCROOT%' },
              replacements: edits.map(({ line, column, endLine, endColumn, newText }) => ({
                deletedRegion: { startLine: line, startColumn: column, endLine, endColumn },
                insertedContent: { text: newText },
              })),
            },
          ],
          properties: { safe },
        })),
      );
    });

    it('keeps what a comment switches off, with the reason', async () => {
      const comment = '<!-- planlint-disable-table target-direction 人均预期寿命 -- 口径调整 -->\n\n';
      at.write({ 'plan.md': draft.replace('表1', `${comment}表1`) });
      const told = (await resultsOf()).map(({ ruleId, suppressions }) => [ruleId, suppressions]);
      assert.deepEqual(Object.fromEntries(told), {
        'value-conflict': [],
        'target-direction': [{ kind: 'inSource', justification: '口径调整' }],
        'box-field': [],
      });
    });

    it('says that a file was not read', async () => {
      at.write({ 'a/plan.md': draft, 'a/第一章.md': unreadable });
      const [whole] = (await runOf('a/plan.md')).invocations ?? [];
      assert.deepEqual(whole, { executionSuccessful: true, toolExecutionNotifications: [] });
      const [cut] = (await runOf('a')).invocations ?? [];
      assert.equal(cut?.executionSuccessful, false);
      assert.match(cut?.toolExecutionNotifications?.[0]?.message.text ?? '', /“a\/第一章\.md”不是 UTF-8 文本/);
    });
  });

  describe('gitlab', () => {
    const reportOf = async (...args: string[]): Promise<Violation[]> => JSON.parse(await out('gitlab', ...args));

    it('has the properties that GitLab documents', async () => {
      at.write({ [file]: hard, 'planlint.json': '{ "rules": { "value-conflict": "warning", "box-field": "hint" } }' });
      const severity = { error: 'major', warning: 'minor', information: 'info', hint: 'info' };
      assert.deepEqual(
        (await reportOf()).map(({ fingerprint, ...violation }) => {
          assert.match(fingerprint, /^[0-9a-f]{64}$/);
          return violation;
        }),
        (await findingsOf()).map((finding) => ({
          description: plain(finding.message),
          check_name: finding.rule,
          severity: severity[finding.severity],
          location: { path: file, lines: { begin: finding.line, end: finding.endLine } },
        })),
      );
    });

    it('is an empty list where nothing is wrong, and begins with no byte order mark', async () => {
      at.write({ 'notes.md': '# 会议记录\n' });
      assert.equal(await out('gitlab', 'notes.md'), '[]\n');
    });

    it('knows a finding again on another line and with other line ends, and tells equal ones apart', async () => {
      const twice = hard.replace('## 第三章', '新建急救站（点2个。\n\n新建急救站（点2个。\n\n## 第三章');
      at.write({ 'plan.md': twice });
      const findings = await findingsOf();
      assert.equal(findings.length, 5);
      assert.equal(new Set(findings.map(({ rule, message }) => `${rule} ${message}`)).size, 4);
      const before = (await reportOf()).map(({ fingerprint }) => fingerprint);
      assert.equal(new Set(before).size, before.length);
      const moved = twice.replace('## 第一章', '本规划由市卫生健康委员会编制。\n\n## 第一章');
      at.write({ 'plan.md': moved.replaceAll('\n', '\r\n') });
      assert.deepEqual(
        (await reportOf()).map(({ fingerprint }) => fingerprint),
        before,
      );
    });
  });

  describe('github', () => {
    it('gives a workflow command a finding, which reads as it was meant', async () => {
      at.write({ [file]: hard, 'planlint.json': '{ "rules": { "value-conflict": "warning", "box-field": "hint" } }' });
      const command = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' };
      assert.deepEqual(
        (await out('github')).trimEnd().split('\n').map(workflowCommand),
        (await findingsOf()).map((finding) => ({
          command: command[finding.severity],
          properties: {
            file,
            line: `${finding.line}`,
            endLine: `${finding.endLine}`,
            col: `${finding.column}`,
            endColumn: `${finding.endColumn}`,
            title: `PlanLint ${finding.rule}`,
          },
          data: said(finding),
        })),
      );
    });
    it('gives lines and no columns where a finding goes over several lines: GitHub takes no others', async () => {
      const entry = { ...sample, endLine: 5, endColumn: 2 };
      const { properties } = workflowCommand(await collected(reporters.github(one(entry))));
      assert.deepEqual(properties, { file: 'plan.md', line: '3', endLine: '5', title: 'PlanLint known-typo' });
    });
  });

  describe('checkstyle', () => {
    it('is XML that a parser reads as it was meant', async () => {
      at.write({ [file]: hard, 'notes.md': '', 'planlint.json': '{ "rules": { "box-field": "hint" } }' });
      const document = validXml(await out('checkstyle', file, 'notes.md'), checkstyleSchemas);
      assert.deepEqual(
        attributesOf(document, '/checkstyle/file').map(({ name }) => name),
        [file, 'notes.md'],
      );
      assert.deepEqual(
        attributesOf(document, '/checkstyle/file[1]/error'),
        (await findingsOf()).map((finding) => ({
          line: `${finding.line}`,
          column: `${finding.column}`,
          severity: finding.severity === 'hint' ? 'info' : finding.severity,
          message: said(finding),
          source: `planlint.${finding.rule}`,
        })),
      );
    });
  });

  describe('junit', () => {
    const documentOf = async (...args: string[]) => validXml(await out('junit', ...args), junitSchemas);

    it('is a suite a file, valid for Ant and for Jenkins, with a failed test a rule', async () => {
      at.write({ [file]: hard, 'clean.md': '# 会议记录\n' });
      const document = await documentOf(file, 'clean.md');
      const suites = attributesOf(document, '/testsuites/testsuite');
      assert.deepEqual(
        suites.map(({ name, tests, failures, errors }) => [name, tests, failures, errors]),
        [
          [file, '3', '3', '0'],
          ['clean.md', '1', '0', '0'],
        ],
      );
      for (const { time } of suites) assert.match(time ?? '', /^\d+\.\d{3}$/);
      const findings = await findingsOf(file);
      assert.deepEqual(
        attributesOf(document, '//testcase[failure]').map(({ name, classname }) => [name, classname]),
        findings.map(({ rule }) => [`${file} ${rule}`, `planlint.${rule}`]),
      );
      assert.deepEqual(
        attributesOf(document, '//failure').map(({ message, type }) => [message, type]),
        findings.map(({ message }) => [plain(message), 'error']),
      );
      assert.deepEqual(
        contentsOf(document, '//failure'),
        findings.map((finding) => `${file}:${finding.line}:${finding.column} 错误 ${said(finding)}`),
      );
    });

    it('fails no test for what is only a hint, and says how many findings a test stands for', async () => {
      at.write({
        'plan.md': draft.replace('疾控中心建设项目**：新建业务用房8000平方米。', '疾控中心建设项目**：'),
        'planlint.json': '{ "rules": { "value-conflict": "hint", "target-direction": "off" } }',
      });
      const document = await documentOf();
      const [suite] = attributesOf(document, '//testsuite');
      assert.deepEqual([suite?.tests, suite?.failures], ['2', '1']);
      assert.match(attributesOf(document, '//failure')[0]?.message ?? '', /（等2处）$/);
      assert.match(contentsOf(document, '//system-out')[0] ?? '', /^plan\.md:\d+:\d+ 建议 .*前后不一/);
    });

    it('counts a file that could not be read as an error', async () => {
      at.write({ 'plan.md': draft, '第一章.md': unreadable });
      const document = await documentOf();
      assert.deepEqual(
        attributesOf(document, '//testsuite').map(({ name, tests, failures, errors }) => [
          name,
          tests,
          failures,
          errors,
        ]),
        [
          ['plan.md', '3', '3', '0'],
          ['PlanLint', '1', '0', '1'],
        ],
      );
      assert.match(attributesOf(document, '//error')[0]?.message ?? '', /“第一章\.md”不是 UTF-8 文本/);
    });
  });

  it('in XML have what XML cannot hold replaced, and all else kept', () => {
    const text = '\u0000\u0007\u001b|\ud800|\ufffe\uffff|\t\r\n|𠮷😀|<&>"\'|%0A|]]>';
    const expected = '\ufffd\ufffd\ufffd|\ufffd|\ufffd\ufffd|\t\r\n|𠮷😀|<&>"\'|%0A|]]>';
    const document = XmlDocument.fromString(element('a', { b: text, c: 1 }, content(text)));
    assert.deepEqual(attributesOf(document, '/a'), [{ b: expected, c: '1' }]);
    assert.equal(document.root.content, expected);
  });

  describe('html', () => {
    const told = async (...args: string[]) => htmlMessages(await out('html', ...args));

    it('is one page on all plans, which says what json says', async () => {
      at.write({ [file]: hard, 'plan.md': draft });
      const page = await out('html');
      assert.equal(page.match(/<!DOCTYPE html>/g)?.length, 1);
      assert.deepEqual(
        htmlMessages(page),
        (await findingsOf()).map(({ message }) => message.replace('\u0007', '\ufffd')),
      );
      assert.deepEqual(htmlMessages(await out('html', '--threads', '2')), htmlMessages(page));
    });

    it('leaves out what the check leaves out, of other levels and of other files of a plan', async () => {
      const cut = draft.indexOf('## 第三章');
      at.write({
        'planlint.json': '{ "plans": [{ "files": ["第*章.md"] }], "rules": { "target-direction": "warning" } }',
        '第一章.md': draft.slice(0, cut),
        '第二章.md': draft.slice(cut),
      });
      const messages = async (...args: string[]) => (await findingsOf(...args)).map(({ message }) => message);
      assert.equal((await messages()).length, 3);
      assert.deepEqual(await told(), await messages());
      assert.deepEqual(await told('第二章.md'), await messages('第二章.md'));
      assert.deepEqual(await told('--quiet'), await messages('--quiet'));
      assert.equal((await told('--quiet')).length, 2);
    });

    it('says what was switched off, and why, and what was not read', async () => {
      const comment = '<!-- planlint-disable-table target-direction 人均预期寿命 -- 口径调整 -->\n\n';
      at.write({ 'plan.md': draft.replace('表1', `${comment}表1`), '第一章.md': unreadable });
      const page = await out('html');
      assert.match(page, /另有1处已在文中注明不查.*不查的理由：<\/b>口径调整/s);
      assert.match(page, /<p class="error">“第一章\.md”不是 UTF-8 文本/);
    });
  });

  describe('markdown', () => {
    it('is a table whose cells read as they were meant, and a closing sentence', async () => {
      const code = draft.replace('急救网络建设项目', '急救\\*网络\\*`建设`\\_$x$~项目');
      at.write({ [file]: hard, 'plan.md': code });
      const { rows: table, rest } = markdownTable(await out('markdown', file, 'plan.md'));
      const [head, ...rows] = table;
      assert.deepEqual(head, ['位置', '级别', '问题', '规则']);
      assert.deepEqual(
        rows,
        (await findingsOf(file, 'plan.md')).map((finding) => [
          `${finding.file}:${finding.line}:${finding.column}`,
          '错误',
          said(finding),
          finding.rule,
        ]),
      );
      assert.deepEqual(rest, ['共检查2个文件，发现6处问题（错误6处）。']);
    });

    it('makes nothing of what a text has in common with Markdown', async () => {
      const message =
        '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~ *a* _b_ ~~c~~ `d` $e$ &lt;&#60; <br> <!-- f --> [g](h) ![i](j) \\| \\\\ [^k]';
      const closing = { summary: createTally().summary, known: () => 0, troubles: () => [] };
      const text = await collected(reporters.markdown(one({ ...sample, message }), closing));
      assert.deepEqual(markdownTable(text).rows[1], ['plan.md:3:1', '错误', message, 'known-typo']);
      // Review pages also strike out and set formulas, which the parser here does not.
      assert.ok(text.includes('\\~\\~c\\~\\~ \\`d\\` \\$e\\$'));
    });

    it('is one sentence where nothing is wrong', async () => {
      at.write({ 'notes.md': '# 会议记录\n' });
      assert.equal(await out('markdown', 'notes.md'), '共检查1个文件，没有发现问题。\n');
    });
  });
});

const sample: Entry = {
  rule: 'known-typo',
  category: 'text',
  severity: 'error',
  message: '“重夏”应为“重大”',
  line: 3,
  column: 1,
  endLine: 3,
  endColumn: 3,
  related: [],
  suppressed: null,
  fingerprint: '0',
};

async function* one(entry: Entry): AsyncGenerator<Checked> {
  yield { file: 'plan.md', findings: [entry], lines: {} };
}

async function collected(texts: AsyncIterable<string>): Promise<string> {
  let all = '';
  for await (const text of texts) all += text;
  return all;
}

/** A finding as those formats tell it that have one text for all of it. */
function said({ message, related, fix }: Found): string {
  const notes = related.map((note) => `相关 ${note.file}:${note.line}:${note.column} ${note.message}`);
  return [message, ...notes, ...(fix ? [`修改 ${fix.title}`] : [])].map(plain).join('\n');
}

interface Spot {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

function placeOf({ file, line, column, endLine, endColumn }: Spot): Spot {
  return { file, line, column, endLine, endColumn };
}

/** A result of SARIF as json tells the same. */
function fromSarif(
  { tool }: Run,
  { ruleId, ruleIndex = -1, level, message, locations, relatedLocations, properties }: Result,
) {
  const [location] = locations ?? [];
  return {
    rule: tool.driver.rules?.[ruleIndex]?.id === ruleId ? ruleId : undefined,
    level,
    severity: properties?.severity,
    message: meant(message),
    place: spotOf(location),
    related: relatedLocations?.map((note) => ({ message: meant(note.message), place: spotOf(note) })),
  };
}

/** Braces are written twice. */
function meant(message: Message | undefined): string {
  return (message?.text ?? '').replaceAll('{{', '{').replaceAll('}}', '}').replaceAll('] (', '](');
}

function spotOf(location: Location | undefined) {
  const { artifactLocation, region } = location?.physicalLocation ?? {};
  assert.equal(artifactLocation?.uriBaseId, '%SRCROOT%');
  return {
    file: decodeURIComponent(artifactLocation?.uri ?? ''),
    line: region?.startLine,
    column: region?.startColumn,
    endLine: region?.endLine,
    endColumn: region?.endColumn,
  };
}

/** As GitLab documents its code quality report; it publishes no schema. */
interface Violation {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: 'info' | 'minor' | 'major' | 'critical' | 'blocker';
  readonly location: { readonly path: string; readonly lines: { readonly begin: number; readonly end?: number } };
}
