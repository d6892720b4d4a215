import { CodeActionKind, type Command } from 'vscode-languageserver';
import type { Client } from '../../client.ts';
import { EXPLAIN } from '../commands.ts';
import type { Offer, Scene } from './offer.ts';

/** The pages of the rules there. */
export function* pages({ touched, client }: Scene): Generator<Offer> {
  const seen = new Set<string>();
  for (const { finding, diagnostic } of touched) {
    const { rule } = finding;
    const title = `查看规则 ${rule} 的说明`;
    const command = commandFor(title, rule, client);
    if (!command || seen.has(rule)) continue;
    seen.add(rule);
    yield { title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], command };
  }
}

/** The extension shows the page as a page to read; another client, if it can show documents, its Markdown. */
function commandFor(title: string, rule: string, { commands, pages, showsDocuments }: Client): Command | undefined {
  if (commands) return { title, command: 'planlint.explain', arguments: [rule] };
  if (pages === undefined || !showsDocuments) return undefined;
  return { title, command: EXPLAIN, arguments: [rule] };
}
