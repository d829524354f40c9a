import type { SaveOutcome } from "@/components/editable-grid";
import { storefrontTypeLabels } from "@/lib/domain/order-status/combination";
import { countOrders, type StorefrontTypeEffect } from "@/lib/domain/order-status/list";
import type { ActionResult } from "@/lib/schemas/action-result";
import type { SavedStatusList, SaveStatusesRefusal } from "@/lib/server/order-statuses/save";
import { rowsOf, type StatusInfo } from "./rows";

/** What the save answered, as the grid tells it. */
export function outcomeOf(result: ActionResult<SavedStatusList>): SaveOutcome<StatusInfo> {
  if (result.ok)
    return { kind: "saved", rows: rowsOf(result.value.list), message: savedMessage(result.value) };

  const refusal = result.refusal as SaveStatusesRefusal | undefined;
  if (!refusal) return { kind: "failed", message: [result.message, ...messagesOf(result)].join(" ") };

  const rows = rowsOf(refusal.list);
  switch (refusal.reason) {
    case "conflict":
      return { kind: "conflict", rows, conflicts: refusal.conflicts };
    case "invalid":
      return { kind: "invalid", rows, problems: refusal.problems };
    case "needs_confirmation":
      return {
        kind: "confirm",
        rows,
        title: "Orders are affected",
        lines: refusal.effects.map(effectLine),
        confirmed: refusal.effects.map(({ id, orders }) => ({ id, orders })),
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
    movedOrders === 1 ? " 1 order got the replacement." : ` ${movedOrders} orders got the replacement.`;
  return `Order statuses saved${counts.length > 0 ? `: ${counts.join(", ")}` : ""}.${movedOrders > 0 ? moved : ""}`;
}

function effectLine({ row, orders, from, to }: StorefrontTypeEffect): string {
  const [before, after] = [storefrontTypeLabels[from], storefrontTypeLabels[to]];
  return `${countOrders(orders)} the status “${row}”: the Storefront Type changes from ${before} to ${after} for each.`;
}

function messagesOf({ problems }: Extract<ActionResult<unknown>, { ok: false }>): string[] {
  return [...new Set(problems.map(({ message }) => message))];
}
