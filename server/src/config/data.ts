import { getNodeValue } from 'jsonc-parser';
import { faultsOf } from './faults.ts';
import type { Validate } from './fields.ts';
import { type Fault, type Json, readJson } from './json.ts';

/** What a file says, with the places of its values, or what is wrong with it. */
export type Data<T> = { readonly data: T; readonly json: Json } | { readonly faults: readonly Fault[] };

/** Reads a JSON file of which a schema of ours says that it is a `T`. `file` is the name that faults carry. */
export function readData<T>(file: string, text: string, validate: Validate): Data<T> {
  const json = readJson(file, text);
  if ('message' in json) return { faults: [json] };
  const data: unknown = getNodeValue(json.root);
  return validate(data) ? { data: data as T, json } : { faults: faultsOf(json, validate.errors) };
}
