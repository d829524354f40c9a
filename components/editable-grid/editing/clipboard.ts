import Papa from "papaparse";
import { fromSpreadsheet } from "@/lib/domain/values/spreadsheet-text";

/**
 * Reads rows as spreadsheets put them on the clipboard: with tabs between cells, and quotes around a tab or a line
 * break.
 */
export function readCells(text: string): string[][] {
  const lines = text.replace(/\r\n?/g, "\n");
  const { data, errors } = Papa.parse<string[]>(lines, {
    delimiter: "\t",
    newline: "\n",
    skipEmptyLines: "greedy",
  });
  // A cell that merely begins with a quotation mark is not quoted.
  const rows = errors.some(({ type }) => type === "Quotes") ? plainCells(lines) : data;
  // A cell of the grid is one line.
  return rows.map((row) => row.map((text) => fromSpreadsheet(text).replace(/\s*\n\s*/g, " ")));
}

function plainCells(lines: string): string[][] {
  return lines.split("\n").flatMap((line) => (line.trim() ? [line.split("\t")] : []));
}
