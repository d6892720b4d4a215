import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { defaultFields, type Loaded, layerOf, loadConfig, noConfig, ruleNames } from '../src/config/index.ts';
import { presets } from '../src/config/presets.ts';
import { check } from '../src/core/check.ts';
import type { BoxItem, Phrase, Source } from '../src/core/model.ts';
import { rules } from '../src/core/rules/index.ts';

const root = new URL('../../', import.meta.url);
const schema = JSON.parse(readFileSync(new URL('schemas/planlint.schema.json', root), 'utf8'));

/** Loads a configuration beside which the given files lie. */
const load = (
  text: string,
  files: Readonly<Record<string, string>> = {},
  more: Parameters<typeof loadConfig>[3] = [],
) =>
  loadConfig(
    'planlint.json',
    text,
    {
      read: async (file) => files[file],
      beside: (file, path) => posix.join(posix.dirname(file), path),
      pathFrom: (file, other) => posix.relative(posix.dirname(file), other),
    },
    more,
  );

/** Loads a configuration in which nothing is wrong. */
async function loaded(...args: Parameters<typeof load>): Promise<Loaded> {
  const given = await load(...args);
  if ('faults' in given) assert.fail(given.faults.map(({ message }) => message).join('\n'));
  return given;
}

/** The levels that it sets in a file. */
const levels = ({ options }: Loaded, file = 'a.md') => ({ ...options.levels?.(file) });

/** The faults as the command line prints them. */
async function faults(text: string, files?: Readonly<Record<string, string>>): Promise<string[]> {
  const given = await load(text, files);
  assert.ok('faults' in given, 'the configuration was taken');
  return given.faults.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`);
}

const source: Source = { uri: 'a.md', text: '' };
const phrase = (value: string): Phrase => ({ value, span: { source, start: 0, end: 0 } });

/** A box item with these fields; 名称 and 内容 are its own. */
function item(parts: Readonly<Record<string, string>>): BoxItem {
  const { 名称, 内容, ...fields } = parts;
  return {
    span: { source, start: 0, end: 0 },
    ...(名称 !== undefined && { name: phrase(名称) }),
    ...(内容 !== undefined && { content: phrase(内容) }),
    fields: Object.entries(fields).map(([name, content]) => ({ name: phrase(name), content: phrase(content) })),
    certain: true,
    runOn: [],
  };
}

/** What a box schema says of an item. */
async function held(schema: object, parts: Readonly<Record<string, string>>): Promise<string[]> {
  return said(await loaded('{"boxSchema": "box.json"}', { 'box.json': JSON.stringify(schema) }), parts);
}

function said({ options }: Loaded, parts: Readonly<Record<string, string>>): string[] {
  return (options.fields?.(item(parts)) ?? []).map(({ message }) => message);
}

describe('planlint.json', () => {
  it('gives rule levels, in a file with comments and a last comma too', async () => {
    const text = '{\n  // 征求意见稿\n  "rules": { "target-flat": "off", "part-whole": "warning", },\n}';
    assert.deepEqual(levels(await loaded(text)), { 'target-flat': 'off', 'part-whole': 'warning' });
  });

  it('lists in its schema the rules and categories that there are', () => {
    assert.deepEqual(Object.keys(schema.definitions.rules.properties), ruleNames);
  });

  it('offers for each rule the sentence that the rule itself has', () => {
    const listed: Record<string, { description: string }> = schema.definitions.rules.properties;
    for (const { id, summary } of rules) assert.equal(listed[id]?.description, summary);
  });

  const mistakes: readonly (readonly [what: string, text: string, fault: string])[] = [
    ['a comma left out', '{\n  "rules": {}\n  "plans": []\n}', '3:3 不是正确的 JSON：前一项后面缺少英文逗号“,”'],
    ['a Chinese quotation mark', '{ “rules”: {} }', '1:3 不是正确的 JSON：有不认识的词，文字请加英文双引号'],
    ['a brace left open', '{ "rules": {}', '1:14 不是正确的 JSON：缺少右花括号“}”'],
    ['nothing at all', '', '1:1 文件是空的：请写入 {}，或删除此文件'],
    ['a list for an object', '[]', '1:1 文件内容应为一个对象，即 {…}'],
    ['a key misspelt', '{\n  "rule": {}\n}', '2:3 不认识“rule”：是不是“rules”？'],
    [
      'an unheard-of key',
      '{ "x": 1 }',
      '1:3 不认识“x”：此处可用“description”、“extends”、“rules”、“overrides”、“boxSchema”、“lexicon”、“typos”、“plans”',
    ],
    ['a category misspelt', '{ "rules": { "texts/*": "off" } }', '1:14 没有规则“texts/*”：是不是“text/*”？'],
    [
      'an unknown preset',
      '{ "extends": ["planlint:stict"] }',
      '1:15 没有内置配置“planlint:stict”：是不是“planlint:strict”？',
    ],
    [
      'a preset of no such name',
      '{ "extends": "planlint:?" }',
      `1:14 没有内置配置“planlint:?”：可用“${Object.keys(presets).join('”、“')}”`,
    ],
    [
      'a file to extend that is not there',
      '{\n  "extends": "shared/base.json"\n}',
      '2:14 读不到“shared/base.json”：请按相对于本文件的路径填写，并存为 UTF-8 编码',
    ],
    ['a number to extend', '{ "extends": 1 }', '1:14 “extends”应为一段文字，即 "…"，或者一个数组，即 […]'],
    [
      'itself to extend',
      '{ "extends": "./planlint.json" }',
      '1:14 extends 绕成了一圈（planlint.json → planlint.json），请删去其中一处',
    ],
    ['an override without files', '{ "overrides": [{ "rules": {} }] }', '1:17 “overrides”的每一项缺少“files”，请补上'],
    [
      'a rule misspelt in an override',
      '{ "overrides": [{ "files": ["a.md"], "rules": { "target-flt": "off" } }] }',
      '1:49 没有规则“target-flt”：是不是“target-flat”？',
    ],
    [
      'a key of an override misspelt',
      '{ "overrides": [{ "file": ["a"], "files": ["a"], "rules": {} }] }',
      '1:19 不认识“file”：是不是“files”？',
    ],
    [
      'a typo list that is not there',
      '{ "typos": ["a.json"] }',
      '1:13 读不到“a.json”：请按相对于本文件的路径填写，并存为 UTF-8 编码',
    ],
    [
      'an unknown built-in box schema',
      '{ "boxSchema": "planlint:projects" }',
      '1:16 没有内置的字段约定“planlint:projects”：是不是“planlint:project”？',
    ],
    [
      'a rule misspelt',
      '{ "rules": { "target-dirction": "off" } }',
      '1:14 没有规则“target-dirction”：是不是“target-direction”？',
    ],
    ['a rule that is none', '{ "rules": { "?": "off" } }', '1:14 没有规则“?”：用 planlint rules 可列出全部规则'],
    [
      'a wrong level',
      '{ "rules": { "part-whole": "warn" } }',
      '1:28 “part-whole”应为“error”、“warning”、“information”、“hint”、“off”、“default”之一',
    ],
    ['a number for a path', '{ "boxSchema": 1 }', '1:16 “boxSchema”应为一段文字，即 "…"'],
    ['a plan without files', '{ "plans": [{ "name": "规划" }] }', '1:13 “plans”的每一项缺少“files”，请补上'],
    ['no file in a plan', '{ "plans": [{ "files": [] }] }', '1:24 “files”是空的，请填写或删除'],
    [
      'a key of a plan misspelt',
      '{ "plans": [{ "file": ["a"] , "files": ["a"] }] }',
      '1:15 不认识“file”：是不是“files”？',
    ],
    [
      'a box schema that is not there',
      '{ "boxSchema": "box.json" }',
      '1:16 读不到“box.json”：请按相对于本文件的路径填写，并存为 UTF-8 编码',
    ],
    [
      'a lexicon that is not there',
      '{ "lexicon": ["a.json"] }',
      '1:15 读不到“a.json”：请按相对于本文件的路径填写，并存为 UTF-8 编码',
    ],
  ];
  for (const [what, text, fault] of mistakes) {
    it(`says what to do about ${what}`, async () => assert.deepEqual(await faults(text), [`planlint.json:${fault}`]));
  }

  it('does not run out of stack on brackets nested a million deep', async () => {
    assert.deepEqual(await faults('['.repeat(1e6)), ['planlint.json:1:1 不是正确的 JSON：嵌套过深']);
  });

  it('takes indicators of the plan’s own, and says where one is wrong', async () => {
    const entry = { name: '智慧病房占比', units: ['%'], direction: 'higher', share: true, source: '某市规划' };
    const file = (indicator: object) => ({ 'a.json': JSON.stringify({ domain: '卫生健康', indicators: [indicator] }) });
    const { options } = await loaded('{ "lexicon": ["a.json"] }', file(entry));
    assert.deepEqual(
      options.lexicon?.indicators.map((known) => ({ ...known })),
      [entry],
    );
    const [fault] = await faults('{ "lexicon": ["a.json"] }', file({ ...entry, direction: 'up' }));
    assert.match(fault ?? '', /^a\.json:1:\d+ “direction”应为“higher”、“lower”、“neutral”之一$/);
  });
});

describe('levels', () => {
  it('are set for a category or for all, and the name of a rule says more than that of its category', async () => {
    const given = levels(await loaded('{ "rules": { "known-typo": "error", "text/*": "hint", "*": "off" } }'));
    assert.equal(given['known-typo'], 'error');
    assert.equal(given['stray-space'], 'hint');
    assert.equal(given['target-flat'], 'off');
    assert.equal(Object.keys(given).length, rules.length);
  });

  it('are set otherwise for some files, the later setting over the earlier', async () => {
    const given = await loaded(`{
      "rules": { "target-flat": "error", "box-form": "error" },
      "overrides": [
        { "files": ["附件", "*.tmp.md", "!附件/甲.md"], "rules": { "target-flat": "off" } },
        { "files": ["**/表（旧）.md", "[一].md"], "rules": { "target-flat": "hint" } }
      ]
    }`);
    const of = (file: string) => levels(given, file)['target-flat'];
    assert.deepEqual(
      [
        'a.md',
        '附件/乙.md',
        '附件/丙/丁.md',
        '附件/甲.md',
        'x.tmp.md',
        '附件/表（旧）.md',
        '[一].md',
        '二/附件/a.md',
      ].map(of),
      ['error', 'off', 'off', 'error', 'off', 'hint', 'hint', 'error'],
    );
    assert.equal(levels(given, '附件/乙.md')['box-form'], 'error');
  });

  it('that the user asks for count most', async () => {
    const text = '{ "overrides": [{ "files": ["**"], "rules": { "target-flat": "off" } }] }';
    assert.deepEqual(levels(await loaded(text, {}, [layerOf('--rule', { 'target-flat': 'error' })])), {
      'target-flat': 'error',
    });
  });
});

describe('what a configuration extends', () => {
  it('yields to it, the earlier to the later, rule by rule', async () => {
    const given = await loaded('{ "extends": ["a.json", "b/b.json"], "rules": { "box-form": "off" } }', {
      'a.json': '{ "rules": { "box-form": "error", "part-whole": "hint", "target-flat": "hint" } }',
      'b/b.json': '{ "rules": { "box-form": "error", "part-whole": "error" } }',
    });
    assert.deepEqual(levels(given), { 'box-form': 'off', 'part-whole': 'error', 'target-flat': 'hint' });
    assert.deepEqual(given.parts, ['a.json', 'b/b.json', 'planlint.json']);
  });

  it('yields with its overrides too', async () => {
    const files = {
      'a.json': '{ "overrides": [{ "files": ["*.md"], "rules": { "box-form": "error", "part-whole": "hint" } }] }',
    };
    const given = await loaded('{ "extends": "a.json", "rules": { "box-form": "off" } }', files);
    assert.deepEqual(levels(given), { 'box-form': 'off', 'part-whole': 'hint' });
  });

  it('may be left for the rules’ own levels', async () => {
    const given = await loaded(
      '{ "extends": ["planlint:strict", "planlint:recommended"], "rules": { "part-whole": "hint" } }',
    );
    assert.deepEqual(levels(given), { 'part-whole': 'hint' });
  });

  it('has paths of its own: they are relative to the file in which they stand', async () => {
    const indicator = { name: '智慧病房占比', units: ['%'], direction: 'higher', share: true, source: '某市规划' };
    const given = await loaded(
      '{ "extends": "../shared/base.json", "typos": ["a.json"], "plans": [{ "files": ["一.md"] }] }',
      {
        '../shared/base.json': `{
        "boxSchema": "box.json", "lexicon": ["../l.json"], "typos": ["t.json"], "plans": [{ "files": ["二.md"] }],
        "overrides": [{ "files": ["附件"], "rules": { "part-whole": "off" } }]
      }`,
        '../shared/box.json': '{ "required": ["责任单位"] }',
        '../l.json': JSON.stringify({ domain: '卫生健康', indicators: [indicator] }),
        '../shared/t.json': '{ "typos": [{ "wrong": "云熙", "right": "云溪" }] }',
        'a.json': '{ "allowed": ["布署"] }',
      },
    );
    assert.deepEqual(said(given, { 名称: '甲', 内容: '乙' }), ['缺少“责任单位”']);
    assert.deepEqual(given.lexicon, ['../l.json']);
    assert.deepEqual(given.typos, ['../shared/t.json', 'a.json']);
    assert.deepEqual(
      given.plans.map(({ file, files }) => [file, files]),
      [
        ['planlint.json', ['一.md']],
        ['../shared/base.json', ['二.md']],
      ],
    );
    assert.deepEqual(levels(given, '../shared/附件/a.md'), { 'part-whole': 'off' });
    assert.deepEqual(levels(given, '附件/a.md'), {});
  });

  it('counts once where several extend it, after what it is to yield to least', async () => {
    const given = await loaded('{ "extends": ["a.json", "base.json"] }', {
      'a.json': '{ "extends": "./base.json", "rules": { "part-whole": "hint" } }',
      'base.json': '{ "rules": { "part-whole": "error" } }',
    });
    assert.deepEqual(given.parts, ['a.json', 'base.json', 'planlint.json']);
    assert.deepEqual(levels(given), { 'part-whole': 'error' });
  });

  it('does not take for ever where each extends the next twice', async () => {
    const files: Record<string, string> = { 'f60.json': '{ "rules": { "part-whole": "hint" } }' };
    for (let i = 0; i < 60; i++) files[`f${i}.json`] = `{ "extends": ["f${i + 1}.json", "./f${i + 1}.json"] }`;
    assert.deepEqual(levels(await loaded('{ "extends": "f0.json" }', files)), { 'part-whole': 'hint' });
  });

  it('is told of in the file in which it is wrong, with all else that is wrong', async () => {
    const files = {
      'a.json': '{ "extends": "b.json" }',
      'b.json': '{\n "extends": ["a.json", "c.json"] }',
      'c.json': '{ "rule": {} }',
    };
    assert.deepEqual(await faults('{ "extends": "a.json", "typos": ["t.json"] }', files), [
      'b.json:2:14 extends 绕成了一圈（a.json → b.json → a.json），请删去其中一处',
      'c.json:1:3 不认识“rule”：是不是“rules”？',
      'planlint.json:1:34 读不到“t.json”：请按相对于本文件的路径填写，并存为 UTF-8 编码',
    ]);
  });
});

describe('the presets', () => {
  const names = Object.keys(presets);
  const ownLevel = new Map(rules.map(({ id, severity }) => [id, severity as string]));

  it('are those of the folder, and the schema offers them', () => {
    const files = readdirSync(new URL('server/presets/', root)).map((file) => `planlint:${file.slice(0, -5)}`);
    assert.deepEqual([...names].sort(), files.sort());
    assert.deepEqual(schema.properties.extends.examples, names);
    assert.deepEqual(schema.properties.extends.items.examples, names);
  });

  for (const name of names)
    it(`${name} is what the schema says, tells for whom it is, and changes something or says that it does not`, async () => {
      const given = await loaded(JSON.stringify({ extends: name }));
      const { description, rules = {} } = presets[name] as { description?: string; rules?: Record<string, string> };
      assert.ok(description);
      // Some of what this rule finds is information by itself.
      for (const [id, level] of Object.entries(rules))
        if (id !== 'indicator-unit') assert.notEqual(level, ownLevel.get(id), `${id} is ${level} anyway`);
      assert.ok(
        Object.keys(levels(given)).length > 0 || given.boxSchema !== 'planlint:default' || rules['*'] === 'default',
      );
    });

  it('make a final text’s hints and informations warnings at least, a target that stays apart', async () => {
    const given = levels(await loaded('{ "extends": "planlint:strict" }'));
    for (const { id, severity } of rules)
      if ((severity === 'hint' || severity === 'information') && id !== 'target-flat')
        assert.ok(given[id] === 'warning' || given[id] === 'error', id);
  });

  it('of the fields of a project ask who is responsible and until when, where fields are listed', async () => {
    const given = await loaded('{ "extends": "planlint:卫生健康" }');
    const whole = {
      名称: '甲项目',
      建设内容: '新建',
      责任单位: '市卫健委',
      完成时限: '2025年底前',
      总投资: '约1.2亿元（含配套）',
    };
    assert.deepEqual(said(given, whole), []);
    assert.deepEqual(said(given, { 名称: '甲项目', 内容: '新建业务用房，市卫健委负责。' }), []);
    assert.deepEqual(said(given, { 名称: '甲项目', 内容: '新建业务用房。', 责任单位: '市卫健委' }), []);
    assert.deepEqual(said(given, { ...whole, 责任单位: '待定' }), ['“责任单位”应符合约定：写明单位名称，现为“待定”']);
    assert.deepEqual(said(given, { ...whole, 完成时限: '尽快' }), [
      '“完成时限”应符合约定：写明年份，如“2025年”“2023—2025年”，现为“尽快”',
    ]);
    assert.deepEqual(said(given, { ...whole, 总投资: '若干' }), [
      '“总投资”应符合约定：写明数额和单位，如“1.2亿元”，现为“若干”',
    ]);
    assert.deepEqual(said(given, { 名称: '甲项目', 建设内容: '新建', 牵头单位: '市卫健委' }), [
      '列了建设内容、规模或投资，还要写明完成时限',
    ]);
    assert.deepEqual(said(given, { 名称: '甲项目', 建设规模: '8000平方米', 建设年限: '2022—2024年' }), [
      '列了建设内容、规模或投资，还要写明责任单位',
    ]);
  });
});

describe('the typos of one’s own', () => {
  const text = '全市工作己经布署，云熙街道己经村完成规范，规范化水平提高。';
  const found = async (list: object) => {
    const { options } = await loaded('{ "typos": ["t.json"] }', { 't.json': JSON.stringify(list) });
    return check([{ uri: 'a.md', text }], options).findings.flatMap(({ rule, message }) =>
      rule === 'known-typo' ? [message] : [],
    );
  };

  it('join the built-in ones, and stand in their place', async () => {
    const typos = [
      { wrong: '云熙', right: '云溪' },
      { wrong: '布署', right: '安排', kind: 'confusion' },
    ];
    assert.deepEqual(await found({ typos }), [
      '“己经”应为“已经”（扫描识别常见的错字）',
      '“布署”应为“安排”（用混的词）',
      '“云熙”应为“云溪”',
      '“己经”应为“已经”（扫描识别常见的错字）',
    ]);
  });

  it('may be allowed, everywhere or in one name', async () => {
    assert.deepEqual(await found({ allowed: ['布署', '己经村'] }), ['“己经”应为“已经”（扫描识别常见的错字）']);
  });

  it('are not found in the right word that holds them', async () => {
    const messages = await found({ typos: [{ wrong: '规范', right: '规范化' }], allowed: ['布署', '己经'] });
    assert.deepEqual(messages, ['“规范”应为“规范化”']);
  });

  it('are told of where their list is wrong', async () => {
    const list = (text: string) => faults('{ "typos": ["t.json"] }', { 't.json': text });
    assert.deepEqual(await list('{ "typo": [] }'), ['t.json:1:3 不认识“typo”：是不是“typos”？']);
    assert.deepEqual(await list('{ "typos": [{ "wrong": "甲乙" }] }'), [
      't.json:1:13 “typos”的每一项缺少“right”，请补上',
    ]);
    assert.deepEqual(await list('{ "typos": [{ "wrong": "甲", "right": "乙乙" }] }'), [
      't.json:1:24 “wrong”至少要2个字',
    ]);
  });
});

describe('a plan in which files have levels of their own', () => {
  const bad = '全市工作己经布署。\n';
  const findingsOf = async (config: object, texts: Readonly<Record<string, string>>) => {
    const { options } = await loaded(JSON.stringify(config));
    const { findings } = check(
      Object.entries(texts).map(([uri, text]) => ({ uri, text })),
      options,
    );
    return findings.map(({ span, rule, severity }) => `${span.source.uri} ${rule} ${severity}`);
  };

  it('has in each file what holds there', async () => {
    const overrides = [
      { files: ['b.md'], rules: { 'known-typo': 'off' } },
      { files: ['c.md'], rules: { 'known-typo': 'hint' } },
    ];
    assert.deepEqual(await findingsOf({ overrides }, { 'a.md': bad, 'b.md': bad, 'c.md': bad }), [
      'a.md known-typo warning',
      'a.md known-typo warning',
      'c.md known-typo hint',
      'c.md known-typo hint',
    ]);
  });

  it('keeps what is a habit of one file, though it is off in another', async () => {
    const overrides = [{ files: ['a.md'], rules: { 'known-typo': 'off' } }];
    const habit = '有关工作己经完成。\n\n'.repeat(8);
    assert.deepEqual(await findingsOf({ overrides }, { 'a.md': habit, 'b.md': habit }), ['b.md known-typo warning']);
    const titles = ['一', '二', '三', '四'].map((number) => `## 第${number}章  名称\n\n正文。\n\n`).join('');
    const off = [{ files: ['a.md'], rules: { 'heading-spacing': 'off', 'heading-number': 'off' } }];
    assert.deepEqual(
      await findingsOf({ overrides: off, rules: { 'heading-number': 'off' } }, { 'a.md': titles, 'b.md': titles }),
      ['b.md heading-spacing information'],
    );
  });

  it('does not call a comment idle where its rule is off', async () => {
    const comment = '<!-- planlint-disable-file known-typo -- 校样 -->\n\n全市工作。\n';
    const overrides = [{ files: ['b.md'], rules: { 'known-typo': 'off' } }];
    assert.deepEqual(await findingsOf({ overrides }, { 'a.md': comment, 'b.md': comment }), [
      'a.md suppression-unused information',
    ]);
  });
});

describe('the fields of a box item', () => {
  const byDefault = (parts: Readonly<Record<string, string>>) => said(noConfig, parts);

  it('are, by default, a name and a content', () => {
    assert.deepEqual(byDefault({ 名称: '营养管理项目', 内容: '建成食堂。' }), []);
    assert.deepEqual(byDefault({ 内容: '建成食堂。' }), ['缺少“名称”']);
    assert.deepEqual(byDefault({ 名称: '营养管理项目' }), ['缺少“内容”']);
    assert.deepEqual(byDefault({ 名称: '营养管理项目', 内容: ' ' }), ['“内容”是空的']);
    assert.equal(noConfig.options.fields, defaultFields);
  });

  it('may give the content', () => {
    assert.deepEqual(byDefault({ 名称: '营养管理项目', 建设内容: '建成食堂' }), []);
  });

  const schema = {
    type: 'object',
    required: ['责任单位', '完成时限'],
    properties: {
      责任单位: { type: 'string', minLength: 2 },
      完成时限: { format: '年份' },
      总投资: { type: 'string', pattern: '^[0-9.]+(万|亿)元$', description: '数字加“万元”或“亿元”。' },
      床位: { type: 'integer', minimum: 1 },
      资金来源: { enum: ['财政', '自筹'] },
    },
  };
  const whole = { 名称: '甲项目', 内容: '新建', 责任单位: '市卫健委', 完成时限: '2025年' };

  it('are those that the plan’s own schema asks for', async () => {
    assert.deepEqual(await held(schema, whole), []);
    assert.deepEqual(await held(schema, { 名称: '甲项目', 内容: '新建', 责任单位: '市卫健委' }), ['缺少“完成时限”']);
    assert.deepEqual(await held(schema, { ...whole, 责任单位: '' }), ['“责任单位”是空的']);
    assert.deepEqual(await held(schema, { ...whole, 责任单位: '我' }), ['“责任单位”过短，至少要2个字，现为“我”']);
    assert.deepEqual(await held(schema, { ...whole, 完成时限: '尽快' }), [
      '“完成时限”应为年份，如“2025年”，现为“尽快”',
    ]);
    assert.deepEqual(await held(schema, { ...whole, 总投资: '若干' }), [
      '“总投资”应符合约定：数字加“万元”或“亿元”，现为“若干”',
    ]);
    assert.deepEqual(await held(schema, { ...whole, 资金来源: '捐赠' }), [
      '“资金来源”应为“财政”、“自筹”之一，现为“捐赠”',
    ]);
  });

  it('are numbers where the schema wants numbers', async () => {
    assert.deepEqual(await held(schema, { ...whole, 床位: '300' }), []);
    assert.deepEqual(await held(schema, { ...whole, 床位: '300张' }), ['“床位”应为整数，现为“300张”']);
    assert.deepEqual(await held(schema, { ...whole, 床位: '0' }), ['“床位”不得小于1，现为“0”']);
    assert.deepEqual(await held(schema, { ...whole, 总投资: '1.2亿元' }), []);
  });

  it('fit one of several ways, or none', async () => {
    const either = { properties: { 完成时限: { anyOf: [{ format: '年份' }, { format: '年月' }] } } };
    assert.deepEqual(await held(either, { 完成时限: '2025年6月' }), []);
    assert.deepEqual(await held(either, { 完成时限: '年底前' }), ['“完成时限”不符合约定（anyOf），现为“年底前”']);
  });

  it('need not be known to a schema that allows no others', async () => {
    const closed = { additionalProperties: false, properties: { 责任单位: {} } };
    assert.deepEqual(await held(closed, { 名称: '甲项目', 内容: '新建', 责任单位: '市卫健委' }), []);
    assert.deepEqual(await held(closed, { 名称: '甲项目', 责任部门: '市卫健委' }), ['不应有“责任部门”']);
  });

  it('do not fall for names that every object has', async () => {
    assert.deepEqual(await held({ required: ['constructor'] }, whole), ['缺少“constructor”']);
  });

  const wrong: readonly (readonly [what: string, schema: string, fault: string])[] = [
    [
      'a word that JSON Schema lacks',
      '{ "requried": ["责任单位"] }',
      'JSON Schema 里没有“requried”：是不是“required”？',
    ],
    ['a type that is none', '{ "type": "text" }', '“type”不合 JSON Schema 的写法（enum）'],
    [
      'an unknown format',
      '{ "format": "phone" }',
      '不认识格式“phone”：可用“date”、“年份”、“年月”、“金额”，或改用 pattern',
    ],
    ['a reference elsewhere', '{ "$ref": "other.json" }', '找不到“other.json”：$ref 只能指向同一文件之内'],
    [
      'another dialect',
      '{ "$schema": "http://json-schema.org/draft-04/schema#" }',
      '不支持此 $schema：请用 draft-07 或 2020-12',
    ],
    ['no schema at all', '[]', '字段约定应是一个 JSON Schema，即 {…}'],
  ];
  for (const [what, text, fault] of wrong) {
    it(`are not held to ${what}`, async () => {
      const [first] = await faults('{ "boxSchema": "box.json" }', { 'box.json': text });
      assert.match(first ?? '', /^box\.json:1:\d+ /);
      assert.equal(first?.slice(first.indexOf(' ') + 1), fault);
    });
  }

  it('may be described in the newer dialect', async () => {
    const newer = {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      dependentRequired: { 总投资: ['资金来源'] },
    };
    assert.deepEqual(await held(newer, { 总投资: '1亿元' }), ['缺少“资金来源”：写了“总投资”就要写它']);
  });
});
