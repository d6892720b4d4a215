import validate from '../generated/baseline.js';
import { type Data, readData } from './data.ts';

/** A finding that was there when the checker came, and is to be let be (schemas/baseline.schema.json). */
export interface Known {
  /** Relative to the baseline's own folder, with slashes. */
  readonly file: string;
  readonly rule: string;
  readonly message: string;
  readonly fingerprint: string;
  readonly reason?: string;
  readonly owner?: string;
  /** The last day (2026-12-31) on which it is let be. */
  readonly expires?: string;
}

export interface BaselineFile {
  readonly version: 1;
  readonly findings: readonly Known[];
}

/** Reads a baseline. `file` is the name that faults carry. */
export function readBaseline(file: string, text: string): Data<BaselineFile> {
  return readData<BaselineFile>(file, text, validate);
}
