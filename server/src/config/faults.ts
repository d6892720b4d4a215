import type { ErrorObject } from 'ajv';
import { type Fault, faultIn, type Json, pathOf } from './json.ts';
import { nearest } from './nearest.ts';

const types: Readonly<Record<string, string>> = {
  object: '一个对象，即 {…}',
  array: '一个数组，即 […]',
  string: '一段文字，即 "…"',
  number: '一个数',
  boolean: 'true 或 false',
};

/** What a schema of ours says against a file, in Chinese and with its place. */
export function faultsOf(json: Json, errors: readonly ErrorObject[] | null | undefined): Fault[] {
  return (errors ?? []).map((error) => {
    const path = pathOf(json, error.instancePath);
    const { keyword, params } = error;
    if (keyword === 'additionalProperties') {
      const key: string = params.additionalProperty;
      const known = Object.keys(error.parentSchema?.properties ?? {}).filter((name) => name !== '$schema');
      return faultIn(json, path, path.at(-1) === 'rules' ? unknownRule(key, known) : unknownKey(key, known), key);
    }
    return faultIn(json, path, `${nameOf(path)}${demand(error)}`);
  });
}

function demand({ keyword, params }: ErrorObject): string {
  switch (keyword) {
    case 'required':
      return `缺少“${params.missingProperty}”，请补上`;
    case 'enum':
      return `应为${list(params.allowedValues)}之一`;
    case 'type':
      return `应为${[params.type]
        .flat()
        .map((type: string) => types[type] ?? type)
        .join('，或者')}`;
    case 'minLength':
    case 'minItems':
      return params.limit > 1
        ? `至少要${params.limit}个${keyword === 'minLength' ? '字' : '值'}`
        : '是空的，请填写或删除';
    case 'maxItems':
      return `最多${params.limit}个值`;
    case 'uniqueItems':
      return '有重复的值，请删去一个';
    default:
      return `的写法不对（${keyword}）`;
  }
}

/** “files”, or “files”的每一项 for a value in it. */
function nameOf(path: readonly (string | number)[]): string {
  const name = path.filter((part) => typeof part === 'string').at(-1);
  if (name === undefined) return path.length ? '每一项' : '文件内容';
  return typeof path.at(-1) === 'number' ? `“${name}”的每一项` : `“${name}”`;
}

/** What to say of a name under which no level can be set. */
export function unknownRule(key: string, known: readonly string[]): string {
  const near = nearest(key, known);
  return `没有规则“${key}”：${near ? `是不是“${near}”？` : '用 planlint rules 可列出全部规则'}`;
}

function unknownKey(key: string, known: readonly string[]): string {
  const near = nearest(key, known);
  return `不认识“${key}”：${near ? `是不是“${near}”？` : `此处可用${list(known)}`}`;
}

function list(words: readonly unknown[]): string {
  return words.map((word) => `“${word}”`).join('、');
}
