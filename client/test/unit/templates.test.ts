import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseConfig } from '../../../server/src/config/config.ts';
import { defaultFields } from '../../../server/src/config/index.ts';
import { check } from '../../../server/src/core/check.ts';
import { isDraft } from '../../../server/src/core/draft.ts';
import { type Answers, fillIn, type Level, levelOf, periods } from '../../../server/src/template.ts';

const folder = fileURLToPath(new URL('../../../templates/', import.meta.url));
const read = (name: string) => readFileSync(folder + name, 'utf8');
const titles: Record<string, string> = JSON.parse(read('fields.json'));
const forms = readdirSync(folder).filter((name) => name.endsWith('.md'));

const places: Readonly<Record<Level, readonly string[]>> = {
  国家: ['全国'],
  省: ['青岚省', '云泽自治区'],
  市: ['青河市', '云溪自治州', '北原盟'],
  县: ['云溪县', '青岚区', '东原旗'],
};

describe('the templates of plans', () => {
  it('give plans in which nothing is wrong, whatever is answered', () => {
    assert.equal(forms.length, 2);
    const period = { name: '十五五', from: 2026 };
    const ofPlaces = (Object.entries(places) as [Level, readonly string[]][]).flatMap(([level, names]) =>
      names.map((place) => ({ place, level, field: '卫生健康', period })),
    );
    const [first] = ofPlaces;
    const all = [
      ...ofPlaces,
      ...[...Object.keys(titles), '气象事业'].map((field) => ({ ...first, field })),
      ...periods.map((period) => ({ ...first, period })),
    ] as Answers[];
    for (const form of forms)
      for (const answers of all) {
        const text = fillIn(read(form), titles, { ...answers, form });
        const { plan, findings } = check([{ uri: form, text }], { fields: defaultFields });
        assert.ok(isDraft(plan));
        const found = findings.map(({ rule, message }) => `${rule} ${message}`);
        assert.deepEqual(found, [], text);
      }
  });

  it('leave no blank unfilled, and call the place by its name', () => {
    const answers = { form: '章节体', place: '青河市', level: '市', field: '卫生健康' } as const;
    const draft = fillIn(read('章节体.md'), titles, { ...answers, period: { name: '十五五', from: 2026 } });
    assert.doesNotMatch(draft, /\{\{|\}\}/);
    for (const part of ['# 青河市“十五五”卫生健康发展规划', '规划期: 2026-2030', '2025年，全市', '| 2025年 | 2030年 |'])
      assert.ok(draft.includes(part), part);
  });

  it('know the level of a place by its name', () => {
    for (const [level, names] of Object.entries(places)) for (const name of names) assert.equal(levelOf(name), level);
    assert.equal(levelOf('重庆市'), '省');
  });
});

describe('the template of planlint.json', () => {
  const template = read('planlint.jsonc');

  it('is accepted as it stands', () => {
    assert.ok('data' in parseConfig('planlint.json', template));
  });

  it('is accepted with any of its parts switched on', () => {
    const parts = template.match(/(?<=\/\/ )"\w+":.*/g) ?? [];
    assert.equal(parts.length, 6);
    for (const part of parts)
      assert.ok('data' in parseConfig('planlint.json', template.replace(`// ${part}`, part)), part);
  });
});
