import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import type { Diagnostic, Position, PublishDiagnosticsParams, Range } from 'vscode-languageserver';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A built file, made anew where a source is younger than it. Gives its path. */
export async function built(name: string): Promise<string> {
  const made = statSync(`${root}dist/${name}`, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = ['server/src', 'server/lexicon', 'server/presets', 'schemas', 'scripts'].flatMap((folder) =>
    readdirSync(root + folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => !file.startsWith('generated'))
      .map((file) => `${root}${folder}/${file}`),
  );
  if (sources.every((file) => statSync(file).mtimeMs < made)) return `${root}dist/${name}`;
  const status = await exitOf(spawn(process.execPath, [`${root}scripts/build.mjs`], { stdio: 'inherit' }));
  if (status !== 0) throw new Error(`the build ended with status ${status}`);
  return `${root}dist/${name}`;
}

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('exit', resolve));
}

export interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** How messages go to a server and come back; `send` takes a whole message. */
export interface Line {
  send(message: object): void;
  listen(receive: (message: Message) => void): void;
}

/** One end of a conversation in JSON-RPC, as an editor leads it. */
export interface Editor {
  request<T>(method: string, params?: unknown): Promise<T>;
  /** A request that may be cancelled, by its id. */
  asked<T>(method: string, params?: unknown): { readonly id: number; readonly answer: Promise<T> };
  notify(method: string, params?: unknown): void;
  /** The next diagnostics for a file that nobody has asked for yet; waits for them where there are none. */
  diagnostics(uri: string): Promise<PublishDiagnosticsParams>;
  /** How many diagnostics for a file came that nobody has asked for yet. */
  unread(uri: string): number;
  /** Answers a request of the server from now on, at once or with a promise. */
  answer(method: string, reply: (params: never) => unknown): void;
  /** Waits until the server has asked for this, or has told this. */
  heard(method: string): Promise<unknown>;
}

export function createEditor(line: Line): Editor {
  let last = 0;
  const waiting = new Map<number | string, (message: Message) => void>();
  const replies = new Map<string, (params: never) => unknown>();
  const published = createQueues<PublishDiagnosticsParams>();
  const told = createQueues<unknown>();

  line.listen((message) => {
    const { id, method, params } = message;
    if (method === undefined) {
      if (id !== undefined) waiting.get(id)?.(message);
      return;
    }
    if (method === 'textDocument/publishDiagnostics') {
      const given = params as PublishDiagnosticsParams;
      published.put(given.uri, given);
    } else told.put(method, params);
    if (id !== undefined) reply(id, method, params);
  });

  async function reply(id: number | string, method: string, params: unknown): Promise<void> {
    line.send({ jsonrpc: '2.0', id, result: (await replies.get(method)?.(params as never)) ?? null });
  }

  function asked<T>(method: string, params?: unknown) {
    const id = ++last;
    line.send({ jsonrpc: '2.0', id, method, params });
    const answer = new Promise<T>((resolve, reject) => {
      waiting.set(id, ({ result, error }) => {
        if (error) reject(Object.assign(new Error(error.message), { code: error.code }));
        else resolve(result as T);
      });
    });
    return { id, answer };
  }

  return {
    asked,
    request: (method, params) => asked<never>(method, params).answer,
    notify: (method, params) => line.send({ jsonrpc: '2.0', method, params }),
    diagnostics: (uri) => published.take(uri),
    unread: (uri) => published.count(uri),
    answer: (method, reply) => replies.set(method, reply),
    heard: (method) => told.take(method),
  };
}

function createQueues<T>() {
  const queues = new Map<string, { readonly items: T[]; readonly takers: ((item: T) => void)[] }>();
  const queue = (name: string) => {
    const known = queues.get(name) ?? { items: [], takers: [] };
    queues.set(name, known);
    return known;
  };
  return {
    count: (name: string) => queue(name).items.length,
    put(name: string, item: T) {
      const { items, takers } = queue(name);
      const taker = takers.shift();
      if (taker) taker(item);
      else items.push(item);
    },
    take(name: string): Promise<T> {
      const { items, takers } = queue(name);
      if (items.length === 0) return new Promise((resolve) => takers.push(resolve));
      return Promise.resolve(items.shift() as T);
    },
  };
}

/** A server process spoken to over its standard input and output. */
export function startServer(path: string, ...args: string[]) {
  const child = spawn(process.execPath, [path, '--stdio', ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const exit = exitOf(child);
  // A server that has ended reads no more.
  child.stdin.on('error', () => {});
  const line: Line = {
    send(message) {
      const body = Buffer.from(JSON.stringify(message));
      child.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
      child.stdin.write(body);
    },
    listen(receive) {
      let bytes: Buffer = Buffer.alloc(0);
      child.stdout.on('data', (chunk: Buffer) => {
        bytes = Buffer.concat([bytes, chunk]);
        for (;;) {
          const head = bytes.indexOf('\r\n\r\n');
          const length = Number(/Content-Length: (\d+)/i.exec(bytes.subarray(0, Math.max(head, 0)).toString())?.[1]);
          if (head < 0 || bytes.length < head + 4 + length) return;
          const body = bytes.subarray(head + 4, head + 4 + length).toString();
          bytes = bytes.subarray(head + 4 + length);
          receive(JSON.parse(body));
        }
      });
    },
  };
  return { ...createEditor(line), exit, kill: () => child.kill() };
}

/** What a web worker has that a script of ours may use: no process, no require, no document. */
const inWorkers = {
  setTimeout,
  clearTimeout,
  setInterval,
  clearInterval,
  queueMicrotask,
  TextDecoder,
  TextEncoder,
  URL,
  console,
};

/** A server in a scope that has what a web worker has. `typeOf` gives the type of a global of that scope. */
export async function startWorker(path: string) {
  let receive: (message: Message) => void = () => {};
  const scope = createContext({
    ...inWorkers,
    addEventListener: () => {},
    postMessage: (message: Message) => receive(structuredClone(message)),
  });
  runInContext('globalThis.self = globalThis; const module = {}', scope);
  runInContext(readFileSync(path, 'utf8'), scope);
  await runInContext('module.exports.worker()', scope);
  const editor = createEditor({
    send: (message) => scope.onmessage?.({ data: structuredClone(message) }),
    listen: (listener) => {
      receive = listener;
    },
  });
  return { ...editor, typeOf: (name: string): string => runInContext(`typeof ${name}`, scope) };
}

/** The part of a text that a range names: the lines as an editor counts them, the columns in UTF-16. */
export function textIn(text: string, { start, end }: Range): string {
  return text.slice(offsetAt(text, start.line, start.character), offsetAt(text, end.line, end.character));
}

/** The text after edits, none of which overlaps another. */
export function applied(text: string, edits: readonly { readonly range: Range; readonly newText: string }[]): string {
  const places = edits.map(({ range: { start, end }, newText }) => ({
    start: offsetAt(text, start.line, start.character),
    end: offsetAt(text, end.line, end.character),
    newText,
  }));
  places.sort((a, b) => b.start - a.start);
  return places.reduce(
    (changed, { start, end, newText }) => changed.slice(0, start) + newText + changed.slice(end),
    text,
  );
}

function offsetAt(text: string, line: number, character: number): number {
  const before = text.split('\n').slice(0, line);
  return before.reduce((sum, { length }) => sum + length + 1, 0) + character;
}

/** Where a word stands first, as a range in UTF-16. */
export function rangeOf(text: string, word: string): Range {
  const start = positionAt(text, text.indexOf(word));
  return { start, end: { line: start.line, character: start.character + word.length } };
}

/** Where the caret in a fragment of a text stands, in UTF-16: before the 2 of `到‸2025年`. */
export function caretIn(text: string, fragment: string): Position {
  const at = text.indexOf(fragment.replace('‸', ''));
  if (at < 0) throw new Error(`no “${fragment}” in the text`);
  return positionAt(text, at + fragment.indexOf('‸'));
}

function positionAt(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

export function byRule(diagnostics: readonly Diagnostic[], rule: string): Diagnostic[] {
  return diagnostics.filter(({ code }) => code === rule);
}
