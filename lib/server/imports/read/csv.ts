import "server-only";
import { pipeline, Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import type { ImportSubject } from "@/lib/domain/import-subject";
import { type CsvLine, CsvRows, columnsOf } from "@/lib/domain/imports/from-csv";
import { importLimits } from "@/lib/domain/imports/import";
import type { ReadRow } from "@/lib/domain/imports/read-row";
import type { FileFault } from "@/lib/domain/values/file-fault";
import { FileNotRead } from "../file-not-read";
import { requireLine } from "./lines";

/** Reads the rows of a CSV file whose columns are separated by commas, or by semicolons as many spreadsheets do. @throws FileNotRead */
export async function* rowsOfCsv(
  subject: ImportSubject,
  texts: AsyncIterable<string>,
): AsyncGenerator<ReadRow> {
  let rows: CsvRows | undefined;
  for await (const { line, cells } of recordsOf(texts)) {
    if (!rows) {
      const read = columnsOf(subject, cells);
      if ("fault" in read) throw new FileNotRead(read.fault);
      rows = new CsvRows(subject, read.columns);
      continue;
    }
    const row = rows.take({ line, cells });
    if (row) yield row;
  }
  const last = rows?.end();
  if (last) yield last;
}

/** Yields the records that are not blank, each with the line on which it begins. */
async function* recordsOf(texts: AsyncIterable<string>): AsyncGenerator<CsvLine> {
  const { delimiter, whole } = await startOf(texts);
  const lines: number[] = [];
  let begins = 1;
  let twice = 0;
  const parser = parse({
    delimiter,
    relax_column_count: true,
    max_record_size: importLimits.line,
    on_record: (cells: string[], context) => {
      lines.push(begins);
      // The library counts a line break of two characters inside of quotation marks twice.
      twice += cells.reduce((sum, cell) => sum + cell.split("\r\n").length - 1, 0);
      begins = context.lines - twice + 1;
      return cells;
    },
  });
  // An error of the file ends the parser, which throws it below.
  pipeline(Readable.from(whole), parser, () => {});
  try {
    for await (const one of parser) {
      const cells = one as string[];
      const line = lines.shift() ?? begins;
      requireLine(line);
      if (cells.some((cell) => cell.trim() !== "")) yield { line, cells };
    }
  } catch (error) {
    throw error instanceof CsvError ? new FileNotRead(faultOf(error, begins)) : error;
  }
}

function faultOf({ code }: CsvError, line: number): FileFault {
  return code === "CSV_MAX_RECORD_SIZE"
    ? { reason: "line_too_long", line, most: importLimits.line }
    : { reason: "quotes_broken", line };
}

/** Reads as far as the end of the first line, which tells the separator, and returns the whole text with it. */
async function startOf(
  texts: AsyncIterable<string>,
): Promise<{ delimiter: string; whole: AsyncIterable<string> }> {
  const pieces = texts[Symbol.asyncIterator]();
  let start = "";
  while (!/[\r\n]/.test(start) && start.length <= importLimits.line) {
    const next = await pieces.next();
    if (next.done) break;
    start += next.value;
  }
  const [heading = ""] = start.split(/[\r\n]/, 1);
  const delimiter = heading.includes(";") && !heading.includes(",") ? ";" : ",";
  async function* whole() {
    yield start;
    for (let next = await pieces.next(); !next.done; next = await pieces.next()) yield next.value;
  }
  return { delimiter, whole: whole() };
}
