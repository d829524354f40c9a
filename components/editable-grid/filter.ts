import { cellText } from "./cell-text";
import type { GridColumn } from "./types";
import type { ViewRow } from "./view-rows";

/** Rows in which some cell has the text. What is edited stays in sight, so that nothing is saved unseen. */
export function filterRows(
  rows: readonly ViewRow[],
  columns: readonly GridColumn[],
  text: string,
): readonly ViewRow[] {
  const wanted = text.trim().toLowerCase();
  if (!wanted) return rows;
  const has = (row: ViewRow) =>
    columns.some((column) => cellText(column, row).toLowerCase().includes(wanted));
  return rows.filter((row) => row.state !== "same" || has(row));
}
