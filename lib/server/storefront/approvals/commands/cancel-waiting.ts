import "server-only";
import { z } from "zod";
import { describeRefusal } from "@/lib/domain/order/holds/refusal-told";
import { pickStatus } from "@/lib/domain/order-status/pick";
import { systemCombinations } from "@/lib/domain/order-status/system-statuses";
import { requireWaiting } from "@/lib/domain/storefront/approval";
import { ok } from "@/lib/domain/values/result";
import { Comment, OrderCode } from "@/lib/schemas/orders";
import { command } from "../../../kernel/definition/command";
import { refusals } from "../../../kernel/definition/refusals";
import { cancelAs } from "../../../orders/commands/cancel-order";
import { loadStatuses } from "../../../orders/tree/statuses";
import { resellers } from "../../customer";
import { decidedOf } from "../decided";
import { lockCustomersOrder } from "../lock";

/** Takes the comment of a cancellation, which the customer reads. */
const DecideOrderInput = z.strictObject({ code: OrderCode, comment: Comment.default("") });

/**
 * Cancels a customer's waiting order as Canceled by Reseller, with a comment that the customer reads. See
 * docs/domain.md, section 5, "Reseller". @throws NotFound
 */
export const cancelWaiting = command({
  name: "approval.cancel",
  caller: resellers,
  input: DecideOrderInput,
  output: z.object({ code: OrderCode }),
  refusals: refusals("not_waiting"),
  async run({ tx, ctx, who: reseller }, { code, comment }) {
    const order = await lockCustomersOrder(tx, reseller, code);
    const waiting = requireWaiting(order.part.status, await decidedOf(tx, ctx, order));
    if (!waiting.ok) return waiting;

    const statuses = await loadStatuses(tx, ctx);
    const reason = pickStatus(statuses, systemCombinations.canceledByReseller);
    const cancelled = await cancelAs(tx, ctx, order, { reason, statuses, comment });
    if (!cancelled.ok) throw new Error(describeRefusal(cancelled.refusal, ctx.locale));
    return ok({ code });
  },
});
