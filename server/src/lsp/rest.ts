import { type CancellationToken, Emitter, type Event } from 'vscode-languageserver';

/** What has changed since the last rest. URIs in their canonical spelling. */
export interface Change {
  /** Open documents that were typed in. */
  readonly typed: ReadonlySet<string>;
  /** Every file whose text is another one: typed in, opened, closed, or saved by somebody else. */
  readonly uris: ReadonlySet<string>;
  /** Not typing alone: files came or went, configuration or settings changed, something held back is to be shown. */
  readonly beyond: boolean;
}

/** Typing stays quiet: nothing is computed or sent for its own sake before it rests. */
export interface Rest {
  /** Fires once nothing has changed for some milliseconds: the one place where the server waits for that. */
  readonly onRest: Event<Change>;
  /** Resolves when nothing is waited for any more, or who asked has lost interest. */
  rested(token?: CancellationToken): Promise<void>;
  /** The next rest; false where it does not come, because who asked has lost interest or the server ends. */
  next(token: CancellationToken): Promise<boolean>;
}

export interface Unrest extends Rest {
  typed(uri: string): void;
  /** Files whose text is another one; none where something else than a text changed. */
  changed(uris?: readonly string[]): void;
  /** Drops what was to come. */
  end(): void;
}

/** `milliseconds` is how long typing must rest. */
export function createRest(milliseconds: number): Unrest {
  const rest = new Emitter<Change>();
  const over = new Emitter<void>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let typed = new Set<string>();
  let uris = new Set<string>();
  let beyond = false;
  let ended = false;

  function begin(): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const change = { typed, uris, beyond };
      [typed, uris, beyond] = [new Set(), new Set(), false];
      stop();
      rest.fire(change);
    }, milliseconds);
  }

  function stop(): void {
    clearTimeout(timer);
    timer = undefined;
    over.fire();
  }

  return {
    onRest: rest.event,
    rested: async (token) => {
      if (timer) await fired(over.event, token);
    },
    next: async (token) => {
      await fired(over.event, token);
      return !ended && !token.isCancellationRequested;
    },
    typed(uri) {
      typed.add(uri);
      uris.add(uri);
      begin();
    },
    changed(list = []) {
      for (const uri of list) uris.add(uri);
      beyond = true;
      begin();
    },
    end() {
      ended = true;
      stop();
    },
  };
}

/** Resolves when the event fires, or who asked has lost interest. */
function fired(event: Event<unknown>, token?: CancellationToken): Promise<void> {
  return new Promise((resolve) => {
    if (token?.isCancellationRequested) return resolve();
    const heard = [event(done), token?.onCancellationRequested(done)];
    function done() {
      for (const one of heard) one?.dispose();
      resolve();
    }
  });
}
