import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type Diagnostic,
  type Range,
} from 'vscode-languageserver';
import { offsetOf, touches } from '../../convert.ts';
import { type Context, type Feature, spotAt } from '../../feature.ts';
import { diagnosticOf, shown } from '../../findings.ts';
import { carrying } from './carrying.ts';
import { allFixes, FIX_ALL, fixes, fixesOfRule } from './fixes.ts';
import type { Offer, Scene } from './offer.ts';
import { pages } from './pages.ts';
import { switches } from './switches.ts';

/** In the order in which an editor lists them. */
const sources = [fixes, carrying, fixesOfRule, switches, pages, allFixes];

export const actions: Feature = {
  capabilities: ({ resolvesActions }) => ({
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, FIX_ALL],
      ...(resolvesActions && { resolveProvider: true }),
    },
  }),
  wire(context) {
    const { connection, client } = context;
    connection.onCodeAction(async ({ textDocument: { uri }, range, context: asked }) => {
      const offers = await offersAt(context, uri, range, asked.diagnostics);
      const where: Where = { uri, range };
      return offers
        .filter(({ kind }) => wanted(asked, kind))
        .map(({ edit, ...action }): CodeAction => {
          if (!edit) return action;
          return client.resolvesActions ? { ...action, data: where } : { ...action, edit: edit() };
        });
    });
    connection.onCodeActionResolve(async (action) => {
      if (!action.data) return action;
      const { uri, range } = action.data as Where;
      const offers = await offersAt(context, uri, range, []);
      const edit = offers.find(({ title, kind }) => title === action.title && kind === action.kind)?.edit?.();
      return edit ? { ...action, edit } : action;
    });
  },
};

/** What finds an action again: the document may have changed since it was offered. */
interface Where {
  readonly uri: string;
  readonly range: Range;
}

async function offersAt(context: Context, uri: string, range: Range, given: readonly Diagnostic[]): Promise<Offer[]> {
  const { client } = context;
  const spot = await spotAt(context, uri, range.start);
  if (!spot) return [];
  const { review, sheet, offset } = spot;
  const touched = shown(review, uri).flatMap((finding) => {
    const diagnostic = diagnosticOf(review, finding, client);
    if (!touches(diagnostic.range, range)) return [];
    return [{ finding, diagnostic: given.find((one) => same(one, diagnostic)) ?? diagnostic }];
  });
  const end = offsetOf(sheet, range.end, client.encoding);
  const scene: Scene = { client, review, sheet, range, start: offset, end, touched };
  return sources.flatMap((source) => [...source(scene)]);
}

/** A client that asks for a kind wants the kinds below it too; what is for the whole file, it gets only if it asks for that. */
function wanted({ only }: CodeActionContext, kind: string): boolean {
  if (!only) return !kind.startsWith(CodeActionKind.Source);
  return only.some((asked) => asked === '' || asked === kind || kind.startsWith(`${asked}.`));
}

function same(a: Diagnostic, b: Diagnostic): boolean {
  const [{ start: from }, { start: to }] = [a.range, b.range];
  return a.code === b.code && from.line === to.line && from.character === to.character;
}
