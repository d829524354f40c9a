import { cellText, cellValue, isFixed } from "../model/cell-text";
import { newRowId } from "../model/draft";
import type { Cells, GridColumn, GridEdit, GridRow } from "../model/types";
import type { CellPlace } from "./focus";

/** The grid loads both when it gets the focus: what reads a clipboard, and what makes changes of it. */
export { readCells } from "./clipboard";

export type Paste<Info> = {
  cells: readonly (readonly string[])[];
  /** Is the first cell that is filled. */
  at: CellPlace;
  /** Counts the rows and columns that are selected from there on; both are 1 without a selection. */
  selected: { rows: number; columns: number };
  columns: readonly GridColumn<Info>[];
  /** Lists the rows that are filled from there on, without the + row. What goes past the last one is added. */
  rows: readonly GridRow<Info>[];
  /** Lists all rows, also those that are not shown, since new rows are numbered after them. */
  all: readonly GridRow<Info>[];
  /** Counts the rows that the list has room for. */
  room: number;
  /** Tells whether a row takes nothing, such as one that will be deleted. */
  closed: (row: GridRow<Info>) => boolean;
  newRow: (before: readonly GridRow<Info>[]) => GridRow<Info>;
};

export type Pasted<Info> =
  | { kind: "pasted"; edit: GridEdit; changed: number; added: readonly GridRow<Info>[]; kept: number }
  /**
   * Counts the rows that go past the end. There are more than the list has room for, so nothing was worked through.
   */
  | { kind: "too many"; added: number }
  /** Says that there is no cell to begin at. */
  | { kind: "nowhere" };

const mostText = 2_000_000;

/** Tells whether the text is more than any list has. It was copied by mistake, and is not even read. */
export function isTooMuch(text: string): boolean {
  return text.length > mostText;
}

/**
 * Fills cells with rows of a spreadsheet, beginning at one cell. A heading says which column is which. Without one the
 * columns follow each other, and the rows repeat to fill the selection. Cells that are not edited keep their value.
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
 * Returns the columns that the first line names, in its order, with a gap for each name that no column has. It returns
 * undefined where that line holds values. A single line is never a heading, and a single name counts only above its
 * own column.
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

/** Repeats the lines where the selection is a multiple of their size. */
function filling(lines: Lines, { rows, columns }: { rows: number; columns: number }): Lines {
  const width = lines[0]?.length ?? 0;
  const even = lines.every((line) => line.length === width);
  if (!even || !width || rows % lines.length !== 0 || columns % width !== 0) return lines;
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => lines[row % lines.length]?.[column % width] ?? ""),
  );
}
