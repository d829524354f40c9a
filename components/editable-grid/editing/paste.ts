import { cellText, cellValue, isFixed } from "../model/cell-text";
import { newRowId } from "../model/draft";
import type { Cells, GridColumn, GridEdit, GridRow } from "../model/types";
import type { CellPlace } from "./focus";

export type Paste<Info> = {
  cells: readonly (readonly string[])[];
  /** The first cell that is filled. */
  at: CellPlace;
  /** How many rows and columns are selected from there on; 1 and 1 without a selection. */
  selected: { rows: number; columns: number };
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

export type Pasted<Info> =
  | { kind: "pasted"; edit: GridEdit; changed: number; added: readonly GridRow<Info>[]; kept: number }
  /** So many rows go past the end: more than there is room for, so nothing was worked through. */
  | { kind: "too many"; added: number }
  /** No cell is there to begin at. */
  | { kind: "nowhere" };

const mostText = 2_000_000;

/** More than any list has: it was copied by mistake, and is not even read. */
export function isTooMuch(text: string): boolean {
  return text.length > mostText;
}

/**
 * Fills cells from one on with rows of a spreadsheet. A heading says which column is which; without one they follow each
 * other, and fill the selection as often as they fit into it. Cells that are not edited keep what they hold.
 */
export function pasteRows<Info>(paste: Paste<Info>): Pasted<Info> {
  const { at, columns, rows, selected, closed, newRow } = paste;
  const firstColumn = columns.findIndex(({ id }) => id === at.column);
  const firstRow = at.rowId === newRowId ? rows.length : rows.findIndex(({ id }) => id === at.rowId);
  if (firstColumn < 0 || firstRow < 0) return { kind: "nowhere" };
  const named = headingOf(paste.cells, columns, firstColumn);
  const over = named ?? columns.slice(firstColumn);
  const lines = named ? paste.cells.slice(1) : filling(paste.cells, selected);
  const past = Math.max(0, firstRow + lines.length - rows.length);
  if (past > paste.room) return { kind: "too many", added: past };

  const all = [...paste.all];
  const changed: NonNullable<GridEdit["changed"]> = [];
  const added: GridRow<Info>[] = [];
  let kept = 0;
  lines.forEach((line, index) => {
    const there = rows[firstRow + index];
    const row = there ?? newRow(all);
    const filled: Cells = {};
    over.slice(0, line.length).forEach((column, i) => {
      if (!column) return;
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
    added.push(complete);
  });
  const edit = { changed, added: added.map(({ id, cells }) => ({ id, cells })) };
  return { kind: "pasted", edit, changed: changed.length, added, kept };
}

type Lines = readonly (readonly string[])[];

/**
 * Returns the columns that the first line names, in its order, with a gap for each name that is no column's; undefined
 * where that line holds values. A single line is never a heading, and one name alone counts only above its own column.
 */
function headingOf<Info>(
  lines: Lines,
  columns: readonly GridColumn<Info>[],
  firstColumn: number,
): (GridColumn<Info> | undefined)[] | undefined {
  const [first = []] = lines;
  if (lines.length < 2) return undefined;
  const named = first.map((text) => {
    const name = text.trim().toLowerCase();
    return columns.find(({ id, label }) => name === label.toLowerCase() || name === id.toLowerCase());
  });
  const known = named.filter((column) => column !== undefined);
  const alone = first.length === 1 && known[0] === columns[firstColumn];
  return alone || known.length >= 2 ? named : undefined;
}

/** Repeats the lines where the selection is as large as they are some number of times. */
function filling(lines: Lines, { rows, columns }: { rows: number; columns: number }): Lines {
  const width = lines[0]?.length ?? 0;
  const even = lines.every((line) => line.length === width);
  if (!even || !width || rows % lines.length !== 0 || columns % width !== 0) return lines;
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => lines[row % lines.length]?.[column % width] ?? ""),
  );
}
