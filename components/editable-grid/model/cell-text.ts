import { neutralised } from "@/lib/domain/values/spreadsheet-text";
import type { CellValue, GridColumn, GridRow } from "./types";

/** Returns the text of a cell, by which it is copied and filtered. */
export function cellText<Info>(column: GridColumn<Info>, row: GridRow<Info>): string {
  return column.text?.(row) ?? wordOf(column, row, row.cells[column.id]);
}

/** Tells whether the cell takes nothing that is pasted or emptied. */
export function isFixed<Info>(column: GridColumn<Info>, row: GridRow<Info>): boolean {
  return column.editor === "static" || column.editor === "custom" || column.readOnly?.(row) !== undefined;
}

/** Returns the text that the row's cell would have with this value. */
export function wordOf<Info>(
  column: GridColumn<Info>,
  row: GridRow<Info>,
  value: CellValue | undefined,
): string {
  if (typeof value === "boolean") return value ? "Yes" : "No";
  const choice = column.choices?.(row).find((one) => one.value === value);
  return choice?.label ?? column.notation?.shown(String(value ?? "")) ?? String(value ?? "");
}

const yes = new Set(["yes", "true", "1", "x", "✓"]);
const no = new Set(["no", "false", "0", ""]);

/**
 * Returns pasted text as the cell holds it. Text that means nothing here stays as it is, so that the rules can say so.
 */
export function cellValue<Info>(column: GridColumn<Info>, row: GridRow<Info>, text: string): CellValue {
  const word = text.trim().toLowerCase();
  if (column.editor === "checkbox") return yes.has(word) ? true : no.has(word) ? false : text;
  if (column.notation) return column.notation.read(text);
  if (column.editor !== "select") return text;
  const choice = column
    .choices?.(row)
    .find(({ value, label, also = [] }) => [value, label, ...also].some((one) => one.toLowerCase() === word));
  return choice?.value ?? text;
}

/** Returns cells as spreadsheets take them from the clipboard. */
export function clipboardText(rows: readonly (readonly string[])[]): string {
  const quoted = (text: string) => (/["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map((text) => quoted(neutralised(text))).join("\t")).join("\n");
}
