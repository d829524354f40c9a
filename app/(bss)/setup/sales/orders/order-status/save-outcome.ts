import type { SaveOutcome } from "@/components/editable-grid";
import { formatNumber } from "@/lib/domain/format/format";
import { rowLines } from "@/lib/domain/order-status/saving/impact-words";
import type { SaveStatusesRefusal } from "@/lib/domain/order-status/saving/save";
import type { ActionResult } from "@/lib/schemas/action-result";
import type { SavedStatusList } from "@/lib/server/order-statuses/commands/save-order-statuses";
import { gridRows, type StatusInfo } from "./rows";
import { toldProblem } from "./told-problem";

/** Turns the answer of the save into what the grid tells. */
export function outcomeOf(result: ActionResult<SavedStatusList>): SaveOutcome<StatusInfo> {
  if (result.ok)
    return { kind: "saved", rows: gridRows(result.value.list), message: savedMessage(result.value) };

  const refusal = result.refusal as SaveStatusesRefusal | undefined;
  if (!refusal) return { kind: "failed", message: [result.message, ...messagesOf(result)].join(" ") };

  const rows = gridRows(refusal.list);
  switch (refusal.reason) {
    case "statuses_changed":
      return { kind: "conflict", rows, conflicts: refusal.conflicts };
    case "statuses_invalid":
      return { kind: "invalid", rows, problems: refusal.problems.map(toldProblem) };
    case "needs_confirmation":
      return {
        kind: "confirm",
        rows,
        title: "Orders are affected",
        lines: refusal.rows.flatMap(rowLines),
        confirmed: refusal.rows.map(({ rowId, orders }) => ({ id: rowId, orders })),
      };
  }
}

function savedMessage({ changed, added, deleted, movedOrders }: SavedStatusList): string {
  const counts = [
    changed && `${changed} changed`,
    added && `${added} added`,
    deleted && `${deleted} deleted`,
  ].filter(Boolean);
  const moved =
    movedOrders === 1
      ? " 1 order got the replacement."
      : ` ${formatNumber(movedOrders, "en")} orders got the replacement.`;
  return `Order statuses saved${counts.length > 0 ? `: ${counts.join(", ")}` : ""}.${movedOrders > 0 ? moved : ""}`;
}

function messagesOf({ problems }: Extract<ActionResult<unknown>, { ok: false }>): string[] {
  return [...new Set(problems.map(({ message }) => message))];
}
