import "server-only";
import type { OrderRefusal } from "@/lib/domain/order/refusal";
import { isDraft } from "@/lib/domain/order-status/combination";
import type { Result } from "@/lib/domain/result";
import { ownFacts, requireCancellable } from "@/lib/domain/storefront/own-order";
import { CancelOwnOrderInput } from "@/lib/schemas/storefront";
import { requirePermission } from "../../kernel/ctx";
import { NotFound } from "../../kernel/errors";
import { transaction } from "../../kernel/transaction";
import { type CancelledOrder, cancelWithin } from "../../orders/commands/cancel-order";
import { requireSeenOrder } from "../../orders/tree/load";
import type { CustomerCtx } from "../customer";
import { lockOwnOrder } from "./own-order";

/**
 * Cancels one of the account's orders as the customer saw it, while it is submitted and nothing of it is executed. See
 * docs/domain.md, section 5, "Own orders". @throws NotFound
 */
export async function cancelOwnOrder(
  customer: CustomerCtx,
  raw: unknown,
): Promise<Result<CancelledOrder, OrderRefusal>> {
  const { ctx } = customer;
  requirePermission(ctx, "storefront:use");
  const { code, ...seen } = CancelOwnOrderInput.parse(raw);

  return transaction(ctx, async (tx) => {
    const order = await lockOwnOrder(tx, customer, code);
    if (isDraft(order.part.status)) throw new NotFound("order", code);
    const cancellable = requireCancellable(order.tree);
    if (!cancellable.ok) return cancellable;
    const asSeen = requireSeenOrder(order, seen, () => ownFacts(order.tree, ctx.locale));
    return asSeen.ok ? cancelWithin(tx, ctx, { code, comment: "" }) : asSeen;
  });
}
