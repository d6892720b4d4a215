/** A line at the foot of a terminal that says how far the work is. */
export interface Progress {
  step(): void;
  /** Takes the line away, so that something else may be written. */
  clear(): void;
}

/** Short work shows nothing. */
const PATIENCE = 1000;
const PAUSE = 100;

/** `write` writes to the terminal; undefined where there is none to write to. */
export function createProgress(total: number, write: ((text: string) => void) | undefined): Progress {
  if (!write) return { step() {}, clear() {} };
  const start = Date.now();
  let done = 0;
  let last = 0;
  let shown = false;
  const clear = () => {
    if (shown) write('\r\u001b[K');
    shown = false;
  };
  return {
    step() {
      done++;
      const now = Date.now();
      if (now - start < PATIENCE || now - last < PAUSE || done === total) return;
      last = now;
      clear();
      write(`已检查 ${done}/${total}`);
      shown = true;
    },
    clear,
  };
}
