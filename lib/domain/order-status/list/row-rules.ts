import { typeIsForUsers } from "../combination";
import { descriptionLength, readCell, type StatusCells, type StatusColumn, statusColumns } from "./cells";
import type { StatusFault } from "./fault";
import type { ListedStatus, StatusEdit, StatusProblem } from "./list";

/** These rules hold for each row by itself: docs/domain.md, section 1, rules 1, 3, 5 and 7. */

/** Holds a row without its faulty cells. */
export type PartialStatus = Partial<StatusCells> & { id: string; mandatory: boolean };
export type DraftRow = { name: string; before: ListedStatus | undefined; after: PartialStatus };

export function readRow(
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
    if (!read.ok) problems.push({ rowId: base.id, row: name, column, fault: read.refusal });
  }
  return { name, before, after };
}

/** Returns what a problem calls a new row: its description as typed, as far as it can be shown. */
function addedName(description: unknown): string {
  const text = typeof description === "string" ? description.trim().slice(0, descriptionLength) : "";
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(text) ? text : "New status";
}

/**
 * Checks rule 1 (system rows) and rule 7 (a status in use keeps its Type, and becomes no basket and no request for
 * approval).
 */
export function checkChange(
  before: ListedStatus,
  after: PartialStatus,
  orders: number,
  problems: StatusProblem[],
): void {
  const report = (column: StatusColumn, fault: StatusFault) =>
    problems.push({ rowId: before.id, row: before.description, column, fault });

  const newType = after.type !== undefined && after.type !== before.type;
  if (before.mandatory) {
    if (newType) report("type", { is: "system_row_keeps", column: "type" });
    if (after.storefrontType !== undefined && after.storefrontType !== before.storefrontType) {
      report("storefrontType", { is: "system_row_keeps", column: "storefrontType" });
    }
    if (after.active === false) report("active", { is: "system_row_keeps", column: "active" });
    return;
  }
  if (orders === 0) return;
  if (newType) {
    report("type", { is: "type_in_use", orders, type: before.type });
  }
  const { storefrontType } = after;
  if (storefrontType === undefined || storefrontType === before.storefrontType) return;
  if (storefrontType === "draft" || storefrontType === "pending_approval") {
    report("storefrontType", { is: "storefront_type_in_use", orders, storefrontType });
  }
}

/** Checks rule 3: Executing and Scheduled belong to the system alone. */
export function checkType(
  { name, after: { id, mandatory, type } }: DraftRow,
  problems: StatusProblem[],
): void {
  if (mandatory || !type || typeIsForUsers(type)) return;
  problems.push({
    rowId: id,
    row: name,
    column: "type",
    fault: { is: "type_of_the_system", type },
  });
}
