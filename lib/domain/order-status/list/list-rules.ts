import { ok, type Result, refuse } from "../../values/result";
import { statusColumns } from "./cells";
import {
  countOrders,
  type ListedStatus,
  mostStatuses,
  type StatusEdit,
  type StatusListChange,
  type StatusProblem,
  type StatusUsage,
} from "./list";
import type { Lookalikes } from "./names";
import { mayReplace } from "./replacement";
import { checkChange, checkType, type DraftRow, type PartialStatus, readRow } from "./row-rules";
import { checkTogether } from "./rules-together";
import { restoredId } from "./versions";

/**
 * Checks a whole edit of the list against every rule of docs/domain.md, section 1, and reports all problems at once.
 */
export function checkStatusList(
  current: readonly ListedStatus[],
  edit: StatusEdit,
  usage: StatusUsage,
  lookalikes: Lookalikes,
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
  for (const { name, after } of added) {
    const again = byId.get(restoredId(after.id) ?? "");
    if (!again) continue;
    const message = `It is in the list again, as “${again.description}”: remove this row.`;
    problems.push({ rowId: after.id, row: name, column: "row", message });
  }

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
  checkTogether(list, edited, problems, lookalikes);
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

/** Checks rule 1 (system rows stay) and rule 7 (a status in use goes only with a replacement). */
function checkDeletion(
  status: ListedStatus,
  orders: number,
  replacement: PartialStatus | undefined,
): Pick<StatusProblem, "column" | "message"> | undefined {
  if (status.mandatory) return { column: "row", message: "A system status cannot be deleted." };
  if (orders === 0) return undefined;
  if (!replacement) {
    const message = `${countOrders(orders)} this status. Choose the status that replaces it.`;
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
