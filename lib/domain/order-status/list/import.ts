import { noRange, readCell, type StatusColumn, statusColumnLabels, statusColumns } from "./cells";
import { faultWords } from "./fault-words";
import type { ListedStatus, StatusEdit, StatusUsage } from "./list";
import type { FileRow } from "./list-file";
import { checkStatusList } from "./list-rules";
import { lookalikes } from "./lookalikes";
import { nameKey } from "./names";

/**
 * Says what becomes of each row of a file: docs/domain.md, section 1, rule 15. Statuses that the file does not name
 * stay.
 */
export type ImportedRow = {
  place: number;
  /** Names the row as the reader knows it. */
  row: string;
  outcome: "added" | "changed" | "same" | "refused";
  /** Says why a row is refused. */
  why?: string;
  /** Names what differs in a changed row. */
  columns?: StatusColumn[];
};
export type ImportPlan = { rows: ImportedRow[]; edit: Pick<StatusEdit, "changed" | "added"> };

type Candidate = { file: FileRow; name: string; before: ListedStatus | undefined; id: string; why?: string };

/**
 * Plans an import. Rows that break a rule are refused one by one, each with the rule, and the edit takes the others.
 */
export function planImport(
  current: readonly ListedStatus[],
  usage: StatusUsage,
  file: readonly FileRow[],
): ImportPlan {
  const rows = candidates(current, numbered(current, file));
  for (;;) {
    const edit = editOf(rows);
    const checked = checkStatusList(current, { ...edit, deleted: [] }, usage, lookalikes);
    if (checked.ok) return { rows: rows.map((row) => outcomeOf(row)), edit };
    for (const { rowId, column, fault } of checked.refusal) {
      const row = rows.find(({ id, why }) => id === rowId && !why);
      const label = column === "row" || column === "replacement" ? "" : `${statusColumnLabels[column]}: `;
      if (row) row.why = `${label}${faultWords(fault)}`;
    }
  }
}

/** Numbers new statuses without a No. after all others, in the file's order. */
function numbered(current: readonly ListedStatus[], file: readonly FileRow[]): FileRow[] {
  const named = new Set(current.map(({ description }) => nameKey(description)));
  const ids = new Set(current.map(({ id }) => id));
  const numbers = [...current.map(({ no }) => no), ...file.map(({ cells }) => Number(cells.no))];
  let highest = Math.max(0, ...numbers.filter((no) => Number.isInteger(no) && no <= noRange.max));
  return file.map((row) => {
    const known = ids.has(row.id ?? "") || named.has(nameKey(String(row.cells.description ?? "")));
    if (known || row.cells.no !== undefined) return row;
    highest = Math.min(highest + 1, noRange.max);
    return { ...row, cells: { ...row.cells, no: highest } };
  });
}

/** Finds the status of a row by its id or, if the id is unknown, by its description. */
function candidates(current: readonly ListedStatus[], file: readonly FileRow[]): Candidate[] {
  const byId = new Map(current.map((status) => [status.id, status]));
  const byName = new Map(current.map((status) => [nameKey(status.description), status]));
  const taken = new Map<string, number>();
  return file.map((row) => {
    const read = readCell.description(row.cells.description);
    const before = byId.get(row.id ?? "") ?? (read.ok ? byName.get(nameKey(read.value)) : undefined);
    const name = read.ok ? read.value : (before?.description ?? "No description");
    const id = before?.id ?? `new-${row.place}`;
    const key = before || !read.ok ? id : `named ${nameKey(read.value)}`;
    const earlier = taken.get(key);
    taken.set(key, earlier ?? row.place);
    const why = earlier === undefined ? {} : { why: `Row ${earlier} names the same status.` };
    return { file: row, name, before, id, ...why };
  });
}

function editOf(rows: readonly Candidate[]): ImportPlan["edit"] {
  const kept = rows.filter(({ why }) => !why);
  return {
    changed: kept
      .filter((row) => row.before && different(row).length > 0)
      .map((row) => ({ id: row.id, cells: pick(row, different(row)) })),
    added: kept.filter(({ before }) => !before).map((row) => ({ id: row.id, cells: row.file.cells })),
  };
}

function different({ file, before }: Candidate): StatusColumn[] {
  return statusColumns.filter((column) => {
    if (!before || !Object.hasOwn(file.cells, column)) return false;
    const read = readCell[column](file.cells[column]);
    return !read.ok || read.value !== before[column];
  });
}

function pick({ file }: Candidate, columns: readonly StatusColumn[]) {
  return Object.fromEntries(columns.map((column) => [column, file.cells[column]]));
}

function outcomeOf(row: Candidate): ImportedRow {
  const { file, name, before, why } = row;
  const { place } = file;
  if (why) return { place, row: name, outcome: "refused", why };
  if (!before) return { place, row: name, outcome: "added" };
  const columns = different(row);
  if (columns.length === 0) return { place, row: name, outcome: "same" };
  return { place, row: before.description, outcome: "changed", columns };
}
