// The tables of docs/configuration.md, made from the schemas and the presets. What stands between the tables is written by hand.
import { readFile } from 'node:fs/promises';
import { loadConfig } from '../server/src/config/index.ts';
import { presets } from '../server/src/config/presets.ts';
import { rules } from '../server/src/core/rules/index.ts';
import { severityWord } from '../server/src/core/say.ts';
import { factsOf } from './docs-rules.mjs';
import { table, withTables } from './docs-tables.mjs';

const root = new URL('../', import.meta.url);
const json = async (path) => JSON.parse(await readFile(new URL(path, root), 'utf8'));

const word = (level) => severityWord[level] ?? '不检查';

const ruleOf = (id) => rules.find((rule) => rule.id === id);

async function keys() {
  const { properties } = await json('schemas/planlint.schema.json');
  const own = Object.entries(properties).filter(([key]) => !key.startsWith('$'));
  return table(
    ['项', '是什么', '说明'],
    own.map(([key, { title, description }]) => [`\`${key}\``, title, description]),
  );
}

/** The levels that a preset sets, by rule. */
async function levelsOf(name) {
  const loaded = await loadConfig('planlint.json', JSON.stringify({ extends: name }), {});
  return loaded.options.levels('');
}

/** Presets that change more than a sentence can tell. */
const stages = ['strict', 'draft'];

async function presetTable() {
  const rows = Object.entries(presets).map(async ([name, { description }]) => {
    const levels = Object.entries(await levelsOf(name));
    const told = levels.map(async ([id, level]) => `${(await factsOf(ruleOf(id))).title}：${word(level)}`);
    const changed = stages.some((stage) => name.endsWith(`:${stage}`))
      ? '见下表'
      : (await Promise.all(told)).join('；');
    return [`\`${name}\``, description, changed || '—'];
  });
  return table(['内置配置', '用于', '改动的级别'], await Promise.all(rows));
}

/** The rules that one of the stages changes, and to what. */
async function changes() {
  const levels = await Promise.all(stages.map((stage) => levelsOf(`planlint:${stage}`)));
  const changed = rules.filter(({ id }) => levels.some((set) => set[id]));
  const rows = changed.map(async (rule) => {
    const { title, level } = await factsOf(rule);
    return [title, `\`${rule.id}\``, level, ...levels.map((set) => (set[rule.id] ? word(set[rule.id]) : ''))];
  });
  const names = stages.map((stage) => `\`planlint:${stage}\``);
  return table(['规则', '规则名', '自己的级别', ...names], await Promise.all(rows));
}

async function boxes() {
  const rows = ['box', 'project'].map(async (file) => {
    const { description } = await json(`schemas/${file}.schema.json`);
    return [`\`planlint:${file === 'box' ? 'default' : file}\``, description];
  });
  return table(['内置约定', '要求'], await Promise.all(rows));
}

/** docs/configuration.md as it should be: its own text with the tables as they are now. */
export async function configurationPage(text) {
  const tables = { keys: await keys(), presets: await presetTable(), changes: await changes(), boxes: await boxes() };
  return withTables('docs/configuration.md', text, tables);
}
