import "server-only";
import { z } from "zod";
import { isUnexecuted } from "@/lib/domain/order-status/combination";
import { Id } from "@/lib/schemas/fields";
import { read } from "../../../kernel/db";
import { machine } from "../../../kernel/definition/caller";
import { task } from "../../../kernel/definition/task";
import { executeOrder } from "../../../orders/commands/execute-order";

/**
 * Names the outcome. `left` means that the payment is no longer reserved, or that its order waits for someone else.
 */
export type PaidOutcome = "executed" | "held" | "left";

/**
 * Executes the order that a payment was made for, unless something else holds it. A second run does nothing, since an
 * executed order reserves no payment. See docs/domain.md, section 5.
 */
export const executePaid = task({
  name: "execute_paid",
  caller: machine("system", "order:execute"),
  input: z.strictObject({ paymentId: Id }),
  async run({ ctx }, { paymentId }): Promise<PaidOutcome> {
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
      return "left";
    }
    const { timeZone } = payment.organization;
    const executed = await executeOrder.perform({ ...ctx, timeZone }, { code: order.code });
    return executed.ok ? "executed" : "held";
  },
});
