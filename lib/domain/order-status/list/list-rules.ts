import { ok, type Result, refuse } from "../../values/result";
import { statusColumns } from "./cells";
import {
  type ListedStatus,
  mostStatuses,
  type StatusEdit,
  type StatusListChange,
  type StatusProblem,
  type StatusUsage,
} from "./list";
import type { Lookalikes } from "./names";
import { replacementFault } from "./replacement";
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
    if (!before) problems.push({ rowId: id, row: "Deleted status", column: "row", fault: { is: "gone" } });
    else if (!deletedIds.has(id)) changed.push(readRow(before, cells, problems));
  }
  const added = edit.added.map(({ id, cells }) => readRow({ id, mandatory: false }, cells, problems));
  for (const { name, after } of added) {
    const again = byId.get(restoredId(after.id) ?? "");
    if (!again) continue;
    const fault = { is: "listed_again", description: again.description } as const;
    problems.push({ rowId: after.id, row: name, column: "row", fault });
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
    const fault = { is: "too_many", statuses: list.length } as const;
    problems.push({ rowId: last.after.id, row: last.name, column: "row", fault });
  }

  const deleted: StatusListChange["deleted"] = [];
  for (const { id, replacementId } of edit.deleted) {
    const status = byId.get(id);
    if (!status) {
      problems.push({ rowId: id, row: "Deleted status", column: "row", fault: { is: "gone" } });
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
): Pick<StatusProblem, "column" | "fault"> | undefined {
  if (status.mandatory) return { column: "row", fault: { is: "system_row_stays" } };
  if (orders === 0) return undefined;
  if (!replacement) return { column: "replacement", fault: { is: "replacement_missing", orders } };
  const { type, storefrontType, active } = replacement;
  if (!type || !storefrontType || active === undefined) {
    return { column: "replacement", fault: { is: "replacement_faulty" } };
  }
  const fault = replacementFault(status, { type, storefrontType, active });
  return fault ? { column: "replacement", fault } : undefined;
}

function differs(before: ListedStatus, after: ListedStatus): boolean {
  return statusColumns.some((column) => before[column] !== after[column]);
}
