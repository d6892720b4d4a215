import { createHash } from 'node:crypto';

/** What a finding is known by. */
export interface Marked {
  readonly rule: string;
  /** The text that it marks. */
  readonly text: string;
  readonly message: string;
}

/**
 * Fingerprints the findings of one file, which must be given all and in order: equal ones are told apart by how many came
 * before. Moved lines, other line ends and another name of the file leave a fingerprint as it is.
 */
export function fingerprinter(): (finding: Marked) => string {
  const seen = new Map<string, number>();
  return ({ rule, text, message }) => {
    const told = JSON.stringify([rule, text, message].map((part) => part.replace(/\r\n?/g, '\n')));
    const before = seen.get(told) ?? 0;
    seen.set(told, before + 1);
    return createHash('sha256').update(`${told}${before}`).digest('hex');
  };
}
