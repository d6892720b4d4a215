import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionParams,
  CompletionTriggerKind,
  InsertTextFormat,
  type Range,
} from 'vscode-languageserver';
import { about } from '../../symbols/completion/about.ts';
import { proposalsAt } from '../../symbols/completion/index.ts';
import type { Proposal, Topic } from '../../symbols/completion/proposal.ts';
import type { Client } from '../client.ts';
import { offsetOf, rangeOf } from '../convert.ts';
import type { Context, Feature } from '../feature.ts';

/** Proposes what may be written next. What more there is to tell of a proposal is told when the user looks at it. */
export const completion: Feature = {
  capabilities: () => ({
    completionProvider: {
      triggerCharacters: ['|', '（', '(', '：', ':', '-', '见', ' '],
      resolveProvider: true,
      completionItem: { labelDetailsSupport: true },
    },
  }),
  wire(context) {
    const { connection, reviewer, client } = context;
    connection.onCompletion((params) => complete(context, params));
    connection.onCompletionResolve(async (item) => {
      const { uri, topic } = (item.data ?? {}) as Partial<Data>;
      const review = uri === undefined || !topic ? undefined : await reviewer.review(uri);
      const lines = review && topic ? about(topic, review.report) : [];
      if (lines.length === 0) return item;
      const value = lines.join(client.completion.markdown ? '\n\n' : '\n');
      return { ...item, documentation: client.completion.markdown ? { kind: 'markdown', value } : value };
    });
  },
};

interface Data {
  readonly uri: string;
  readonly topic: Topic;
}

async function complete({ reviewer, client }: Context, { textDocument: { uri }, position, context }: CompletionParams) {
  const review = await reviewer.review(uri);
  const sheet = review?.sheets.get(uri);
  if (!review || !sheet) return null;
  const offset = offsetOf(sheet, position, client.encoding);
  const typed = context?.triggerKind === CompletionTriggerKind.TriggerCharacter ? context.triggerCharacter : undefined;
  const { report, draft, fields } = review;
  const found = proposalsAt({ report, source: sheet.source, offset, typed, draft, fields });
  const fit = found.filter(({ text, snippet }) => text !== '' || (snippet && client.completion.snippets));
  const at = (from: number, to: number) =>
    rangeOf(sheet, { source: sheet.source, start: from, end: to }, client.encoding);
  const items = fit.map((proposal, index): CompletionItem => {
    const { length, behind = 0, topic } = proposal;
    const insert = at(offset - length, offset);
    const data: Data | undefined = topic && { uri, topic };
    return {
      ...itemOf(proposal, insert, at(offset - length, offset + behind), client),
      // The order is the server's: the likeliest first.
      sortText: String(index).padStart(4, '0'),
      ...(data && { data }),
    };
  });
  return { isIncomplete: fit.some(({ filter }) => filter !== undefined), items };
}

const kinds: Readonly<Record<Proposal['kind'], CompletionItemKind>> = {
  indicator: CompletionItemKind.Variable,
  unit: CompletionItemKind.Unit,
  value: CompletionItemKind.Value,
  field: CompletionItemKind.Field,
  key: CompletionItemKind.Property,
  reference: CompletionItemKind.Reference,
  rule: CompletionItemKind.Constant,
  comment: CompletionItemKind.Keyword,
  template: CompletionItemKind.Snippet,
};

function itemOf(proposal: Proposal, insert: Range, replace: Range, { completion, commands }: Client): CompletionItem {
  const { kind, label, detail, text, snippet, filter, goesOn } = proposal;
  const filled = snippet !== undefined && completion.snippets;
  const newText = filled ? snippet : text;
  return {
    label,
    kind: kinds[kind],
    textEdit: completion.insertReplace ? { newText, insert, replace } : { newText, range: insert },
    ...(filled && { insertTextFormat: InsertTextFormat.Snippet }),
    ...(detail && (completion.details ? { labelDetails: { description: detail } } : { detail })),
    ...(filter !== undefined && { filterText: filter }),
    ...(goesOn && commands && { command: { title: '继续', command: 'editor.action.triggerSuggest' } }),
  };
}
