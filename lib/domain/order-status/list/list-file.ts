import Papa from "papaparse";
import { formatNumber } from "../../format/format";
import { csvFile } from "../../values/csv";
import { ok, type Result, refuse } from "../../values/result";
import { fromSpreadsheet } from "../../values/spreadsheet-text";
import { storefrontTypeLabels, typeLabels, typeSpellings } from "../combination";
import { cellWord } from "./cell-word";
import { type StatusColumn, statusColumnLabels, statusColumns } from "./cells";
import { type ListedStatus, mostStatuses } from "./list";

/** The list can be written to a file and read from it: docs/domain.md, section 1, rule 15. */

/** Holds a row of a file: its place, its cells as they stand there, and the status that it names. */
export type FileRow = {
  place: number;
  id: string | undefined;
  cells: { [Column in StatusColumn]?: unknown };
};

export type ListFile = {
  rows: FileRow[];
  /** Says that the file is not UTF-8, so its letters were read as those of Windows in Western Europe. */
  guessedEncoding: boolean;
};

/** The longest list takes far less. */
export const mostBytes = 2_000_000;

const idLabel = "ID";

export function toCsv(list: readonly ListedStatus[]): string {
  const heading = [...statusColumns.map((column) => statusColumnLabels[column]), idLabel];
  const rows = list.map((status) => [
    ...statusColumns.map((column) => cellWord(column, status[column])),
    status.id,
  ]);
  return csvFile(heading, rows);
}

export function toJson(list: readonly ListedStatus[]): string {
  const orderStatuses = list.map(({ mandatory, ...status }) =>
    Object.fromEntries(["id" as const, ...statusColumns].map((key) => [key, status[key]])),
  );
  return `${JSON.stringify({ orderStatuses }, null, 2)}\n`;
}

/** Returns the rows of a chosen file, or why nobody can read it. */
export function readListFile(bytes: Uint8Array): Result<ListFile, string> {
  const text = decoded(bytes);
  if (!text.ok) return text;
  const begin = text.value.text.trimStart()[0];
  const read = begin === "{" || begin === "[" ? readJson : readCsv;
  const rows = read(text.value.text);
  if (!rows.ok) return rows;
  const { length } = rows.value;
  if (length === 0) return refuse("The file has no rows.");
  if (length > mostStatuses) {
    return refuse(`The file has ${formatNumber(length, "en")} rows. A list has at most ${mostStatuses}.`);
  }
  return ok({ rows: rows.value, guessedEncoding: text.value.guessed });
}

function decoded(bytes: Uint8Array): Result<{ text: string; guessed: boolean }, string> {
  if (bytes.length > mostBytes) return refuse(tooLarge(bytes.length));
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    return refuse("This is a spreadsheet's own file. Save the sheet as CSV (UTF-8) and import that file.");
  }
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const said = decodedAs(wide ? (bytes[0] === 0xff ? "utf-16le" : "utf-16be") : "utf-8", bytes);
  const text = said ?? decodedAs("windows-1252", bytes);
  // A byte that Windows-1252 does not use becomes a control character.
  if (text === null || (said === null && /[\u0080-\u009f]/.test(text))) {
    return refuse("We can't read this file's encoding. Save it as UTF-8 and try again.");
  }
  if (text.includes("\0")) return refuse("This file is not text. Choose a CSV or JSON file.");
  return ok({ text, guessed: said === null });
}

function decodedAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

export function tooLarge(bytes: number): string {
  const megabytes = (count: number) => `${formatNumber(Math.ceil(count / 1_000_000), "en")} MB`;
  return `The file has ${megabytes(bytes)}. A list has at most ${megabytes(mostBytes)}, so nothing was read.`;
}

function readCsv(text: string): Result<FileRow[], string> {
  // Some spreadsheets name the separator in a line of its own, some of them in quotation marks.
  const [, , named, rest] = /^("?)sep=(.)\1\r?\n([\s\S]*)$/i.exec(text) ?? [];
  const { data, errors } = Papa.parse<string[]>(rest ?? text, {
    delimiter: named ?? "",
    delimitersToGuess: [",", ";", "\t", "|"],
    skipEmptyLines: "greedy",
  });
  const broken = errors.find(({ type }) => type === "Quotes");
  if (broken)
    return refuse(
      `Row ${(broken.row ?? 0) + 1} has a quotation mark that is not closed or stands in the wrong place.`,
    );

  const [heading = [], ...lines] = data;
  const columns = heading.map(columnOf);
  if (!columns.includes("description") && !columns.includes("id")) {
    const names = statusColumns.map((column) => statusColumnLabels[column]).join(", ");
    return refuse(`The first row of the file must name the columns: ${names}.`);
  }
  return ok(lines.map((line, i) => csvRow(line, columns, i + 1)));
}

function csvRow(line: readonly string[], columns: readonly (string | undefined)[], place: number): FileRow {
  const row: FileRow = { place, id: undefined, cells: {} };
  columns.forEach((column, i) => {
    const text = line[i];
    if (column === undefined || text === undefined) return;
    if (column === "id") row.id = text.trim();
    else {
      const cell = typedCell(column as StatusColumn, fromSpreadsheet(text));
      if (cell !== undefined) row.cells[column as StatusColumn] = cell;
    }
  });
  return row;
}

function columnOf(heading: string): StatusColumn | "id" | undefined {
  const name = heading.trim().toLowerCase();
  if (name === idLabel.toLowerCase()) return "id";
  return statusColumns.find(
    (column) => name === column.toLowerCase() || name === statusColumnLabels[column].toLowerCase(),
  );
}

/** Returns the value behind a word of the screen. What is no such word stays, and the rules refuse it. */
function typedCell(column: StatusColumn, text: string): unknown {
  const word = text.trim().toLowerCase();
  switch (column) {
    case "no":
      // An empty cell is a number that is still to be given.
      return word === "" ? undefined : /^\d{1,9}$/.test(word) ? Number(word) : text;
    case "active":
      return { yes: true, true: true, "1": true, no: false, false: false, "0": false }[word] ?? text;
    case "type":
      return valueNamed(typeLabels, word, typeSpellings) ?? text;
    case "storefrontType":
      return valueNamed(storefrontTypeLabels, word) ?? text;
    default:
      return text;
  }
}

function valueNamed(
  labels: Record<string, string>,
  word: string,
  also: Readonly<Record<string, readonly string[] | undefined>> = {},
): string | undefined {
  const spellings = (value: string) => [value, labels[value] ?? "", ...(also[value] ?? [])];
  return Object.keys(labels).find((value) =>
    spellings(value).some((spelling) => spelling.toLowerCase() === word),
  );
}

function readJson(text: string): Result<FileRow[], string> {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return refuse("This file looks like JSON, but it is not complete or not valid.");
  }
  const list = Array.isArray(read) ? read : (read as { orderStatuses?: unknown }).orderStatuses;
  if (!Array.isArray(list)) return refuse("The file has no list “orderStatuses”.");
  return ok(list.map((row, i) => jsonRow(row, i + 1)));
}

function jsonRow(row: unknown, place: number): FileRow {
  const given = row && typeof row === "object" ? (row as Record<string, unknown>) : {};
  const cells = statusColumns.filter((column) => Object.hasOwn(given, column));
  return {
    place,
    id: Object.hasOwn(given, "id") && typeof given.id === "string" ? given.id : undefined,
    cells: Object.fromEntries(cells.map((column) => [column, given[column]])),
  };
}
