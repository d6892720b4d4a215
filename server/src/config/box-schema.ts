import { getNodeValue } from 'jsonc-parser';
import type { FieldCheck } from '../core/rule.ts';
import { fieldCheck, formats } from './fields.ts';
import { type Fault, faultIn, pathOf, readJson } from './json.ts';
import { nearest } from './nearest.ts';

/** Words that editors understand in a schema and that say nothing of the value. */
const annotations = ['markdownDescription', 'enumDescriptions', 'markdownEnumDescriptions', 'defaultSnippets'];

/**
 * Compiles the box schema that a draft brings. `file` is the name that faults carry.
 * ajv is loaded here only: most drafts bring no schema, and a web host may not be able to compile one.
 */
export async function compileBoxSchema(file: string, text: string): Promise<FieldCheck | readonly Fault[]> {
  const json = readJson(file, text);
  if ('message' in json) return [json];
  const schema: unknown = getNodeValue(json.root);
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) {
    return [faultIn(json, [], '字段约定应是一个 JSON Schema，即 {…}')];
  }
  const newer = '$schema' in schema && String(schema.$schema).includes('2020-12');
  const { default: Ajv } = newer ? await import('ajv/dist/2020.js') : await import('ajv');
  const ajv = new Ajv({
    allErrors: true,
    verbose: true,
    coerceTypes: true,
    logger: false,
    strictTypes: false,
    strictTuples: false,
    formats: Object.fromEntries(Object.entries(formats).map(([name, { pattern }]) => [name, pattern])),
  });
  for (const word of annotations) ajv.addKeyword(word);
  try {
    if (!ajv.validateSchema(schema)) {
      const error = ajv.errors?.[0];
      const path = pathOf(json, error?.instancePath ?? '');
      return [
        faultIn(
          json,
          path,
          `${path.length ? `“${path.at(-1)}”` : '字段约定'}不合 JSON Schema 的写法（${error?.keyword}）`,
        ),
      ];
    }
    return fieldCheck(ajv.compile(schema), schema);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [faultIn(json, [], explain(reason, Object.keys(ajv.RULES.all)))];
  }
}

/** Why ajv would not compile a schema, in Chinese. */
function explain(reason: string, keywords: readonly string[]): string {
  const keyword = /unknown keyword: "(.*)"/.exec(reason)?.[1];
  if (keyword !== undefined) {
    const near = nearest(keyword, keywords);
    return `JSON Schema 里没有“${keyword}”${near ? `：是不是“${near}”？` : '，请删除'}`;
  }
  const format = /unknown format "(.*)" ignored/.exec(reason)?.[1];
  if (format !== undefined) return `不认识格式“${format}”：可用“${Object.keys(formats).join('”、“')}”，或改用 pattern`;
  const reference = /can't resolve reference (.*) from/.exec(reason)?.[1];
  if (reference !== undefined) return `找不到“${reference}”：$ref 只能指向同一文件之内`;
  if (/no schema with key or ref/.test(reason)) return '不支持此 $schema：请用 draft-07 或 2020-12';
  if (/code generation|unsafe-eval/i.test(reason)) return '此环境不允许编译字段约定，请在桌面版 VS Code 或命令行中检查';
  return `字段约定无法使用：${reason}`;
}
