import { cellText, cellValue, isFixed } from "./cell-text";
import { newRowId } from "./draft";
import type { CellPlace } from "./focus";
import type { Cells, GridColumn, GridEdit, GridRow } from "./types";

export type Paste<Info> = {
  cells: readonly (readonly string[])[];
  /** The first cell that is filled. */
  at: CellPlace;
  columns: readonly GridColumn<Info>[];
  /** Those that are filled from there on, in their order, without the + row; what goes past the last is added. */
  rows: readonly GridRow<Info>[];
  /** All of the list, shown or not, which new rows are numbered after. */
  all: readonly GridRow<Info>[];
  /** How many rows the list has room for. */
  room: number;
  /** Whether a row takes nothing, such as one to be deleted. */
  closed: (row: GridRow<Info>) => boolean;
  newRow: (before: readonly GridRow<Info>[]) => GridRow<Info>;
};

export type Pasted =
  | { kind: "pasted"; edit: GridEdit; changed: number; added: number; kept: number }
  /** So many rows go past the end: more than there is room for, so nothing was worked through. */
  | { kind: "too many"; added: number }
  /** No cell is there to begin at. */
  | { kind: "nowhere" };

const mostText = 2_000_000;

/** More than any list has: it was copied by mistake, and is not even read. */
export function isTooMuch(text: string): boolean {
  return text.length > mostText;
}

/** Rows of a spreadsheet over the grid's, from one cell on. Cells that are not edited keep what they hold. */
export function pasteRows<Info>(paste: Paste<Info>): Pasted {
  const { cells, at, columns, rows, closed, newRow } = paste;
  const firstColumn = columns.findIndex(({ id }) => id === at.column);
  const firstRow = at.rowId === newRowId ? rows.length : rows.findIndex(({ id }) => id === at.rowId);
  if (firstColumn < 0 || firstRow < 0) return { kind: "nowhere" };
  const over = columns.slice(firstColumn);
  const lines = isHeading(cells[0], over) ? cells.slice(1) : cells;
  const past = Math.max(0, firstRow + lines.length - rows.length);
  if (past > paste.room) return { kind: "too many", added: past };

  const all = [...paste.all];
  const changed: NonNullable<GridEdit["changed"]> = [];
  const added: NonNullable<GridEdit["added"]> = [];
  let kept = 0;
  lines.forEach((line, index) => {
    const there = rows[firstRow + index];
    const row = there ?? newRow(all);
    const filled: Cells = {};
    over.slice(0, line.length).forEach((column, i) => {
      const value = cellValue(column, row, line[i] ?? "");
      if (value === row.cells[column.id] || value === cellText(column, row)) return;
      if (closed(row) || isFixed(column, row)) kept++;
      else filled[column.id] = value;
    });
    if (there) {
      if (Object.keys(filled).length > 0) changed.push({ rowId: row.id, cells: filled });
      return;
    }
    const complete = { ...row, cells: { ...row.cells, ...filled } };
    all.push(complete);
    added.push({ id: complete.id, cells: complete.cells });
  });
  return { kind: "pasted", edit: { changed, added }, changed: changed.length, added: added.length, kept };
}

/** The columns' own names, copied along. */
function isHeading(line: readonly string[] | undefined, columns: readonly { label: string }[]): boolean {
  return line?.every((text, i) => text.trim() === columns[i]?.label) ?? false;
}
