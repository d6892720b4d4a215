import type { ErrorObject } from 'ajv';
import { getNodeValue } from 'jsonc-parser';
import schema from '../../../schemas/planlint.schema.json';
import type { Severity } from '../core/rule.ts';
import validate from '../generated/planlint.js';
import { type Fault, faultIn, type Json, pathOf, readJson } from './json.ts';
import { nearest } from './nearest.ts';

/** The name of the configuration file, in the draft's folder or the nearest above it. */
export const configName = 'planlint.json';

/** What planlint.json says. Paths are as written: relative to the file's own folder. */
export interface Config {
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
  readonly boxSchema?: string;
  readonly lexicon?: readonly string[];
  readonly plans?: readonly PlanFiles[];
}

/** A plan in several files, in order; globs allowed. */
export interface PlanFiles {
  readonly name?: string;
  readonly files: readonly string[];
}

export type Parsed = { readonly config: Config; readonly json: Json } | { readonly faults: readonly Fault[] };

/** Reads the text of a planlint.json. `file` is the name that faults carry. */
export function parseConfig(file: string, text: string): Parsed {
  const json = readJson(file, text);
  if ('message' in json) return { faults: [json] };
  const config: unknown = getNodeValue(json.root);
  if (validate(config)) return { config: config as Config, json };
  return { faults: (validate.errors ?? []).map((error) => faultOf(json, error)) };
}

const types: Readonly<Record<string, string>> = {
  object: '一个对象，即 {…}',
  array: '一个数组，即 […]',
  string: '一段文字，即 "…"',
};

function faultOf(json: Json, error: ErrorObject): Fault {
  const path = pathOf(json, error.instancePath);
  const name = path.length ? `“${path.filter((part) => typeof part === 'string').at(-1)}”` : '配置';
  const { params } = error;
  switch (error.keyword) {
    case 'additionalProperties':
      return faultIn(json, path, unknown(params.additionalProperty, path), params.additionalProperty);
    case 'required':
      return faultIn(json, path, `缺少“${params.missingProperty}”，请补上`);
    case 'enum':
      return faultIn(json, path, `${name}的级别不对：应为${list(params.allowedValues)}之一`);
    case 'type':
      return faultIn(
        json,
        path,
        `${name}${typeof path.at(-1) === 'number' ? '的每一项' : ''}应为${types[params.type]}`,
      );
    case 'minLength':
    case 'minItems':
      return faultIn(json, path, `${name}是空的，请填写或删除`);
    default:
      return faultIn(json, path, `${name}的写法不对（${error.keyword}）`);
  }
}

function unknown(key: string, path: readonly (string | number)[]): string {
  if (path[0] === 'rules') {
    const near = nearest(key, Object.keys(schema.properties.rules.properties));
    return `没有规则“${key}”：${near ? `是不是“${near}”？` : '用 planlint rules 可列出全部规则'}`;
  }
  const known = path[0] === 'plans' ? ['name', 'files'] : ['rules', 'boxSchema', 'lexicon', 'plans'];
  const near = nearest(key, known);
  return `不认识“${key}”：${near ? `是不是“${near}”？` : `此处可用${list(known)}`}`;
}

export function list(words: readonly unknown[]): string {
  return words.map((word) => `“${word}”`).join('、');
}
