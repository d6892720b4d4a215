import { dirname, isAbsolute, resolve } from 'node:path';
import { saidOf } from '../config/index.ts';
import { rules } from '../core/rules/index.ts';
import { type ConfigFlags, configFinder } from './configs.ts';
import { type Host, status } from './host.ts';
import { shown } from './texts.ts';

/** Prints, as JSON, what holds for one file: each rule's level and who sets it, the files that the checks rest on, its plan. */
export async function printConfigCommand(path: string, flags: ConfigFlags, host: Host): Promise<number> {
  const file = resolve(host.folder, path);
  const setup = await configFinder(host.folder, flags)(dirname(file));
  // What is built in, and the option of the command line, are no paths.
  const name = (named: string) => (isAbsolute(named) ? shown(host.folder, named) : named);
  const said = saidOf(setup.layers, file);
  const levels = rules.map(({ id, severity }) => {
    const { level = 'default', layer } = said.get(id) ?? {};
    const from = layer && name(layer.from) + (layer.index === undefined ? '' : ` overrides[${layer.index}]`);
    return [id, { level: level === 'default' ? severity : level, from: from ?? null }];
  });
  const plan = setup.plans.find((files) => files.includes(file));
  const config = {
    file: name(file),
    config: setup.file === undefined ? null : name(setup.file),
    extends: setup.parts.slice(0, -1).map(name),
    rules: Object.fromEntries(levels),
    boxSchema: name(setup.boxSchema),
    lexicon: setup.lexicon.map(name),
    typos: setup.typos.map(name),
    plan: plan?.map(name) ?? null,
  };
  host.out(`${JSON.stringify(config, null, 2)}\n`);
  return status.fine;
}
