import "server-only";
import { describeRefusal } from "@/lib/domain/order/refusal";
import { pickStatus } from "@/lib/domain/order-status/pick";
import { systemCombinations } from "@/lib/domain/order-status/system-statuses";
import { ok, type Result } from "@/lib/domain/result";
import { type ApprovalRefusal, requireWaiting } from "@/lib/domain/storefront/approval";
import { DecideOrderInput } from "@/lib/schemas/storefront";
import { requirePermission } from "../../kernel/ctx";
import { transaction } from "../../kernel/transaction";
import { cancelAs } from "../../orders/commands/cancel-order";
import { loadStatuses } from "../../orders/tree/statuses";
import type { ResellerCtx } from "../customer";
import { decidedOf } from "./decided";
import { lockCustomersOrder } from "./lock";

/**
 * Cancels a customer's order that waits, as Canceled by Reseller, with a comment that the customer reads.
 * See docs/domain.md, section 5, "Reseller". @throws NotFound
 */
export async function cancelWaiting(
  reseller: ResellerCtx,
  raw: unknown,
): Promise<Result<{ code: string }, ApprovalRefusal>> {
  const { ctx } = reseller;
  requirePermission(ctx, "storefront:approve");
  const { code, comment } = DecideOrderInput.parse(raw);

  return transaction(ctx, async (tx) => {
    const order = await lockCustomersOrder(tx, reseller, code);
    const waiting = requireWaiting(order.part.status, await decidedOf(tx, ctx, order));
    if (!waiting.ok) return waiting;

    const statuses = await loadStatuses(tx, ctx);
    const reason = pickStatus(statuses, systemCombinations.canceledByReseller);
    const cancelled = await cancelAs(tx, ctx, order, { reason, statuses, comment });
    if (!cancelled.ok) throw new Error(describeRefusal(cancelled.refusal, ctx.locale));
    return ok({ code });
  });
}
