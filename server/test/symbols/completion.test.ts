import assert from 'node:assert/strict';
import { compileBoxSchema } from '../../src/config/box-schema.ts';
import { defaultFields } from '../../src/config/index.ts';
import { check } from '../../src/core/check.ts';
import { isDraft } from '../../src/core/draft.ts';
import type { FieldCheck } from '../../src/core/rule.ts';
import { about } from '../../src/symbols/completion/about.ts';
import { proposalsAt } from '../../src/symbols/completion/index.ts';
import type { Proposal } from '../../src/symbols/completion/proposal.ts';
import { cityPlan } from '../core/reading.ts';

interface Asked {
  readonly typed?: string;
  readonly fields?: FieldCheck;
}

/** What is proposed at the mark ▮ of a text. */
function proposed(marked: string, { typed, fields = defaultFields }: Asked = {}): readonly Proposal[] {
  const offset = marked.indexOf('▮');
  assert.ok(offset >= 0);
  const source = { uri: 'plan.md', text: marked.replace('▮', '') };
  const report = check([source], { fields });
  return proposalsAt({ report, source, offset, typed, fields, draft: isDraft(report.plan) });
}

const labels = (marked: string, asked?: Asked) => proposed(marked, asked).map(({ label }) => label);

/** The text once a proposal is taken. */
function taken(marked: string, label: string, asked?: Asked): string {
  const found = proposed(marked, asked).find((one) => one.label === label);
  assert.ok(found, `${label} is not among: ${labels(marked, asked).join(' ')}`);
  const at = marked.indexOf('▮');
  return marked.slice(0, at - found.length) + found.text + marked.slice(at + 1 + (found.behind ?? 0));
}

const HEAD = '| 领域 | 序号 | 主要指标 | 2020年 | 2025年 | 指标性质 |\n|---|---|---|---|---|---|';
const ROW = '| 健康水平 | 1 | 人均预期寿命（岁） | 77.2 | 78.3 | 预期性 |';
const tablePlan = (row: string, head = HEAD) =>
  cityPlan(`## 第二章 发展目标\n\n表1 主要指标\n\n${head}\n${ROW}\n${row}\n\n完。`);
const health = (text: string) => text.replace('层级: 市', '层级: 市\n领域: 卫生健康');

describe('proposals in an indicator table', () => {
  it('are the names of the lexicon with their units, those of the plan’s domain first, none that is there', () => {
    const found = proposed(health(tablePlan('| | 2 | ▮')));
    assert.ok(found.slice(0, 50).every(({ detail }) => detail?.includes('卫生健康')));
    const names = found.map(({ label }) => label);
    assert.ok(names.includes('婴儿死亡率'));
    assert.ok(!names.includes('人均预期寿命'));
    assert.ok(taken(health(tablePlan('| | 2 | ▮')), '婴儿死亡率').includes('| | 2 | 婴儿死亡率（‰）\n'));
  });

  it('are found by any part of a name, those that begin so first', () => {
    const found = labels(tablePlan('| | 2 | 死亡率▮ | | | |'));
    assert.ok(found.length > 2 && found.every((name) => name.includes('死亡率')));
    assert.ok(taken(tablePlan('| | 2 | 婴儿▮ | | | |'), '婴儿死亡率').includes('| | 2 | 婴儿死亡率（‰） | | | |'));
    assert.equal(labels(tablePlan('| | 2 | 每千人口▮ | | | |'))[0]?.startsWith('每千人口'), true);
  });

  it('leave a space behind the bar, and write over what is left of an old name', () => {
    assert.ok(taken(tablePlan('| | 2 |▮'), '婴儿死亡率').includes('| | 2 | 婴儿死亡率（‰）'));
    assert.ok(
      taken(tablePlan('| | 2 | 婴儿▮死亡 | 4 | 3 | |'), '婴儿死亡率').includes('| | 2 | 婴儿死亡率（‰） | 4 | 3 | |'),
    );
  });

  it('have half-width brackets where the table has them, and none beside a column of units', () => {
    const half = tablePlan('| | 2 | 婴儿▮ | | | |').replace('（岁）', '(岁)');
    assert.ok(taken(half, '婴儿死亡率').includes('婴儿死亡率(‰)'));
    const head = '| 主要指标 | 单位 | 2020年 | 2025年 | 指标性质 |\n|---|---|---|---|---|';
    const text = (row: string) => cityPlan(`${head}\n| 人均预期寿命 | 岁 | 77.2 | 78.3 | 预期性 |\n${row}`);
    assert.ok(taken(text('| 婴儿▮ | | | | |'), '婴儿死亡率').includes('| 婴儿死亡率 | |'));
    assert.equal(labels(text('| 婴儿死亡率 | ▮ | | | |'))[0], '‰');
  });

  it('are the units of a name behind its bracket, which they close', () => {
    assert.equal(labels(tablePlan('| | 2 | 婴儿死亡率（▮ | | | |'))[0], '‰');
    assert.ok(taken(tablePlan('| | 2 | 婴儿死亡率（▮ | | | |'), '‰').includes('婴儿死亡率（‰） |'));
    assert.ok(taken(tablePlan('| | 2 | 婴儿死亡率（▮） | | | |'), '‰').includes('婴儿死亡率（‰） |'));
  });

  it('are the two natures, the domains, and nothing where a value goes or in the head', () => {
    assert.deepEqual(labels(tablePlan('| | 2 | 婴儿死亡率（‰） | 4 | 3 | ▮ |')), ['预期性', '约束性']);
    assert.deepEqual(labels(tablePlan('| ▮ | 2 | | | | |')), ['健康水平']);
    for (const cell of ['| | 2 | | ▮ | | |', '| | 2 | | | ▮ | |', '| | ▮ | | | | |'])
      assert.deepEqual(labels(tablePlan(cell)), []);
    assert.deepEqual(labels(tablePlan('', HEAD.replace('2020年', '▮'))), []);
    assert.deepEqual(labels(tablePlan('| | 2 | 婴儿 ▮ | | | |'), { typed: ' ' }), []);
  });
});

describe('proposals in the text', () => {
  const text = (sentence: string) => `${tablePlan('')}\n\n## 第三章 主要任务\n\n${sentence}\n`;

  it('are the plan’s own indicators, once as much of a name stands there as no other word begins with', () => {
    const [found, ...more] = proposed(text('到2025年，全市人均▮'));
    assert.deepEqual([found?.label, found?.detail, found?.length], ['人均预期寿命', '2020年77.2岁，2025年78.3岁', 2]);
    assert.deepEqual(more, []);
    assert.deepEqual(labels(text('到2025年，提高人均▮')), []);
    assert.deepEqual(labels(text('到2025年，提高人均预▮')), ['人均预期寿命']);
    assert.deepEqual(labels(text('到2025年，全市人▮')), []);
    assert.deepEqual(labels(text('到2025年，全市▮')), []);
    assert.deepEqual(labels(text('到2025年，全市人均预期寿命▮')), []);
  });

  it('are all of them where nothing is begun, but not because of a bar or a colon', () => {
    assert.deepEqual(labels(text('到2025年，▮')), ['人均预期寿命']);
    assert.deepEqual(labels(text('到2025年：▮'), { typed: '：' }), []);
    assert.deepEqual(labels(text('健康 ▮'), { typed: ' ' }), []);
    assert.deepEqual(labels(text('```\n人均▮\n```')), []);
  });

  it('are the boxes, tables and chapters that can be referred to', () => {
    const box = '\n\n> **专栏1 人才工程**\n>\n> **甲项目**：培训护士120名。';
    const found = proposed(text(`完善体系（详见▮）。${box}`));
    assert.deepEqual(
      found.map(({ label, detail }) => `${label} ${detail}`),
      ['表1 主要指标', '专栏1 人才工程', '第二章 发展目标', '第三章 主要任务'],
    );
    assert.ok(taken(text(`完善体系（见专▮）。${box}`), '专栏1').includes('（见专栏1）'));
    assert.ok(labels(text(`完善体系，见▮${box}`), { typed: '见' }).includes('专栏1'));
    for (const word of ['征求意见', '常见', '可见'])
      assert.deepEqual(labels(text(`${word}▮${box}`), { typed: '见' }), []);
  });
});

describe('proposals in a box', () => {
  const box = (line: string) =>
    cityPlan(
      `## 第三章 主要任务\n\n> **专栏1 服务能力提升工程**\n>\n> 1. **市中医医院扩建项目**\n>    - 建设内容：新建住院楼1栋\n>    - 责任单位：市卫生健康委\n> 2. **县级医院提标项目**\n${line}`,
    );
  const schema = {
    type: 'object',
    required: ['名称', '建设内容', '责任单位', '完成时限'],
    properties: { 完成时限: { format: '年份' }, 性质: { enum: ['新建', '改扩建'] }, 责任单位: { type: 'string' } },
  };

  it('are the fields that the schema asks for and the project lacks, then those of other projects', async () => {
    const fields = await compileBoxSchema('box.json', JSON.stringify(schema));
    assert.ok(typeof fields === 'function');
    const found = proposed(box('>    - 建设内容：更新设备8台\n>    - ▮'), { fields });
    assert.deepEqual(
      found.slice(0, 3).map(({ label, detail }) => [label, detail]),
      [
        ['责任单位', '必填'],
        ['完成时限', '必填，年份，如“2025年”'],
        ['性质', undefined],
      ],
    );
    assert.ok(!found.some(({ label }) => label === '建设内容' || label === '名称'));
    assert.ok(taken(box('>    - 完▮'), '完成时限', { fields }).endsWith('>    - 完成时限：\n'));
    assert.deepEqual(labels(box('>    - 性质：▮'), { fields, typed: '：' }), ['新建', '改扩建']);
  });

  it('are what other projects have in a field, and the usual fields where no schema asks', () => {
    assert.deepEqual(labels(box('>    - 责任单位：▮'), { typed: '：' }), ['市卫生健康委']);
    assert.ok(labels(box('>    - ▮')).includes('总投资'));
    assert.deepEqual(labels(box('> - ▮')), []);
  });

  it('are the next project on an empty line', () => {
    const text = cityPlan('## 三\n\n> **专栏1 工程**\n>\n> （3）**甲项目**：新建站点3个。\n>\n> ▮');
    const [project] = proposed(text);
    assert.equal(project?.text, '（4）**项目名称**：项目内容');
    assert.match(project?.snippet ?? '', /\$\{1:项目名称\}/);
  });
});

describe('proposals in front matter', () => {
  const front = (line: string) =>
    `---\n标题: 青岩市“十四五”卫生健康发展规划\n${line}\n层级: 市\n---\n\n# 青岩市“十四五”卫生健康发展规划\n`;

  it('are the keys that are not there, each with its use', () => {
    const found = proposed(front('▮'));
    const keys = found.map(({ label }) => label);
    assert.ok(keys.includes('地区') && keys.includes('上位规划'));
    assert.ok(!keys.includes('标题') && !keys.includes('层级'));
    assert.equal(found.find(({ label }) => label === '规划期')?.detail, '如2021-2025');
    assert.ok(taken(front('规▮'), '规划期').includes('\n规划期: \n'));
  });

  it('are the values that the key may have, or that the plan tells', () => {
    assert.deepEqual(labels(front('规划期: ▮')), ['2021-2025']);
    assert.ok(taken(front('规划期:▮'), '2021-2025', { typed: ':' }).includes('\n规划期: 2021-2025\n'));
    assert.deepEqual(labels(front('基期年: ▮')), ['2020']);
    assert.deepEqual(labels(front('地区: ▮')), ['青岩市']);
    assert.deepEqual(labels(front('发文机关: ▮')), ['青岩市人民政府']);
    assert.ok(labels(front('领域: ▮')).includes('生态环境'));
    assert.deepEqual(labels(front('x▮').replace('层级: 市', '层级: ▮').replace('x▮', '')), ['国家', '省', '市', '县']);
    assert.deepEqual(labels(front('备注: ▮')), []);
  });

  it('come before it is closed too, but not in that of other pages', () => {
    assert.ok(labels('---\n标题: 青岩市规划\n▮').includes('层级'));
    assert.deepEqual(labels('---\ntitle: 说明\n▮\n---\n\n# 说明\n'), []);
    assert.deepEqual(labels('---\ntitle: 说明\n---\n\n▮\n'), []);
  });
});

describe('proposals in a comment', () => {
  const text = (comment: string) =>
    cityPlan(`## 第二章 发展目标\n\n${comment}\n\n${HEAD}\n${ROW.replace('78.3', '76.3')}`);

  it('are the words that switch rules off', () => {
    assert.ok(taken(text('<!--▮'), 'planlint-disable-table').includes('<!-- planlint-disable-table \n'));
    assert.ok(taken(text('<!-- plan▮'), 'planlint-disable-file').includes('<!-- planlint-disable-file \n'));
    assert.deepEqual(labels(text('<!-- 说明 ▮')), []);
  });

  it('are the rules, those that find something in the file first, with a place for the reason', () => {
    const found = proposed(text('<!-- planlint-disable-next-line ▮ -- 理由 -->'));
    assert.ok(found.findIndex(({ label }) => label === 'target-direction') < 3);
    assert.equal(found.find(({ label }) => label === 'target-direction')?.detail, '本文件1处');
    assert.ok(found.some(({ label }) => label === 'table/*'));
    const open = proposed(text('<!-- planlint-disable-next-line ▮'));
    const rule = open.find(({ label }) => label === 'known-typo');
    assert.equal(rule?.text, 'known-typo -- 理由 -->');
    assert.equal(rule?.snippet, `known-typo -- \${1:理由} -->`);
    assert.ok(
      taken(text('<!-- planlint-disable known▮ -->'), 'known-typo').includes('<!-- planlint-disable known-typo -->'),
    );
  });

  it('are the rows of the table below, once a rule is named, and nothing in the reason', () => {
    assert.equal(labels(text('<!-- planlint-disable-table target-direction ▮ -- 理由 -->'))[0], '人均预期寿命');
    assert.ok(!labels(text('<!-- planlint-disable-table target-direction ▮')).includes('target-direction'));
    assert.deepEqual(labels(text('<!-- planlint-disable-table target-direction -- ▮')), []);
  });
});

describe('templates', () => {
  const chapters = cityPlan(
    '## 第二章 目标\n\n表1 指标\n\n> **专栏2 工程**\n>\n> **甲项目**：新建站点3个。\n\n▮\n\n## 第三章 任务',
  );
  const snippet = (marked: string, label: string) => proposed(marked).find((one) => one.label === label)?.snippet;

  it('are numbered on from what stands above', () => {
    assert.deepEqual(labels(chapters), ['指标表', '专栏3', '第三章']);
    assert.match(snippet(chapters, '指标表') ?? '', /^表2 .*青岩市.*\n\n\| 领域 .* 2020年 \| 2025年 \| 指标性质 \|\n/);
    assert.match(snippet(chapters, '专栏3') ?? '', /^> \*\*专栏3 .*\n>\n> \*\*/);
    assert.deepEqual(labels(chapters.replace('▮', '专▮')), ['专栏3']);
  });

  it('follow the scheme of the plan', () => {
    const text = cityPlan('## 一、总体要求\n\n## 二、发展目标\n\n## ▮');
    assert.deepEqual(labels(text), ['三、']);
    assert.equal(snippet(text, '三、'), `## 三、\${1:标题}\n\n$0`);
  });

  it('make a plan in which no rule finds the form wanting', () => {
    for (const label of ['指标表', '专栏3']) {
      const text = (proposed(chapters).find((one) => one.label === label)?.snippet ?? '')
        .replace(/\$\{\d\|([^,|]*)[^}]*\}/g, '$1')
        .replace(/\$\{\d:([^}]*)\}/g, '$1');
      const plan = chapters.replace(
        '▮',
        text.replace('指标名称（单位）', '婴儿死亡率（‰）').replace('| — | — |', '| 4 | 3 |'),
      );
      const told = check([{ uri: 'plan.md', text: plan }], { fields: defaultFields }).findings;
      assert.deepEqual(
        told.filter(({ category }) => category === 'table' || category === 'box').map(({ message }) => message),
        [],
      );
    }
  });

  it('are not offered within a paragraph, a table or a box', () => {
    const here = (marked: string) => proposed(marked).filter(({ kind, text }) => kind === 'template' && text === '');
    assert.deepEqual(here(cityPlan('第一句。\n▮')), []);
    assert.deepEqual(here(tablePlan('▮')), []);
    assert.deepEqual(here(cityPlan('▮后面有字')), []);
  });
});

describe('what is told of a proposal', () => {
  it('is what the lexicon knows of an indicator, or what a rule says', () => {
    const report = check([{ uri: 'plan.md', text: tablePlan('') }]);
    const indicator = about({ kind: 'indicator', name: '婴儿死亡率' }, report);
    assert.ok(indicator.includes('越低越好') && indicator.some((line) => line.startsWith('单位：‰')));
    assert.equal(
      about({ kind: 'rule', name: 'value-conflict' }, report)[0],
      '同一指标、同一年份，前后写的数值不一致。',
    );
    assert.deepEqual(about({ kind: 'indicator', name: '没有的指标' }, report), []);
  });
});
