/** Typing stays quiet: work that was asked for is done once nothing new was asked for some milliseconds. */
export interface Delayed {
  ask(uri: string): void;
  /** Drops what was asked for and is not yet done: for one URI, or all. */
  cancel(uri?: string): void;
}

/** `work` gets each URI once, however often it was asked for; its failure goes to `failed` and stops nothing. */
export function delayed(
  milliseconds: number,
  work: (uri: string) => Promise<void>,
  failed: (error: unknown) => void,
): Delayed {
  const asked = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    const uris = [...asked];
    asked.clear();
    for (const uri of uris) work(uri).catch(failed);
  };
  return {
    ask(uri) {
      asked.add(uri);
      clearTimeout(timer);
      timer = setTimeout(flush, milliseconds);
    },
    cancel(uri) {
      if (uri === undefined) asked.clear();
      else asked.delete(uri);
    },
  };
}
