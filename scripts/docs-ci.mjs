// The tables of docs/ci.md, made from the commands themselves.
import { programOf } from '../server/src/cli/run.ts';
import { table, withTables } from './docs-tables.mjs';

const silent = { out() {}, err() {} };
const program = programOf(silent, () => {});
/** Every command with what it is called by, those of a group by their own. */
const all = program.commands.flatMap((command) =>
  command.commands.length
    ? command.commands.map((sub) => ({ name: `${command.name()} ${sub.name()}`, command: sub }))
    : [{ name: command.name(), command }],
);

function commands() {
  return table(
    ['命令', '用途'],
    all.map(({ name, command }) => [`\`${`${name} ${command.usage()}`.trim()}\``, command.description()]),
  );
}

function options() {
  const rows = new Map();
  for (const { name, command } of all)
    for (const { flags, description, defaultValue } of command.options) {
      const told = typeof defaultValue === 'string' ? `${description}（默认 ${defaultValue}）` : description;
      const key = `${flags}\n${told}`;
      rows.set(key, [...(rows.get(key) ?? []), name]);
    }
  return table(
    ['选项', '用途', '用于'],
    [...rows].map(([key, names]) => {
      const [flags, told] = key.split('\n');
      return [`\`${flags}\``, told, names.join('、')];
    }),
  );
}

/** docs/ci.md as it should be: its own text with the tables as they are now. */
export function ciPage(text) {
  return withTables('docs/ci.md', text, { commands: commands(), options: options() });
}
