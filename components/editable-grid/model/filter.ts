import { matcher } from "@/lib/domain/search/search";
import { cellText } from "./cell-text";
import type { GridColumn } from "./types";
import type { ViewRow } from "./view-rows";

/**
 * Returns the rows whose cells contain every word of the text. Edited rows stay in sight, so that nothing is saved
 * unseen.
 */
export function filterRows(
  rows: readonly ViewRow[],
  columns: readonly GridColumn[],
  text: string,
): readonly ViewRow[] {
  if (!text.trim()) return rows;
  const found = matcher(text);
  const has = (row: ViewRow) => found(columns.map((column) => cellText(column, row)).join(" "));
  return rows.filter((row) => row.state !== "same" || has(row));
}
