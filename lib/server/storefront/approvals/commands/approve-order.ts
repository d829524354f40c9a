import "server-only";
import { z } from "zod";
import { pickStatus } from "@/lib/domain/order-status/pick";
import { systemCombinations } from "@/lib/domain/order-status/system-statuses";
import { ok } from "@/lib/domain/values/result";
import { Version } from "@/lib/schemas/fields";
import { Comment, OrderCode } from "@/lib/schemas/orders";
import { command } from "../../../kernel/definition/command";
import { refusals } from "../../../kernel/definition/refusals";
import { recordAndTell } from "../../../messages/record-and-tell";
import { executeLocked } from "../../../orders/commands/execute-order";
import { loadStatuses } from "../../../orders/tree/statuses";
import { inStatus, writeStatus } from "../../../orders/tree/write";
import { resellers } from "../../customer";
import { executeSubmitted, GoesOn, tried } from "../../execute-submitted";
import { lockCustomersOrder } from "../lock";
import { requireSeen } from "../seen";

/** Takes what the approver saw: the order in that version, at that total with tax. The command refuses anything else. */
const ApproveOrderInput = z.strictObject({
  code: OrderCode,
  version: Version,
  total: z.string().regex(/^\d{1,15}(\.\d{1,4})?$/),
  comment: Comment.default(""),
});

/**
 * Approves a customer's order as the reseller saw it: it is executed, or Submitted with what holds it, as at a checkout. The
 * customer reads the comment. See docs/domain.md, section 5, "Reseller". @throws NotFound
 */
export const approveOrder = command({
  name: "approval.approve",
  caller: resellers,
  input: ApproveOrderInput,
  output: GoesOn,
  refusals: refusals("not_waiting", "order_changed", "reseller_inactive"),
  async run({ tx, ctx, who: reseller }, { code, comment, ...seen }) {
    const order = await lockCustomersOrder(tx, reseller, code);
    const { part, row } = order;
    const agreed = await requireSeen(tx, reseller, order, seen);
    if (!agreed.ok) return agreed;

    const statuses = await loadStatuses(tx, ctx);
    const status = pickStatus(statuses, systemCombinations.submitted);
    const { description } = status;
    await writeStatus(tx, ctx, part, status);
    await recordAndTell(tx, ctx, order, [
      {
        orderId: part.id,
        kind: "order.approved",
        statusLabel: description,
        before: { status: row.status.description },
        after: { status: description },
        comment: comment || undefined,
      },
    ]);
    const approved = { order: inStatus(order, status), statuses, since: "approved" as const };
    return ok(tried(code, await executeLocked(tx, ctx, approved, {})));
  },
  finish: async ({ ctx }, _, approved) => ok(await executeSubmitted(ctx, approved)),
});
