import assert from 'node:assert/strict';
import { join } from 'node:path';
import { configFinder } from '../src/cli/configs.ts';
import { type Desk, desk, draft } from './cli-run.ts';

describe('the configuration on the command line', () => {
  let at: Desk;
  beforeEach(() => {
    at = desk();
  });
  afterEach(() => at.clear());

  /** Rule and severity of each finding, by file. */
  const found = async (...args: string[]) => {
    const { files } = await at.check(...args);
    return Object.fromEntries(
      files.map(({ file, findings }) => [file, findings.map(({ rule, severity }) => `${rule} ${severity}`).sort()]),
    );
  };

  it('extends presets and files, whose paths are relative to where they stand', async () => {
    at.write({
      '共用/planlint.json': `{
        "extends": "planlint:strict",
        "boxSchema": "box.json",
        "typos": ["typos.json"],
        "overrides": [{ "files": ["../县/附件/**"], "rules": { "*": "off" } }]
      }`,
      '共用/box.json': '{ "required": ["责任单位"] }',
      '共用/typos.json': '{ "typos": [{ "wrong": "婴儿", "right": "婴幼儿" }] }',
      '县/planlint.json':
        '{ "extends": "../共用/planlint.json", "rules": { "value-conflict": "hint", "target-direction": "off" } }',
      '县/plan.md': draft,
      '县/附件/plan.md': draft,
    });
    const box = ['box-field error', 'box-field error'];
    assert.deepEqual(await found('县'), {
      '县/plan.md': [...box, 'known-typo warning', 'known-typo warning', 'value-conflict hint'],
      // The own levels count more than all that is extended.
      '县/附件/plan.md': ['value-conflict hint'],
    });
  });

  it('gives some files of a plan levels of their own', async () => {
    const cut = draft.indexOf('## 第二章');
    at.write({
      'planlint.json': `{
        "plans": [{ "files": ["第*章.md"] }],
        "overrides": [{ "files": ["第二章.md"], "rules": { "target-direction": "off", "box-field": "information" } }]
      }`,
      '第一章.md': draft.slice(0, cut),
      '第二章.md': draft.slice(cut),
    });
    assert.deepEqual(await found(), {
      '第一章.md': ['value-conflict error'],
      '第二章.md': ['box-field information'],
    });
  });

  it('yields to the levels that the user asks for, by rule or by category, in every thread', async () => {
    at.write({
      'planlint.json': '{ "overrides": [{ "files": ["**"], "rules": { "box-field": "off" } }] }',
      'a.md': draft,
      'b.md': draft,
    });
    for (const threads of ['1', '2']) {
      const flags = [
        '--rule',
        'box/*=hint',
        '--rule',
        'value-conflict=warning',
        '--rule',
        'value-conflict=off',
        '--threads',
        threads,
      ];
      const expected = ['box-field hint', 'target-direction error'];
      assert.deepEqual(await found(...flags, '.'), { 'a.md': expected, 'b.md': expected });
    }
  });

  it('may be another file', async () => {
    at.write({
      'planlint.json': '{ "rules": { "*": "off" } }',
      'ci/strict.json':
        '{ "extends": "planlint:strict", "overrides": [{ "files": ["../a.md"], "rules": { "*": "off" } }] }',
      'a.md': draft,
      'b.md': draft,
    });
    const { 'a.md': a, 'b.md': b } = await found('--config', 'ci/strict.json', '.');
    assert.deepEqual([a?.length, b?.length], [0, 3]);
  });

  it('is refused with file, line, column and remedy where what it extends is wrong', async () => {
    at.write({
      'a/planlint.json': '{ "extends": "../base.json" }',
      'base.json': '{\n  "extends": ["planlint:strct", "a/planlint.json"],\n  "typos": ["t.json"]\n}',
      't.json': '{ "typos": [{ "wrong": "甲乙", "rigth": "丙丁" }] }',
      'a/plan.md': draft,
    });
    const { status, out, err } = await at.run(['check', 'a']);
    assert.deepEqual([status, out], [2, '']);
    assert.deepEqual(err.trimEnd().split('\n'), [
      'base.json:2:15 没有内置配置“planlint:strct”：是不是“planlint:strict”？',
      'base.json:2:33 extends 绕成了一圈（planlint.json → ../base.json → planlint.json），请删去其中一处',
      't.json:1:13 “typos”的每一项缺少“right”，请补上',
      't.json:1:30 不认识“rigth”：是不是“right”？',
    ]);
  });

  const calls: readonly (readonly [value: string, err: string])[] = [
    ['target-flt=off', '没有规则“target-flt”：是不是“target-flat”？'],
    ['texts/*=off', '没有规则“texts/*”：是不是“text/*”？'],
    ['target-flat=none', '应写作“规则=级别”，级别可用：error、warning、information、hint、off、default'],
    ['target-flat', '应写作“规则=级别”，级别可用：error、warning、information、hint、off、default'],
  ];
  for (const [value, reason] of calls)
    it(`takes no --rule ${value}`, async () => {
      const { status, out, err } = await at.run(['check', '--rule', value]);
      assert.deepEqual([status, out, err], [2, '', `选项“--rule <规则=级别>”不能为“${value}”，${reason}\n`]);
    });

  it('is printed as it holds for a file, with who says so', async () => {
    at.write({
      'planlint.json': `{
        "extends": ["planlint:strict", "共用/base.json"],
        "rules": { "text/*": "hint" },
        "overrides": [{ "files": ["旧"], "rules": { "*": "off" } }, { "files": ["旧/一.md"], "rules": { "box-form": "default" } }],
        "plans": [{ "name": "规划", "files": ["旧/*.md"] }]
      }`,
      '共用/base.json': '{ "boxSchema": "planlint:project", "typos": ["t.json"] }',
      '共用/t.json': '{ "allowed": ["布署"] }',
      '旧/一.md': draft,
      '旧/二.md': draft,
    });
    const print = async (...args: string[]) => JSON.parse((await at.run(['check', ...args])).out);
    const one = await print('--print-config', '旧/一.md', '--rule', 'part-whole=hint');
    assert.deepEqual(
      { ...one, rules: undefined },
      {
        file: '旧/一.md',
        config: 'planlint.json',
        extends: ['planlint:strict', '共用/base.json'],
        rules: undefined,
        boxSchema: 'planlint:project',
        lexicon: [],
        typos: ['共用/t.json'],
        plan: ['旧/一.md', '旧/二.md'],
      },
    );
    assert.deepEqual(one.rules['target-flat'], { level: 'off', from: 'planlint.json overrides[0]' });
    assert.deepEqual(one.rules['box-form'], { level: 'information', from: 'planlint.json overrides[1]' });
    assert.deepEqual(one.rules['part-whole'], { level: 'hint', from: '--rule' });
    const { rules, plan } = await print('--print-config', '新/三.md');
    assert.deepEqual(rules['toc-sync'], { level: 'error', from: 'planlint:strict' });
    assert.deepEqual(rules['known-typo'], { level: 'hint', from: 'planlint.json' });
    assert.deepEqual(rules['value-conflict'], { level: 'error', from: null });
    assert.equal(plan, null);
  });

  it('is printed where there is none too', async () => {
    const { status, out } = await at.run(['check', '--print-config', 'a.md']);
    const { config, rules, boxSchema } = JSON.parse(out);
    assert.deepEqual([status, config, boxSchema], [0, null, 'planlint:default']);
    assert.deepEqual(rules['target-flat'], { level: 'hint', from: null });
  });

  it('has the same digest as long as nothing that it rests on changes, wherever it lies', async () => {
    const files = {
      'planlint.json': '{ "extends": "base.json", "boxSchema": "box.json" }',
      'base.json': '{ "typos": ["t.json"], "lexicon": ["l.json"] }',
      'box.json': '{ "required": ["责任单位"] }',
      't.json': '{ "allowed": ["布署"] }',
      'l.json': '{ "domain": "教育", "indicators": [] }',
    };
    const inFolder = (folder: string, more: Partial<typeof files> = {}) =>
      at.write(
        Object.fromEntries(
          Object.entries({ ...files, ...more }).map(([name, text]) => [`${folder}/${name}`, text ?? '']),
        ),
      );
    const digest = async (folder: string, rule = {}) =>
      (await configFinder(at.folder, { rule })(join(at.folder, folder))).digest;
    inFolder('a');
    inFolder('深/处');
    const first = await digest('a');
    assert.equal(await digest('a'), first);
    assert.equal(await digest('深/处'), first);
    assert.notEqual(await digest('a', { 'box-form': 'off' }), first);
    assert.notEqual(await digest('.'), first);
    for (const [name, text] of Object.entries(files)) {
      inFolder('b', { [name]: `${text} ` });
      assert.notEqual(await digest('b'), first, name);
    }
  });
});
