import { CodeActionKind } from 'vscode-languageserver';
import { carryAt } from '../../../symbols/carry.ts';
import { editOf, leftOf, titleOf } from '../../carry.ts';
import type { Offer, Scene } from './offer.ts';

/** The value there carried to the places that state it otherwise. */
export function* carrying({ review, sheet, start, client, touched }: Scene): Generator<Offer> {
  const carry = carryAt(review.report, sheet.source, start);
  if (!carry) return;
  const odd = touched.filter(({ finding }) => /^(?:value|unit)-conflict$/.test(finding.rule));
  const offer = {
    title: titleOf(carry),
    kind: odd.length ? CodeActionKind.QuickFix : CodeActionKind.RefactorRewrite,
    ...(odd.length && { diagnostics: odd.map(({ diagnostic }) => diagnostic) }),
  };
  if (carry.places.length) yield { ...offer, edit: () => editOf(carry, review, client) };
  else if (client.disabledActions) yield { ...offer, disabled: { reason: leftOf(carry) ?? '' } };
}
