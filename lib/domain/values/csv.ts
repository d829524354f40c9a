import { neutralised } from "./spreadsheet-text";

/**
 * The writer quotes text where needed and makes formulas harmless. A number, or an exact one as `exact`, stays a
 * number.
 */
export type CsvCell = string | number | { exact: string };

/** Returns one row of a CSV file (RFC 4180), with its line break. See docs/domain.md, section 9. */
export function csvRow(cells: readonly CsvCell[]): string {
  return `${cells.map(written).join(",")}\r\n`;
}

/** Returns the first row of a file, after the mark by which spreadsheets recognize UTF-8. */
export function csvHeading(names: readonly string[]): string {
  return `\ufeff${csvRow(names)}`;
}

export function csvFile(names: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return csvHeading(names) + rows.map(csvRow).join("");
}

function written(cell: CsvCell): string {
  if (typeof cell === "number") return String(cell);
  if (typeof cell === "object") return cell.exact;
  const text = neutralised(cell);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
