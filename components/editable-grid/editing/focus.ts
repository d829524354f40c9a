/** Finds the grid's cells in the page, and the element of a cell that takes the focus. */

export type CellPlace = { rowId: string; column: string };

/** Returns a row's cells in the order in which the arrow keys walk through them. */
export function rowsOf(grid: HTMLElement): HTMLElement[] {
  return [...grid.querySelectorAll<HTMLElement>("[data-grid-row]")];
}

export function cellsOf(row: HTMLElement): HTMLElement[] {
  return [...row.querySelectorAll<HTMLElement>("[data-column]")];
}

export function cellAround(element: Element): HTMLElement | null {
  return element.closest<HTMLElement>("[data-column]");
}

export function placeOf(cell: HTMLElement): CellPlace | null {
  const rowId = cell.closest<HTMLElement>("[data-grid-row]")?.dataset.gridRow;
  const { column } = cell.dataset;
  return rowId !== undefined && column !== undefined ? { rowId, column } : null;
}

export function findCell(grid: HTMLElement, { rowId, column }: CellPlace): HTMLElement | null {
  return grid.querySelector(`[data-grid-row="${CSS.escape(rowId)}"] [data-column="${CSS.escape(column)}"]`);
}

/** Returns what arrow keys walk to: the cell around a text or a choice, but a tick box or a button itself. */
export function editorIn(cell: HTMLElement): HTMLInputElement | HTMLSelectElement | null {
  return cell.querySelector("[data-editor]");
}

/** Tells whether the cell draws editors of its own, which keep their own keys. */
export function isCustom(element: Element): boolean {
  return element.closest("[data-custom]") !== null;
}

/** Returns what is edited inside a cell that draws itself. */
export function customEditorsIn(cell: HTMLElement): HTMLElement[] {
  const within = "[data-custom] :is(input, select, textarea, button):not(:disabled, [type=hidden])";
  return [...cell.querySelectorAll<HTMLElement>(within)];
}

/** Focuses a cell; `edit` goes on into its text or choice. */
export function focusCell(cell: HTMLElement | null | undefined, how?: { edit: boolean }): void {
  if (!cell) return;
  const custom = customEditorsIn(cell);
  const faulty = custom.find((one) => one.getAttribute("aria-invalid") === "true");
  const editor = how?.edit ? (editorIn(cell) ?? faulty ?? custom[0]) : null;
  const widget = cell.querySelector<HTMLElement>("[data-widget]:not(:disabled)");
  const target = (editor?.matches(":disabled") ? null : editor) ?? widget ?? cell;
  target.focus();
  const row = cell.closest<HTMLElement>("[data-grid-row]");
  row?.scrollIntoView({ block: "nearest" });
  if (row) uncover(row);
}

/** The heading and the + row stay in sight over the rows, and are higher while they say something. */
function uncover(row: HTMLElement): void {
  const frame = row.closest<HTMLElement>("[data-grid-frame]");
  const [head, rows] = [frame?.querySelector("thead"), row.parentElement];
  if (!frame || !head || !rows || frame.scrollHeight <= frame.clientHeight) return;
  const last = rows.lastElementChild;
  const bottom = last && getComputedStyle(last).position === "sticky" ? last : null;
  if (row === bottom) return;
  const here = row.getBoundingClientRect();
  const below = bottom ? here.bottom - bottom.getBoundingClientRect().top : 0;
  const above = head.getBoundingClientRect().bottom - here.top;
  if (below > 0) frame.scrollTop += below;
  else if (above > 0) frame.scrollTop -= above;
}
