import type { ImportSubject } from "../import-subject";
import type { FileFault } from "../values/file-fault";
import { fromSpreadsheet } from "../values/spreadsheet-text";
import { trimmed } from "../values/trimmed";
import { externalIdField, type FieldKind, type Fields, fieldsOf, neededColumns } from "./fields";
import { type ReadRow, readRow } from "./read-row";

/** Says which field a column fills. A column of a map names one of its values. */
type Column = { field: string; kind: FieldKind; ofItem: boolean; name?: string };

export type Columns = readonly Column[];

/** Holds one line of a CSV file. */
export type CsvLine = { line: number; cells: readonly string[] };

/** Reads the first line of a CSV file: the columns by the names of their fields, in any order, case and spacing. */
export function columnsOf(
  subject: ImportSubject,
  headings: readonly string[],
): { columns: Columns } | { fault: FileFault } {
  const { own, item } = fieldsOf(subject);
  const found = headings.map((heading) => ({
    heading: trimmed(heading),
    column: columnOf(own, heading, false) ?? (item && columnOf(item, heading, true)),
  }));
  const unknown = found.filter(({ column }) => !column).map(({ heading }) => heading);
  if (unknown.length > 0) return { fault: { reason: "unknown_columns", columns: unknown.slice(0, 10) } };
  const columns = found.flatMap(({ column }) => column ?? []);
  const names = columns.map(({ field, name }) => (name === undefined ? field : `${field}.${name}`));
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) return { fault: { reason: "column_twice", column: twice } };
  const missing = neededColumns(subject).filter((field) => !names.includes(field));
  return missing.length > 0 ? { fault: { reason: "missing_columns", columns: missing } } : { columns };
}

function columnOf(fields: Fields, heading: string, ofItem: boolean): Column | null {
  const [, before = "", name] = /^([^.]*)(?:\.(.*))?$/s.exec(trimmed(heading)) ?? [];
  const field = Object.keys(fields).find((one) => plain(one) === plain(before));
  const kind = field && fields[field];
  if (!field || !kind || (kind === "map") !== (name !== undefined)) return null;
  return { field, kind, ofItem, ...(name !== undefined && { name: trimmed(name) }) };
}

/** Returns a heading as it is compared, so that "External ID" and "external_id" are the same. */
function plain(heading: string): string {
  return heading.toLowerCase().replace(/[\s_-]/g, "");
}

/** Limits the lines of one order that are kept, which is more than an order may have items. */
const mostLines = 1_000;

/**
 * Makes rows of the lines of a CSV file, in their order. Lines of an order that follow each other and have the same external
 * id are its items; what they leave blank is as on the first.
 */
export class CsvRows {
  private open: { externalId: string; lines: CsvLine[] } | null = null;

  constructor(
    private readonly subject: ImportSubject,
    private readonly columns: Columns,
  ) {}

  /** Takes the next line and returns the row that it completes, if it does. */
  take(line: CsvLine): ReadRow | null {
    const externalId = trimmed(fromSpreadsheet(line.cells[this.externalIdAt] ?? ""));
    if (this.open && externalId !== "" && externalId === this.open.externalId && this.hasItems) {
      if (this.open.lines.length < mostLines) this.open.lines.push(line);
      return null;
    }
    const before = this.end();
    this.open = { externalId, lines: [line] };
    return before;
  }

  /** Returns the last row, if there is one. */
  end(): ReadRow | null {
    const { open } = this;
    this.open = null;
    return open && this.rowOf(open.lines);
  }

  private get hasItems(): boolean {
    return fieldsOf(this.subject).item !== null;
  }

  private get externalIdAt(): number {
    return this.columns.findIndex(({ field }) => field === externalIdField);
  }

  private rowOf(lines: readonly CsvLine[]): ReadRow | null {
    const [first] = lines;
    if (!first) return null;
    const tooLong = lines.find(({ cells }) => cells.length > this.columns.length);
    const parts = lines.map(({ cells }) => valuesOf(this.columns, cells));
    const own = parts[0]?.own ?? {};
    const row = {
      ...readRow(this.subject, withItems(this.hasItems, parts), first.line),
      itemLines: this.hasItems ? lines.map(({ line }) => line) : null,
    };
    if (tooLong) {
      const [columns, cells] = [this.columns.length, tooLong.cells.length];
      return { ...row, data: {}, refusal: { reason: "too_many_cells", columns, cells } };
    }
    const differ = parts
      .slice(1)
      .flatMap((part) => Object.entries(part.own))
      .filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(own[field]))
      .map(([field]) => field);
    if (differ.length === 0 || row.refusal) return row;
    return { ...row, refusal: { reason: "lines_differ", fields: [...new Set(differ)] } };
  }
}

type Values = { own: Record<string, unknown>; item: Record<string, unknown> };

function withItems(hasItems: boolean, parts: readonly Values[]): Record<string, unknown> {
  const own = { ...parts[0]?.own };
  return hasItems ? { ...own, items: parts.map(({ item }) => item) } : own;
}

/** Returns what the cells of a line say. A blank cell says nothing. */
function valuesOf(columns: Columns, cells: readonly string[]): Values {
  const values: Values = { own: {}, item: {} };
  for (const [at, { field, kind, ofItem, name }] of columns.entries()) {
    const text = trimmed(fromSpreadsheet(cells[at] ?? ""));
    if (text === "") continue;
    const into = ofItem ? values.item : values.own;
    into[field] = name === undefined ? readCell(kind, text) : { ...(into[field] as object), [name]: text };
  }
  return values;
}

/** Reads a cell. What is not of the field's kind stays text, and is refused as a value of another kind. */
function readCell(kind: FieldKind, text: string): unknown {
  switch (kind) {
    case "number":
      return /^-?\d{1,15}$/.test(text) ? Number(text) : text;
    case "boolean":
      return booleans.get(text.toLowerCase()) ?? text;
    case "list":
      return text
        .split(";")
        .map(trimmed)
        .filter((one) => one !== "");
    default:
      return text;
  }
}

const booleans = new Map([
  ["true", true],
  ["yes", true],
  ["false", false],
  ["no", false],
]);
