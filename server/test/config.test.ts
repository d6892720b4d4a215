import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { defaultFields, loadConfig, noConfig } from '../src/config/index.ts';
import type { BoxItem, Phrase, Source } from '../src/core/model.ts';
import { rules } from '../src/core/rules/index.ts';

const schemaText = readFileSync(new URL('../../schemas/planlint.schema.json', import.meta.url), 'utf8');

/** Loads a configuration beside which the given files lie. */
const load = (text: string, files: Readonly<Record<string, string>> = {}) =>
  loadConfig('planlint.json', text, async (path) => files[path]);

/** The faults as the command line prints them. */
async function faults(text: string, files?: Readonly<Record<string, string>>): Promise<string[]> {
  const loaded = await load(text, files);
  assert.ok('faults' in loaded, 'the configuration was taken');
  return loaded.faults.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`);
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
  const loaded = await load('{"boxSchema": "box.json"}', { 'box.json': JSON.stringify(schema) });
  if ('faults' in loaded) assert.fail(loaded.faults.map(({ message }) => message).join('\n'));
  return (loaded.options.fields?.(item(parts)) ?? []).map(({ message }) => message);
}

describe('planlint.json', () => {
  it('gives rule levels, in a file with comments and a last comma too', async () => {
    const loaded = await load('{\n  // 征求意见稿\n  "rules": { "target-flat": "off", "part-whole": "warning", },\n}');
    assert.ok('options' in loaded);
    assert.deepEqual({ ...loaded.options.rules }, { 'target-flat': 'off', 'part-whole': 'warning' });
  });

  it('lists in its schema the rules that there are', () => {
    const listed = Object.keys(JSON.parse(schemaText).properties.rules.properties);
    assert.deepEqual(
      listed,
      rules.map(({ id }) => id),
    );
  });

  it('offers for each rule the sentence that the rule itself has', () => {
    const listed: Record<string, { description: string }> = JSON.parse(schemaText).properties.rules.properties;
    for (const { id, summary } of rules) assert.equal(listed[id]?.description, summary);
  });

  const mistakes: readonly (readonly [what: string, text: string, fault: string])[] = [
    ['a comma left out', '{\n  "rules": {}\n  "plans": []\n}', '3:3 不是正确的 JSON：前一项后面缺少英文逗号“,”'],
    ['a Chinese quotation mark', '{ “rules”: {} }', '1:3 不是正确的 JSON：有不认识的词，文字请加英文双引号'],
    ['a brace left open', '{ "rules": {}', '1:14 不是正确的 JSON：缺少右花括号“}”'],
    ['nothing at all', '', '1:1 文件是空的：请写入 {}，或删除此文件'],
    ['a list for an object', '[]', '1:1 文件内容应为一个对象，即 {…}'],
    ['a key misspelt', '{\n  "rule": {}\n}', '2:3 不认识“rule”：是不是“rules”？'],
    ['an unheard-of key', '{ "x": 1 }', '1:3 不认识“x”：此处可用“rules”、“boxSchema”、“lexicon”、“plans”'],
    [
      'a rule misspelt',
      '{ "rules": { "target-dirction": "off" } }',
      '1:14 没有规则“target-dirction”：是不是“target-direction”？',
    ],
    ['a rule that is none', '{ "rules": { "?": "off" } }', '1:14 没有规则“?”：用 planlint rules 可列出全部规则'],
    [
      'a wrong level',
      '{ "rules": { "part-whole": "warn" } }',
      '1:28 “part-whole”应为“error”、“warning”、“information”、“hint”、“off”之一',
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
    const loaded = await load('{ "lexicon": ["a.json"] }', file(entry));
    assert.ok('options' in loaded);
    assert.deepEqual(
      loaded.options.lexicon?.indicators.map((known) => ({ ...known })),
      [entry],
    );
    const [fault] = await faults('{ "lexicon": ["a.json"] }', file({ ...entry, direction: 'up' }));
    assert.match(fault ?? '', /^a\.json:1:\d+ “direction”应为“higher”、“lower”、“neutral”之一$/);
  });
});

describe('the fields of a box item', () => {
  const said = (parts: Readonly<Record<string, string>>) => defaultFields(item(parts)).map(({ message }) => message);

  it('are, by default, a name and a content', () => {
    assert.deepEqual(said({ 名称: '营养管理项目', 内容: '建成食堂。' }), []);
    assert.deepEqual(said({ 内容: '建成食堂。' }), ['缺少“名称”']);
    assert.deepEqual(said({ 名称: '营养管理项目' }), ['缺少“内容”']);
    assert.deepEqual(said({ 名称: '营养管理项目', 内容: ' ' }), ['“内容”是空的']);
    assert.equal(noConfig.options.fields, defaultFields);
  });

  it('may give the content', () => {
    assert.deepEqual(said({ 名称: '营养管理项目', 建设内容: '建成食堂' }), []);
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
