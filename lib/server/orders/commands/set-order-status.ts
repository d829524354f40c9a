import "server-only";
import { requireMovable } from "@/lib/domain/order/open";
import type { OrderRefusal } from "@/lib/domain/order/refusal";
import { ok, type Result } from "@/lib/domain/result";
import { SetOrderStatusInput } from "@/lib/schemas/orders";
import { type Ctx, requirePermission } from "../../kernel/ctx";
import { read } from "../../kernel/db";
import { recordHistory } from "../../kernel/history";
import { transaction } from "../../kernel/transaction";
import { lockOrder } from "../tree/load";
import { chooseStatus, loadStatuses } from "../tree/statuses";
import { writeStatus } from "../tree/write";
import { cancelOrder } from "./cancel-order";
import { executeOrder } from "./execute-order";

/**
 * Sets an order to any status that users may set. One of Type Automatic Execute is the request to execute, one of
 * Type Cancelled cancels. See docs/domain.md, section 1, rule 10.
 * @throws NotFound, Conflict
 */
export async function setOrderStatus(
  ctx: Ctx,
  raw: unknown,
): Promise<Result<{ code: string }, OrderRefusal>> {
  requirePermission(ctx, "order:edit");
  const { code, version, statusId, comment } = SetOrderStatusInput.parse(raw);
  const types = ["in_progress", "automatic_execute", "cancelled"] as const;
  const status = chooseStatus(await loadStatuses(read(ctx), ctx), statusId, types, "submitted");
  if (!status.ok) return status;
  if (status.value.type === "automatic_execute") {
    return executeOrder(ctx, { code, version, statusId, comment });
  }
  if (status.value.type === "cancelled") return cancelOrder(ctx, { code, version, statusId, comment });

  return transaction(ctx, async (tx) => {
    const { part, row } = await lockOrder(tx, ctx, code, version);
    const movable = requireMovable(part);
    if (!movable.ok) return movable;
    const chosen = chooseStatus(await loadStatuses(tx, ctx), statusId, ["in_progress"], "submitted");
    if (!chosen.ok) return chosen;
    if (chosen.value.id === row.statusId) return ok({ code });

    const { description } = chosen.value;
    await writeStatus(tx, ctx, part, chosen.value);
    await recordHistory(tx, ctx, [
      {
        orderId: part.id,
        event: "status_changed",
        statusLabel: description,
        before: { status: row.status.description },
        after: { status: description },
        comment: comment || undefined,
      },
    ]);
    return ok({ code });
  });
}
