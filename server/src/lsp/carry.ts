import type { ChangeAnnotation, WorkspaceEdit } from 'vscode-languageserver';
import { sayPlace, sayValue, sayWhen } from '../core/say.ts';
import type { Carry } from '../symbols/carry.ts';
import type { Client } from './client.ts';
import { workspaceEdit } from './edits.ts';
import type { Review } from './review.ts';

/** 把2.7‰改到其他3处 */
export function titleOf({ model, places, left }: Carry): string {
  const rest = places.length && left.length ? `（另有${left.length}处要自己改）` : '';
  return `把${sayValue(model)}改到其他${places.length || left.length}处${rest}`;
}

/** The edits with what the user is asked before they are made. */
export function editOf(carry: Carry, review: Review, client: Client): WorkspaceEdit | undefined {
  const { model, places } = carry;
  const annotation: ChangeAnnotation = {
    label: `“${model.subject.value}”${sayWhen(model)}统一为${sayValue(model)}`,
    description: leftOf(carry) ?? `共${places.length}处`,
    needsConfirmation: true,
  };
  return workspaceEdit(
    review,
    places.flatMap(({ edits }) => edits.map((edit) => ({ ...edit, annotation }))),
    client,
  );
}

/** The places that only a person can change, each with the reason; undefined where there are none. */
export function leftOf({ left }: Carry): string | undefined {
  if (left.length === 0) return undefined;
  const each = left.map(({ mention, reason }) => `${sayPlace(mention)}的${sayValue(mention)}（${reason}）`);
  return `要自己改的有${left.length}处：${each.join('；')}`;
}
