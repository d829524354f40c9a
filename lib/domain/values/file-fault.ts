import { formatNumber } from "../format/format";

/** Says why a file is not read at all. Lines are counted from 1. */
export type FileFault =
  | { reason: "not_utf8" }
  | { reason: "no_rows" }
  | { reason: "too_large"; most: number }
  | { reason: "too_many_rows"; most: number }
  | { reason: "line_too_long"; line: number; most: number }
  | { reason: "quotes_broken"; line: number }
  | { reason: "unknown_columns"; columns: string[] }
  | { reason: "missing_columns"; columns: string[] }
  | { reason: "column_twice"; column: string };

/** Tells why a file is not read, and what to do. */
export function fileFaultWords(fault: FileFault, locale: string): string {
  switch (fault.reason) {
    case "not_utf8":
      return "We can't read this file's encoding. Save it as UTF-8 and try again.";
    case "no_rows":
      return "The file has no rows. Choose a file with at least one.";
    case "too_large":
      return `The file is larger than ${formatNumber(fault.most / 1024 / 1024, locale)} MB. Split it into several files.`;
    case "too_many_rows":
      return `The file has more than ${formatNumber(fault.most, locale)} rows. Split it into several files.`;
    case "line_too_long":
      return `Line ${fault.line} is longer than ${formatNumber(fault.most, locale)} characters. Check that each row ends with a line break.`;
    case "quotes_broken":
      return `The quotation marks in line ${fault.line} are not closed correctly. Correct the line.`;
    case "unknown_columns":
      return `We don't know ${listed(fault.columns)}. Rename or remove what the sample file does not have.`;
    case "missing_columns":
      return `The file lacks ${listed(fault.columns)}. Add what is missing.`;
    case "column_twice":
      return `The file has the column “${fault.column}” twice. Remove one of them.`;
  }
}

function listed(columns: readonly string[]): string {
  const named = columns.map((column) => `“${column}”`).join(", ");
  return columns.length === 1 ? `the column ${named}` : `the columns ${named}`;
}
