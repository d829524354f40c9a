import "server-only";
import { isUnexecuted } from "@/lib/domain/order-status/combination";
import { ok, type Result } from "@/lib/domain/values/result";
import { type Ctx, requirePermission } from "../../kernel/ctx";
import { read } from "../../kernel/db";
import { executeOrder } from "../../orders/commands/execute-order";

/** `left`: the payment is reserved no more, or its order waits for somebody else to go on. */
export type PaidOutcome = "executed" | "held" | "left";

/**
 * Executes the order that a payment was made for, as every execution by the product itself: whatever else holds the order
 * still does. Done again it does nothing, since an executed order reserves no payment. See docs/domain.md, section 5.
 */
export async function executePaid(
  ctx: Ctx,
  { paymentId }: { paymentId: string },
): Promise<Result<PaidOutcome, never>> {
  requirePermission(ctx, "order:execute");
  const payment = await read(ctx).payment.findFirst({
    where: { id: paymentId, reservedForId: { not: null } },
    select: {
      organization: { select: { timeZone: true } },
      request: {
        select: { order: { select: { code: true, statusType: true, statusStorefrontType: true } } },
      },
    },
  });
  const order = payment?.request?.order;
  if (!order || !isUnexecuted({ type: order.statusType, storefrontType: order.statusStorefrontType })) {
    return ok("left");
  }
  const { timeZone } = payment.organization;
  const executed = await executeOrder.perform({ ...ctx, timeZone }, { code: order.code });
  return ok(executed.ok ? "executed" : "held");
}
