import type { Position } from 'vscode-languageserver';
import type { Context, Feature } from '../feature.ts';
import { carry } from './carry.ts';

export const EXPLAIN = 'planlint.server.explain';
const CARRY = 'planlint.server.carry';

/** What a client without the extension's own commands may ask the server to do. */
const commands: Readonly<Record<string, (context: Context, args: readonly unknown[]) => Promise<void>>> = {
  /** [rule]: shows its page. */
  async [EXPLAIN]({ connection, client: { pages, showsDocuments } }, [rule]) {
    if (pages === undefined || !showsDocuments || !/^[a-z-]+$/.test(String(rule))) return;
    await connection.window.showDocument({ uri: `${pages}/${rule}.md`, takeFocus: true });
  },
  /** [uri, position]: carries the value there to the places that state it otherwise. */
  async [CARRY](context, [uri, position]) {
    if (typeof uri !== 'string' || !isPosition(position)) return;
    const edit = await carry(context, uri, position);
    if (edit) await context.connection.workspace.applyEdit({ label: '统一数值', edit });
  },
};

export const serverCommands: Feature = {
  capabilities: () => ({ executeCommandProvider: { commands: Object.keys(commands) } }),
  wire(context) {
    context.connection.onExecuteCommand(async ({ command, arguments: args = [] }) => {
      await commands[command]?.(context, args);
      return null;
    });
  },
};

function isPosition(value: unknown): value is Position {
  const { line, character } = (value ?? {}) as Partial<Position>;
  return typeof line === 'number' && typeof character === 'number';
}
