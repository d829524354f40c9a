import { cellValue } from "./cell-text";
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
  /** Whether a row takes nothing, such as one to be deleted. */
  closed: (row: GridRow<Info>) => boolean;
  newRow: (before: readonly GridRow<Info>[]) => GridRow<Info>;
};

export type Pasted = { edit: GridEdit; changed: number; added: number; kept: number };

/** Rows of a spreadsheet over the grid's, from one cell on. Cells that are not edited keep what they hold. */
export function pasteRows<Info>({ cells, at, columns, rows, closed, newRow }: Paste<Info>): Pasted {
  const firstColumn = Math.max(
    0,
    columns.findIndex(({ id }) => id === at.column),
  );
  const over = columns.slice(firstColumn);
  const lines = isHeading(cells[0], over) ? cells.slice(1) : cells;
  const firstRow = at.rowId === newRowId ? rows.length : rows.findIndex(({ id }) => id === at.rowId);

  const changed: NonNullable<GridEdit["changed"]> = [];
  const added: GridRow<Info>[] = [];
  let kept = 0;
  lines.forEach((line, index) => {
    const there = rows[firstRow + index];
    const row = there ?? newRow([...rows, ...added]);
    const filled: Cells = {};
    over.slice(0, line.length).forEach((column, i) => {
      const value = cellValue(column, row, line[i] ?? "");
      if (value === row.cells[column.id]) return;
      if (closed(row) || column.readOnly?.(row)) kept++;
      else filled[column.id] = value;
    });
    if (!there) added.push({ ...row, cells: { ...row.cells, ...filled } });
    else if (Object.keys(filled).length > 0) changed.push({ rowId: row.id, cells: filled });
  });

  const edit = { changed, added: added.map(({ id, cells }) => ({ id, cells })) };
  return { edit, changed: changed.length, added: added.length, kept };
}

/** The columns' own names, copied along. */
function isHeading(line: readonly string[] | undefined, columns: readonly { label: string }[]): boolean {
  return line?.every((text, i) => text.trim() === columns[i]?.label) ?? false;
}
