import { ok, type Result, refuse } from "../result";
import {
  descriptionLength,
  nameOf,
  readCell,
  type StatusCells,
  type StatusColumn,
  statusColumns,
} from "./cells";
import { storefrontTypeLabels, typeIsForUsers, typeLabels } from "./combination";
import {
  countOrders,
  type ListedStatus,
  mostStatuses,
  type StatusEdit,
  type StatusListChange,
  type StatusProblem,
  type StatusUsage,
  systemRowKeeps,
} from "./list";
import { mayReplace } from "./replacement";

/** Checks a whole edit of the list against every rule of docs/domain.md, section 1, and reports all problems at once. */
export function checkStatusList(
  current: readonly ListedStatus[],
  edit: StatusEdit,
  usage: StatusUsage,
): Result<StatusListChange, StatusProblem[]> {
  const problems: StatusProblem[] = [];
  const byId = new Map(current.map((status) => [status.id, status]));
  const deletedIds = new Set(edit.deleted.map(({ id }) => id));

  const changed: DraftRow[] = [];
  for (const { id, cells } of edit.changed) {
    const before = byId.get(id);
    if (!before)
      problems.push({ rowId: id, row: "Deleted status", column: "row", message: "This status is gone." });
    else if (!deletedIds.has(id)) changed.push(readRow(before, cells, problems));
  }
  const added = edit.added.map(({ id, cells }) => readRow({ id, mandatory: false }, cells, problems));

  for (const { before, after } of changed) {
    if (before) checkChange(before, after, usage.get(before.id) ?? 0, problems);
  }
  for (const row of [...changed, ...added]) checkType(row, problems);

  const edited = new Map([...changed, ...added].map((row) => [row.after.id, row]));
  const list = [
    ...current
      .filter(({ id }) => !deletedIds.has(id))
      .map((status) => edited.get(status.id)?.after ?? status),
    ...added.map(({ after }) => after),
  ];
  checkTogether(list, edited, problems);
  const last = added.at(-1);
  if (last && list.length > mostStatuses) {
    const message = `There would be ${list.length} statuses, and ${mostStatuses} is the most.`;
    problems.push({ rowId: last.after.id, row: last.name, column: "row", message });
  }

  const deleted: StatusListChange["deleted"] = [];
  for (const { id, replacementId } of edit.deleted) {
    const status = byId.get(id);
    if (!status) {
      problems.push({ rowId: id, row: "Deleted status", column: "row", message: "This status is gone." });
      continue;
    }
    const orders = usage.get(id) ?? 0;
    const replacement = list.find((row) => row.id === replacementId);
    const problem = checkDeletion(status, orders, replacement);
    if (problem) problems.push({ rowId: id, row: status.description, ...problem });
    deleted.push({ status, replacement: orders > 0 ? (replacement as ListedStatus | undefined) : undefined });
  }

  if (problems.length > 0) return refuse(problems);
  return ok({
    changed: changed.flatMap(({ before, after }) =>
      before && differs(before, after as ListedStatus) ? [{ before, after: after as ListedStatus }] : [],
    ),
    added: added.map(({ after }) => after as ListedStatus),
    deleted,
  });
}

/** A row whose faulty cells are missing. */
type PartialStatus = Partial<StatusCells> & { id: string; mandatory: boolean };
type DraftRow = { name: string; before: ListedStatus | undefined; after: PartialStatus };

function readRow(
  base: ListedStatus | { id: string; mandatory: false },
  cells: StatusEdit["added"][number]["cells"],
  problems: StatusProblem[],
): DraftRow {
  const before = "no" in base ? base : undefined;
  const after: PartialStatus = { ...base };
  const name = before?.description ?? addedName(cells.description);
  for (const column of statusColumns) {
    if (before && !(column in cells)) continue;
    const read = readCell[column](cells[column]);
    Object.assign(after, { [column]: read.ok ? read.value : undefined });
    if (!read.ok) problems.push({ rowId: base.id, row: name, column, message: read.refusal });
  }
  return { name, before, after };
}

/** What a new row is called in a problem: as typed, as far as that can be shown. */
function addedName(description: unknown): string {
  const text = typeof description === "string" ? description.trim().slice(0, descriptionLength) : "";
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(text) ? text : "New status";
}

/** Rule 1 (system rows) and rule 7 (a status in use keeps its Type). */
function checkChange(
  before: ListedStatus,
  after: PartialStatus,
  orders: number,
  problems: StatusProblem[],
): void {
  const report = (column: StatusColumn, message: string) =>
    problems.push({ rowId: before.id, row: before.description, column, message });

  const newType = after.type !== undefined && after.type !== before.type;
  if (before.mandatory) {
    if (newType) report("type", systemRowKeeps.type);
    if (after.storefrontType !== undefined && after.storefrontType !== before.storefrontType) {
      report("storefrontType", systemRowKeeps.storefrontType);
    }
    if (after.active === false) report("active", systemRowKeeps.active);
  } else if (newType && orders > 0) {
    report("type", `${countOrders(orders)} this status, so its Type stays ${typeLabels[before.type]}.`);
  }
}

/** Rule 3: Executing and Scheduled are the system's alone. */
function checkType({ name, after: { id, mandatory, type } }: DraftRow, problems: StatusProblem[]): void {
  if (mandatory || !type || typeIsForUsers(type)) return;
  problems.push({
    rowId: id,
    row: name,
    column: "type",
    message: `Only the system sets ${typeLabels[type]}.`,
  });
}

/** Rule 4 (one No. among the active of a combination) and rule 5 (one description). Reported where it was edited. */
function checkTogether(
  list: readonly PartialStatus[],
  edited: ReadonlyMap<string, DraftRow>,
  problems: StatusProblem[],
): void {
  const byName = new Map<string, PartialStatus[]>();
  const byNo = new Map<string, PartialStatus[]>();
  for (const row of list) {
    if (row.description !== undefined) group(byName, nameOf(row.description), row);
    if (row.active && row.no !== undefined && row.type && row.storefrontType) {
      group(byNo, `${row.no} ${row.type} ${row.storefrontType}`, row);
    }
  }

  for (const { name, after: row } of edited.values()) {
    const sameName = other(byName.get(nameOf(row.description ?? "")), row);
    if (sameName) {
      const message = `Another status is called “${sameName.description}”: use a different description.`;
      problems.push({ rowId: row.id, row: name, column: "description", message });
    }
    if (!row.active || !row.type || !row.storefrontType) continue;
    const sameNo = other(byNo.get(`${row.no} ${row.type} ${row.storefrontType}`), row);
    if (sameNo) {
      const combination = `${typeLabels[row.type]}, ${storefrontTypeLabels[row.storefrontType]}`;
      const message = `“${sameNo.description ?? "Another new status"}” has No. ${row.no} already among the active statuses of ${combination}: use another number.`;
      problems.push({ rowId: row.id, row: name, column: "no", message });
    }
  }
}

/** Rule 1 (system rows stay) and rule 7 (a status in use goes only with a replacement). */
function checkDeletion(
  status: ListedStatus,
  orders: number,
  replacement: PartialStatus | undefined,
): Pick<StatusProblem, "column" | "message"> | undefined {
  if (status.mandatory) return { column: "row", message: "A system status cannot be deleted." };
  if (orders === 0) return undefined;
  if (!replacement) {
    const message = `${countOrders(orders)} this status: choose the status that replaces it.`;
    return { column: "replacement", message };
  }
  const { type, storefrontType, active } = replacement;
  if (!type || !storefrontType || active === undefined) {
    return { column: "replacement", message: "The status that replaces it has a problem itself." };
  }
  const problem = mayReplace(status, { type, storefrontType, active });
  return problem ? { column: "replacement", message: problem } : undefined;
}

function differs(before: ListedStatus, after: ListedStatus): boolean {
  return statusColumns.some((column) => before[column] !== after[column]);
}

function group<Key, Row>(groups: Map<Key, Row[]>, key: Key, row: Row): void {
  const rows = groups.get(key);
  if (rows) rows.push(row);
  else groups.set(key, [row]);
}

function other(rows: readonly PartialStatus[] | undefined, row: PartialStatus): PartialStatus | undefined {
  return rows?.find(({ id }) => id !== row.id);
}
