import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import type { EndingsFile, LexiconFile, UnitEntry } from '../src/core/lexicon.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string) => JSON.parse(readFileSync(new URL(path, root), 'utf8'));

const files = readdirSync(new URL('server/lexicon/', root)).filter((file) => file.endsWith('.json'));
const schemaOf = (file: string) => (file === 'units.json' || file === 'endings.json' ? file.slice(0, -5) : 'lexicon');

const indicators = files
  .filter((file) => schemaOf(file) === 'lexicon')
  .flatMap((file) => (read(`server/lexicon/${file}`) as LexiconFile).indicators);
const units = (read('server/lexicon/units.json') as { units: UnitEntry[] }).units;
const endings = read('server/lexicon/endings.json') as EndingsFile;

const twice = (names: readonly string[]) => names.filter((name, index) => names.indexOf(name) !== index);

describe('the lexicon', () => {
  for (const file of files)
    it(`${file} is what its schema says`, () => {
      const validate = new Ajv({ allErrors: true }).compile(read(`schemas/${schemaOf(file)}.schema.json`));
      validate(read(`server/lexicon/${file}`));
      assert.deepEqual(validate.errors ?? [], []);
    });

  it('knows at least 90 indicators, and none under a name that another has', () => {
    assert.ok(indicators.length >= 90);
    assert.deepEqual(twice(indicators.flatMap(({ name, aliases = [] }) => [name, ...aliases])), []);
  });

  it('holds limits in order, the plausible ones within the possible ones', () => {
    const wrong = indicators.filter(({ possible = [-Infinity, Infinity], plausible = possible }) => {
      const [least, low, high, most] = [possible[0], ...plausible, possible[1]];
      return !(least <= low && low < high && high <= most);
    });
    assert.deepEqual(wrong, []);
  });

  it('takes every share in per cent to lie within 0 and 100', () => {
    const wrong = indicators.filter(({ share, units: [first], possible }) => {
      return share && first === '%' && (!possible || possible[0] < 0 || possible[1] > 100);
    });
    assert.deepEqual(wrong, []);
  });

  it('names a whole only where it is known and is counted in the same unit', () => {
    const wrong = indicators.filter(({ partOf, units: [first] }) => {
      return partOf !== undefined && indicators.find(({ name }) => name === partOf)?.units[0] !== first;
    });
    assert.deepEqual(wrong, []);
  });

  it('uses only units that units.json knows, and knows each under one name', () => {
    const names = units.flatMap(({ unit, aliases = [] }) => [unit, ...aliases]);
    assert.deepEqual(twice(names), []);
    const canonical = new Set(['', ...units.map(({ unit }) => unit)]);
    const used = [...indicators, ...endings.endings, ...endings.heads].flatMap((entry) => entry.units ?? []);
    assert.deepEqual(
      used.filter((unit) => !canonical.has(unit)),
      [],
    );
  });

  it('says one thing of each ending and each head', () => {
    assert.deepEqual(twice(endings.endings.map(({ ending }) => ending)), []);
    assert.deepEqual(twice(endings.heads.map(({ contains }) => contains)), []);
  });
});
