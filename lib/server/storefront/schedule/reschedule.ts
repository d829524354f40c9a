import "server-only";
import type { OrderRefusal } from "@/lib/domain/order/refusal";
import { isDraft } from "@/lib/domain/order-status/combination";
import type { Result } from "@/lib/domain/result";
import { ownFacts, requireReschedulable } from "@/lib/domain/storefront/own-order";
import { RescheduleOrderInput } from "@/lib/schemas/storefront";
import { requirePermission } from "../../kernel/ctx";
import { NotFound } from "../../kernel/errors";
import { transaction } from "../../kernel/transaction";
import { requireSeenOrder } from "../../orders/tree/load";
import { type ScheduledOrder, scheduleWithin } from "../../scheduling/schedule-order";
import type { CustomerCtx } from "../customer";
import { lockOwnOrder } from "../orders/own-order";
import { buysThroughReseller } from "./reseller";

/** Another day for a scheduled order, until it is being executed. See docs/domain.md, section 5. @throws NotFound */
export async function rescheduleOrder(
  customer: CustomerCtx,
  raw: unknown,
): Promise<Result<ScheduledOrder, OrderRefusal>> {
  requirePermission(customer.ctx, "storefront:use");
  const { code, day, ...seen } = RescheduleOrderInput.parse(raw);

  return transaction(customer.ctx, async (tx) => {
    const order = await lockOwnOrder(tx, customer, code);
    if (isDraft(order.part.status)) throw new NotFound("order", code);
    const reschedulable = requireReschedulable(order.tree);
    if (!reschedulable.ok) return reschedulable;
    const asSeen = requireSeenOrder(order, seen, () => ownFacts(order.tree, customer.ctx.locale));
    if (!asSeen.ok) return asSeen;
    const throughReseller = await buysThroughReseller(tx, customer);
    return scheduleWithin(tx, customer.ctx, order, { day, throughReseller });
  });
}
