import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { check } from '../src/core/check.ts';
import { normalize } from '../src/core/facts/naming.ts';
import type { EndingsFile, LexiconFile, UnitEntry } from '../src/core/lexicon.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string) => JSON.parse(readFileSync(new URL(path, root), 'utf8'));

const files = readdirSync(new URL('server/lexicon/', root)).filter((file) => file.endsWith('.json'));
/** Indicators share one schema; every other file of knowledge has one of its own name. */
const schemaOf = (file: string) => ('indicators' in read(`server/lexicon/${file}`) ? 'lexicon' : file.slice(0, -5));

const lexica = files
  .filter((file) => schemaOf(file) === 'lexicon')
  .map((file) => read(`server/lexicon/${file}`) as LexiconFile);
const indicators = lexica.flatMap((file) => file.indicators);
const units = (read('server/lexicon/units.json') as { units: UnitEntry[] }).units;
const endings = read('server/lexicon/endings.json') as EndingsFile;

interface Typo {
  readonly wrong: string;
  readonly right: string;
  readonly unless?: readonly string[];
}

const { typos } = read('server/lexicon/typos.json') as { typos: Typo[] };
const drafts = new URL('server/test/drafts/', root);
const pages = new URL('server/src/core/rules/', root);
/** Text that nobody may find a typo in: the clean drafts and the right examples of the rule pages. */
const correct = [
  ...readdirSync(drafts)
    .filter((file) => /^clean.*\.md$/.test(file))
    .map((file) => readFileSync(new URL(file, drafts), 'utf8')),
  ...readdirSync(pages)
    .filter((file) => file.endsWith('.md'))
    .map((file) => readFileSync(new URL(file, pages), 'utf8'))
    .flatMap((page) => [...page.matchAll(/^```md ok\n(.*?)^```$/gms)].map(([, text = '']) => text)),
];

const twice = (names: readonly string[]) => names.filter((name, index) => names.indexOf(name) !== index);

describe('the lexicon', () => {
  for (const file of files)
    it(`${file} is what its schema says`, () => {
      const validate = new Ajv({ allErrors: true }).compile(read(`schemas/${schemaOf(file)}.schema.json`));
      validate(read(`server/lexicon/${file}`));
      assert.deepEqual(validate.errors ?? [], []);
    });

  it('knows at least 300 indicators in at least eight domains, and each once', () => {
    assert.ok(indicators.length >= 300);
    assert.ok(new Set(lexica.map(({ domain }) => domain)).size >= 8);
    assert.equal(new Set(lexica.map(({ domain }) => domain)).size, lexica.length);
    assert.deepEqual(twice(indicators.flatMap(({ name, aliases = [] }) => [name, ...aliases])), []);
  });

  it('has no name that reads as the name or alias of another, in this domain or in the next', () => {
    const owners = new Map<string, string>();
    const shared = indicators.flatMap(({ name, aliases = [] }) => {
      const keys = new Set([name, ...aliases].map((each) => normalize(each)));
      const taken = [...keys].filter((key) => owners.has(key)).map((key) => `${key}: ${owners.get(key)}, ${name}`);
      for (const key of keys) owners.set(key, name);
      return taken;
    });
    assert.deepEqual(shared, []);
  });

  it('is loaded whole: every name and alias is known to a check', () => {
    const { knows } = check([{ uri: 'empty.md', text: '' }]).knowledge;
    assert.deepEqual(
      indicators.flatMap(({ name, aliases = [] }) => [name, ...aliases]).filter((name) => !knows(name)),
      [],
    );
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

describe('the typos', () => {
  const known = indicators.flatMap(({ name, aliases = [] }) => [name, ...aliases]);

  it('are at least 320, each once, of two characters or more, and none is right', () => {
    assert.ok(typos.length >= 320);
    assert.deepEqual(twice(typos.map(({ wrong }) => wrong)), []);
    assert.deepEqual(
      typos.filter(({ wrong, right }) => wrong === right || [...wrong].length < 2),
      [],
    );
  });

  it('stand in no right form, no known indicator, and not within one another', () => {
    const rights = [...new Set([...typos.map(({ right }) => right), ...known])];
    assert.deepEqual(
      typos.filter(({ wrong }) => rights.some((right) => right.includes(wrong))),
      [],
    );
    assert.deepEqual(
      typos.filter(({ wrong }) => typos.some((other) => other.wrong !== wrong && other.wrong.includes(wrong))),
      [],
    );
  });

  it('except only what holds the wrong form', () => {
    const wrong = typos.flatMap(({ wrong, unless = [] }) =>
      unless.filter((word) => !word.includes(wrong) || word === wrong),
    );
    assert.deepEqual(wrong, []);
  });

  it('do not occur in correct text', () => {
    assert.ok(correct.length > 10);
    const found = typos.filter(({ wrong }) => correct.some((text) => text.includes(wrong)));
    assert.deepEqual(found, []);
  });
});
