export { type Config, configName } from './config.ts';
export { defaultFields } from './fields.ts';
export { type Fault, faultIn } from './json.ts';
export { type Loaded, loadConfig, noConfig, type ReadNear } from './load.ts';
export { nearest } from './nearest.ts';
export { inOrder } from './order.ts';
