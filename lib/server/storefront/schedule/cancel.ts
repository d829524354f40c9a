import "server-only";
import { requireOpen } from "@/lib/domain/order/open";
import type { OrderRefusal } from "@/lib/domain/order/refusal";
import { type Result, refuse } from "@/lib/domain/result";
import { CancelScheduledOrderInput } from "@/lib/schemas/storefront";
import { requirePermission } from "../../ctx";
import { type CancelledOrder, cancelWithin } from "../../orders/cancel";
import { transaction } from "../../transaction";
import type { CustomerCtx } from "../customer";
import { lockOwnOrder } from "./own-order";

/** Cancels a scheduled order, until it is being executed. See docs/domain.md, section 5. @throws NotFound */
export async function cancelScheduledOrder(
  customer: CustomerCtx,
  raw: unknown,
): Promise<Result<CancelledOrder, OrderRefusal>> {
  requirePermission(customer.ctx, "storefront:use");
  const { code } = CancelScheduledOrderInput.parse(raw);

  return transaction(customer.ctx, async (tx) => {
    const { part } = await lockOwnOrder(tx, customer, code);
    const open = requireOpen(part);
    if (!open.ok) return open;
    if (part.status.type !== "scheduled") return refuse({ reason: "not_scheduled" });
    return cancelWithin(tx, customer.ctx, { code, comment: "" });
  });
}
