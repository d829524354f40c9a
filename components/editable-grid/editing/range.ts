import { cellText } from "../model/cell-text";
import { newRowId } from "../model/draft";
import type { GridColumn, GridRow } from "../model/types";
import type { CellPlace } from "./focus";

/** Is a rectangle of cells, from the cell where it began to the focused one. */
export type CellRange = { from: CellPlace; to: CellPlace };

type Rectangle = { top: number; bottom: number; left: number; right: number };

function rectangle(
  { from, to }: CellRange,
  rows: readonly { id: string }[],
  columns: readonly { id: string }[],
): Rectangle | null {
  const row = (place: CellPlace) => rows.findIndex(({ id }) => id === place.rowId);
  // The row's button is no cell to copy.
  const column = (place: CellPlace) => {
    const index = columns.findIndex(({ id }) => id === place.column);
    return index < 0 ? columns.length - 1 : index;
  };
  const [top, bottom] = [row(from), row(to)].sort((a, b) => a - b) as [number, number];
  if (top < 0) return null;
  const [left, right] = [column(from), column(to)].sort((a, b) => a - b) as [number, number];
  return { top, bottom, left, right };
}

/**
 * Returns the first and last column for each row in the range, such as "1-3". It is text, so that React does not draw
 * the other rows again.
 */
export function rangeByRow(
  range: CellRange | null,
  rows: readonly { id: string }[],
  columns: readonly { id: string }[],
): Map<string, string> {
  const within = range && rectangle(range, rows, columns);
  if (!within) return new Map();
  const { top, bottom, left, right } = within;
  return new Map(rows.slice(top, bottom + 1).map(({ id }) => [id, `${left}-${right}`]));
}

export function isWithin(columns: string | undefined, index: number): boolean {
  if (!columns) return false;
  const [left = 0, right = 0] = columns.split("-").map(Number);
  return index >= left && index <= right;
}

/** Returns the place where a range begins and its size; without a range, that of the single cell. */
export function startOf<Info>(
  range: CellRange | null,
  cell: CellPlace,
  all: readonly GridRow<Info>[],
  columns: readonly GridColumn<Info>[],
): { at: CellPlace; selected: { rows: number; columns: number } } {
  const taken = range && rowsIn(range, all, columns);
  const [row, column] = [taken?.rows[0], taken?.columns[0]];
  if (!taken || !row || !column) return { at: cell, selected: { rows: 1, columns: 1 } };
  // The + row is filled only on demand, not because a selection reaches it.
  const rows = taken.rows.filter(({ id }) => id !== newRowId).length;
  return {
    at: { rowId: row.id, column: column.id },
    selected: { rows: Math.max(rows, 1), columns: taken.columns.length },
  };
}

export function rowsIn<Info>(
  range: CellRange,
  rows: readonly GridRow<Info>[],
  columns: readonly GridColumn<Info>[],
): { rows: readonly GridRow<Info>[]; columns: readonly GridColumn<Info>[] } {
  const within = rectangle(range, rows, columns);
  if (!within) return { rows: [], columns: [] };
  return {
    rows: rows.slice(within.top, within.bottom + 1),
    columns: columns.slice(within.left, within.right + 1),
  };
}

/** Returns the text of its cells, line by line. */
export function textsIn<Info>(
  range: CellRange,
  all: readonly GridRow<Info>[],
  columns: readonly GridColumn<Info>[],
): string[][] {
  const taken = rowsIn(range, all, columns);
  return taken.rows.map((row) => taken.columns.map((column) => cellText(column, row)));
}
