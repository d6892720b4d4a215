/** One stop of the Tab key in a table: arrows lead from button to button, as in a spreadsheet. */
export function rove(table: HTMLTableElement): void {
  table.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLButtonElement) enter(table, target);
  });
  table.addEventListener('keydown', (event) => {
    if (!(event.target instanceof HTMLButtonElement) || event.altKey || event.metaKey) return;
    const next = step(table, event.target, event.key, event.ctrlKey);
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
}

/** Makes sure that the Tab key finds one button of the table, after rows came or went. */
export function settle(table: HTMLTableElement): void {
  if (!table.querySelector('button[tabindex="0"]')) table.querySelector('button')?.setAttribute('tabindex', '0');
}

function enter(table: HTMLTableElement, button: HTMLButtonElement): void {
  for (const other of table.querySelectorAll('button[tabindex="0"]')) other.setAttribute('tabindex', '-1');
  button.setAttribute('tabindex', '0');
}

function step(
  table: HTMLTableElement,
  from: HTMLButtonElement,
  key: string,
  far: boolean,
): HTMLButtonElement | undefined {
  const lines = [...table.rows].map((row) => [...row.querySelectorAll('button')]).filter((line) => line.length > 0);
  const at = lines.findIndex((line) => line.includes(from));
  const line = lines[at] ?? [];
  const index = line.indexOf(from);
  switch (key) {
    case 'ArrowRight':
      return line[index + 1];
    case 'ArrowLeft':
      return line[index - 1];
    case 'ArrowDown':
      return beside(lines[at + 1], from);
    case 'ArrowUp':
      return beside(lines[at - 1], from);
    case 'Home':
      return far ? lines[0]?.[0] : line[0];
    case 'End':
      return far ? lines.at(-1)?.at(-1) : line.at(-1);
    default:
      return undefined;
  }
}

/** The button of a row that stands in the same column, else the nearest before it. */
function beside(
  line: readonly HTMLButtonElement[] | undefined,
  from: HTMLButtonElement,
): HTMLButtonElement | undefined {
  const columnOf = (button: HTMLButtonElement) => button.closest<HTMLTableCellElement>('td, th')?.cellIndex ?? 0;
  const before = line?.filter((button) => columnOf(button) <= columnOf(from));
  return line?.find((button) => columnOf(button) === columnOf(from)) ?? before?.at(-1) ?? line?.[0];
}
