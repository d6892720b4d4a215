import type { Report } from '../../core/check.ts';
import type { Source } from '../../core/model.ts';
import type { FieldCheck } from '../../core/rule.ts';

/** Where something is being written. */
export interface Scene {
  readonly report: Report;
  readonly source: Source;
  readonly offset: number;
  /** The line up to the offset, and the rest of it. */
  readonly before: string;
  readonly after: string;
  /** The character that was just typed, where that alone is why proposals are asked for. */
  readonly typed?: string | undefined;
  /** False for Markdown that is no plan yet: its front matter may be about to make it one. */
  readonly draft: boolean;
  /** What the plan's boxes are held to. */
  readonly fields?: FieldCheck | undefined;
}

/** Something that may be written there. */
export interface Proposal {
  readonly kind: 'indicator' | 'unit' | 'value' | 'field' | 'key' | 'reference' | 'rule' | 'comment' | 'template';
  readonly label: string;
  /** What it is, in a word or two. */
  readonly detail?: string;
  /** How many characters before the offset it takes the place of. */
  readonly length: number;
  /** How many behind it; an editor may leave them. */
  readonly behind?: number;
  readonly text: string;
  /** The text with places to fill in, in the syntax of snippets. Without `text` it is for editors that have snippets alone. */
  readonly snippet?: string;
  /** What an editor compares with what was typed; the label where it is absent. */
  readonly filter?: string;
  /** What is to be proposed again once this was taken: the next word of it. */
  readonly goesOn?: boolean;
  /** What more is told of it when somebody asks. */
  readonly topic?: Topic;
}

/** What a proposal is about, in words that outlive the report. */
export interface Topic {
  readonly kind: 'indicator' | 'rule';
  readonly name: string;
}

/** The text of a source's line around an offset. */
export function lineAround({ text }: Source, offset: number): { readonly before: string; readonly after: string } {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const [after = ''] = /^[^\r\n]*/.exec(text.slice(offset)) ?? [];
  return { before: text.slice(start, offset), after };
}

/** Text as a snippet holds it. */
export function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
