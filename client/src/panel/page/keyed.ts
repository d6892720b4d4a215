import { h } from './dom.ts';
import { rove, settle } from './grid.ts';
import type { Piece } from './table.ts';

const shown = new WeakMap<Element, { readonly key: string; readonly content: string }>();

/** A table that is filled by `fill`, with the arrow keys at work in it. */
export function emptyTable(label: string): HTMLTableElement {
  const table = h('table', { role: 'grid', 'aria-label': label });
  rove(table);
  return table;
}

/** Makes a table show these pieces. What has not changed is left alone, so that focus, selection and scroll stay where they are. */
export function fill(table: HTMLTableElement, pieces: readonly Piece[]): void {
  const focused = document.activeElement;
  const key = focused instanceof HTMLElement && table.contains(focused) ? focused.dataset.key : undefined;
  const old = new Map([...table.children].map((element) => [shown.get(element)?.key, element]));
  let at: Element | null = table.firstElementChild;
  for (const { key, content, make } of pieces) {
    const before = old.get(key);
    old.delete(key);
    const same = before && shown.get(before)?.content === content ? before : undefined;
    const element = same ?? make();
    shown.set(element, { key, content });
    if (before && !same) {
      if (at === before) at = element;
      before.replaceWith(element);
    }
    if (element === at) at = element.nextElementSibling;
    else table.insertBefore(element, at);
  }
  for (const gone of old.values()) gone.remove();
  settle(table);
  if (key === undefined || document.activeElement === focused) return;
  const again = [...table.querySelectorAll('button')].find((button) => button.dataset.key === key);
  again?.focus({ preventScroll: true });
}
