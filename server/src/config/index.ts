export { type Config, configName, type Level, levels, type RuleLevels } from './config.ts';
export { unknownRule } from './faults.ts';
export { defaultFields } from './fields.ts';
export type { Files } from './files.ts';
export type { Fault } from './json.ts';
export { type Layer, layerOf, ruleNames, saidOf } from './levels.ts';
export { type Loaded, loadConfig, noConfig } from './load.ts';
export { nearest } from './nearest.ts';
export { inOrder } from './order.ts';
