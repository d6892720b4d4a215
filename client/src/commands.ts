import * as vscode from 'vscode';
import type { BaseLanguageClient, Location, Position } from 'vscode-languageclient';
import type { Answers } from '../../server/src/template.ts';
import { checkWorkspace } from './check.ts';
import { openConfig } from './config-file.ts';
import { formatTables } from './format.ts';
import { newPlan } from './new-plan.ts';
import { showRule } from './pages.ts';
import { carryValue, showReferences } from './places.ts';
import type { Plans } from './plans.ts';
import { exportReport } from './report.ts';

/** The commands that package.json contributes, but for those of the panels. */
export function registerCommands(
  context: vscode.ExtensionContext,
  client: BaseLanguageClient,
  plans: Plans,
): vscode.Disposable[] {
  const register = vscode.commands.registerCommand;
  return [
    register('planlint.newPlan', (answers?: Partial<Answers>) => newPlan(context, answers)),
    register('planlint.checkWorkspace', () => checkWorkspace(client)),
    register('planlint.formatTables', () => formatTables(client)),
    register('planlint.carryValue', (uri?: string, at?: Position) => carryValue(client, uri, at)),
    register('planlint.showReferences', (uri: string, at: Position, places: Location[]) =>
      showReferences(client, uri, at, places),
    ),
    register('planlint.exportReport', (uri?: vscode.Uri | null, target?: vscode.Uri) =>
      exportReport(client, plans, uri, target),
    ),
    register('planlint.explain', (rule?: string) => showRule(context, rule)),
    register('planlint.openConfig', () => openConfig(context)),
    register('planlint.restart', () => restart(client)),
  ];
}

async function restart(client: BaseLanguageClient): Promise<void> {
  if (client.needsStop()) await client.stop();
  await client.start();
}
