import { CodeActionKind } from 'vscode-languageserver';
import { safeFixes, together } from '../../../core/fixes.ts';
import type { Finding, Fix } from '../../../core/rule.ts';
import { workspaceEdit } from '../../edits.ts';
import { shown } from '../../findings.ts';
import type { Offer, Scene } from './offer.ts';

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.planlint`;

/** The fixes of the findings there. One whose result is certain is the preferred one. */
export function* fixes({ touched, review, client }: Scene): Generator<Offer> {
  for (const { finding, diagnostic } of touched) {
    const { fix } = finding;
    if (!fix?.edits.every(({ span }) => review.sheets.has(span.source.uri))) continue;
    yield {
      title: fix.title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      isPreferred: fix.safe,
      edit: () => workspaceEdit(review, fix.edits, client),
    };
  }
}

/** All that one of the rules there finds in this file and mends for certain. */
export function* fixesOfRule(scene: Scene): Generator<Offer> {
  const rules = new Set(scene.touched.map(({ finding }) => finding.rule));
  for (const rule of rules) {
    const same = shown(scene.review, scene.sheet.uri).filter((finding) => finding.rule === rule);
    const safe = safeFixes(same);
    if (safe.length < 2) continue;
    const title = `改正本文件中的同类问题（${rule}，共${safe.length}处）`;
    yield { ...applied(scene, title, CodeActionKind.QuickFix, safe), diagnostics: diagnosticsOf(scene, rule) };
  }
}

/** All that can be mended in this file for certain, at once; what is in each other's way is left for the next time. */
export function* allFixes(scene: Scene): Generator<Offer> {
  const safe = safeFixes(shown(scene.review, scene.sheet.uri));
  if (safe.length) yield applied(scene, `改正本文件中可直接改正的问题（共${safe.length}处）`, FIX_ALL, safe);
}

function applied({ review, client }: Scene, title: string, kind: CodeActionKind, safe: readonly Fix[]): Offer {
  return { title, kind, edit: () => workspaceEdit(review, together(safe), client) };
}

function diagnosticsOf({ touched }: Scene, rule: Finding['rule']) {
  return touched.flatMap(({ finding, diagnostic }) => (finding.rule === rule ? [diagnostic] : []));
}
