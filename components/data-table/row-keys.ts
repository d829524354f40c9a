import type { KeyboardEvent } from "react";

/** Lets arrow up and down go to the same control of the neighbouring row, and x tick the row. */
export function moveBetweenRows(event: KeyboardEvent<HTMLTableSectionElement>) {
  const target = event.target as HTMLElement;
  const row = target.closest("tr");
  if (!row || event.altKey || event.ctrlKey || event.metaKey || isTyping(target)) return;

  if (event.key === "x") {
    row.querySelector<HTMLInputElement>('input[type="checkbox"]')?.click();
    return;
  }

  const neighbour = {
    ArrowDown: row.nextElementSibling,
    ArrowUp: row.previousElementSibling,
  }[event.key];
  if (!neighbour) return;
  const index = controls(row).indexOf(target);
  const next = controls(neighbour)[index] ?? controls(neighbour)[0];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function controls(row: Element): HTMLElement[] {
  return [...row.querySelectorAll<HTMLElement>("a[href], button:not(:disabled), input, [tabindex='0']")];
}

function isTyping(target: HTMLElement): boolean {
  return target.matches("textarea, select, input:not([type='checkbox']), [contenteditable]");
}
