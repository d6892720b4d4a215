import type { Documents, Lines } from './documents.ts';
import { canonical } from './uris.ts';

/** Where somebody is at work. */
export interface Typing {
  /** The document was typed in since it was opened or saved. */
  unsaved(uri: string): boolean;
  /** The lines of the last edit, until another line is edited, the document is saved, or the pen rests for a while. */
  lines(uri: string): readonly Lines[];
}

/** `released` hears of each document whose lines were held and are held no longer. `milliseconds` is how long the pen must rest. */
export function watchTyping(documents: Documents, released: (uri: string) => void, milliseconds = 2000): Typing {
  const unsaved = new Set<string>();
  const held = new Map<string, { readonly lines: readonly Lines[]; readonly timer: ReturnType<typeof setTimeout> }>();

  function release(uri: string): boolean {
    clearTimeout(held.get(uri)?.timer);
    return held.delete(uri);
  }

  documents.onDidType(({ document, lines }) => {
    const uri = canonical(document.uri);
    unsaved.add(uri);
    release(uri);
    const timer = setTimeout(() => release(uri) && released(uri), milliseconds);
    if (lines.length > 0) held.set(uri, { lines, timer });
    else clearTimeout(timer);
  });
  for (const ends of [documents.onDidSave, documents.onDidClose])
    ends(({ document }) => {
      const uri = canonical(document.uri);
      unsaved.delete(uri);
      release(uri);
    });
  return {
    unsaved: (uri) => unsaved.has(canonical(uri)),
    lines: (uri) => held.get(canonical(uri))?.lines ?? [],
  };
}
