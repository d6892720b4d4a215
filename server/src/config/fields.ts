import type { ErrorObject } from 'ajv';
import boxSchema from '../../../schemas/box.schema.json' with { type: 'json' };
import projectSchema from '../../../schemas/project.schema.json' with { type: 'json' };
import type { BoxItem } from '../core/model.ts';
import type { AskedField, FieldCheck, FieldFault } from '../core/rule.ts';
import validateBox from '../generated/box.js';
import validateProject from '../generated/project.js';

/** A compiled schema, as ajv makes it at build time or at run time. */
export interface Validate {
  (data: unknown): unknown;
  errors?: ErrorObject[] | null;
}

/** A box item as the object that a box schema describes: 名称, 内容 and the fields by their names. */
export function itemObject(item: BoxItem): Record<string, unknown> {
  const object: Record<string, unknown> = Object.create(null);
  for (const { name, content } of item.fields) object[name.value.trim()] ??= content.value.trim();
  // A project may give its content as fields alone.
  const content = item.content?.value.trim() || item.fields.map((field) => field.content.value.trim()).join('；');
  const own = { 名称: item.name?.value.trim(), 内容: item.content || item.fields.length ? content : undefined };
  for (const [key, value] of Object.entries(own)) if (value !== undefined) object[key] ??= value;
  return object;
}

/** Holds box items to a compiled schema; what it says is put in Chinese. `schema` is what it was compiled from. */
export function fieldCheck(validate: Validate, schema: object): FieldCheck {
  const check = (item: BoxItem): readonly FieldFault[] => {
    const object = itemObject(item);
    if (validate(object)) return [];
    const faults = new Map<string, FieldFault>();
    for (const error of told(validate.errors ?? [])) {
      const fault = faultOf(error, object);
      if (fault && !faults.has(fault.message)) faults.set(fault.message, fault);
    }
    return [...faults.values()];
  };
  return Object.assign(check, { asked: askedOf(schema) });
}

/** What the schema itself asks for, as far as it lies open: what it takes from elsewhere or asks on a condition is left out. */
function askedOf(schema: { readonly properties?: unknown; readonly required?: unknown }): AskedField[] {
  const required: readonly unknown[] = Array.isArray(schema.required) ? schema.required : [];
  const properties = { ...Object(schema.properties) };
  const names = new Set([...required.filter((name) => typeof name === 'string'), ...Object.keys(properties)]);
  return [...names]
    .filter((name) => name !== '名称' && name !== '内容')
    .map((name) => {
      const { format, description, enum: values } = Object(properties[name]);
      const hint = formats[format]?.hint ?? (typeof description === 'string' ? description : undefined);
      const choices = Array.isArray(values) ? values.map(String) : [];
      return { name, required: required.includes(name), choices, ...(hint && { hint }) };
    });
}

/** What boxes are held to where a draft brings no schema of its own. */
export const defaultFields: FieldCheck = fieldCheck(validateBox, boxSchema);
export const defaultSchema = 'planlint:default';

/** The schemas that a configuration may name without a file. */
export const builtInFields: Readonly<Record<string, FieldCheck>> = {
  [defaultSchema]: defaultFields,
  'planlint:project': fieldCheck(validateProject, projectSchema),
};

/** The errors worth telling: of a choice, that none of it fits, not why each part of it does not. */
function told(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const choices = errors.filter(({ keyword }) => /^(anyOf|oneOf|not|contains)$/.test(keyword));
  return errors.filter(
    ({ keyword, schemaPath }) =>
      keyword !== 'if' && !choices.some((choice) => schemaPath.startsWith(`${choice.schemaPath}/`)),
  );
}

const types: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  integer: '整数',
  boolean: 'true 或 false',
  array: '列表',
  object: '一组字段',
  null: '空',
};

/** 日期 and the like: how each format that a schema may name is written. */
export const formats: Readonly<Record<string, { readonly pattern: RegExp; readonly hint: string }>> = {
  date: { pattern: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, hint: '日期，如 2025-12-31' },
  年份: { pattern: /^\d{4}年(底|末|年底|年末)?$/, hint: '年份，如“2025年”' },
  年月: { pattern: /^\d{4}年(0?[1-9]|1[0-2])月(底|末)?$/, hint: '年月，如“2025年12月”' },
  金额: { pattern: /^约?\d[\d,，]*(\.\d+)?(元|千元|万元|百万元|千万元|亿元)$/, hint: '金额，如“1.2亿元”' },
};

/** The property of the item that an error is about: the first part of its JSON pointer. */
function fieldOf(error: ErrorObject): string {
  const first = error.instancePath.split('/')[1] ?? '';
  return first.replaceAll('~1', '/').replaceAll('~0', '~');
}

function faultOf(error: ErrorObject, object: Readonly<Record<string, unknown>>): FieldFault | undefined {
  const { keyword, params } = error;
  if (keyword === 'required') return { field: params.missingProperty, message: `缺少“${params.missingProperty}”` };
  if (keyword === 'dependentRequired' || keyword === 'dependencies') {
    const { property, missingProperty } = params;
    return { field: missingProperty, message: `缺少“${missingProperty}”：写了“${property}”就要写它` };
  }
  if (keyword === 'additionalProperties' || keyword === 'unevaluatedProperties') {
    const field: string = params.additionalProperty ?? params.unevaluatedProperty;
    // A schema of fields alone need not name what every project has.
    if (field === '名称' || field === '内容') return undefined;
    return { field, message: `不应有“${field}”` };
  }
  const field = fieldOf(error);
  if (field === '') return { field, message: described(error) ?? `各字段不符合约定（${keyword}）` };
  if (object[field] === '') return { field, message: `“${field}”是空的` };
  return { field, message: `“${field}”${demandOf(error)}，现为“${shorten(object[field])}”` };
}

function demandOf(error: ErrorObject): string {
  const text = described(error);
  return text === undefined ? demand(error) : `应符合约定：${text}`;
}

/** What the schema's author says of the value, where a keyword alone would tell the reader little. */
function described({ keyword, parentSchema }: ErrorObject): string | undefined {
  const vague = /^(pattern|anyOf|oneOf|not|contains|format)$/.test(keyword);
  const text: unknown = parentSchema?.description;
  return vague && typeof text === 'string' && text ? text.replace(/。$/, '') : undefined;
}

function demand({ keyword, params }: ErrorObject): string {
  switch (keyword) {
    case 'type':
      return `应为${[params.type]
        .flat()
        .map((type: string) => types[type] ?? type)
        .join('或')}`;
    case 'enum':
      return `应为${params.allowedValues.map((value: unknown) => `“${value}”`).join('、')}之一`;
    case 'const':
      return `应为“${params.allowedValue}”`;
    case 'minLength':
      return `过短，至少要${params.limit}个字`;
    case 'maxLength':
      return `过长，最多${params.limit}个字`;
    case 'pattern':
      return `应符合格式 ${params.pattern}`;
    case 'format':
      return `应为${formats[params.format]?.hint ?? params.format}`;
    case 'minimum':
      return `不得小于${params.limit}`;
    case 'maximum':
      return `不得大于${params.limit}`;
    case 'exclusiveMinimum':
      return `应大于${params.limit}`;
    case 'exclusiveMaximum':
      return `应小于${params.limit}`;
    case 'multipleOf':
      return `应为${params.multipleOf}的倍数`;
    default:
      return `不符合约定（${keyword}）`;
  }
}

function shorten(value: unknown): string {
  const text = String(value);
  return text.length > 30 ? `${text.slice(0, 30)}…` : text;
}
