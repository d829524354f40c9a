import "server-only";
import { z } from "zod";
import { requireMovable } from "@/lib/domain/order/holds/open";
import { ok } from "@/lib/domain/values/result";
import { OrderCode, SetOrderStatusInput } from "@/lib/schemas/orders";
import { requirePermission } from "../../kernel/ctx";
import { staff } from "../../kernel/definition/caller";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { record } from "../../kernel/record";
import { outside } from "../holds/asking";
import { notExecutable } from "../refusals";
import { lockOrder } from "../tree/load";
import { chooseStatus, loadStatuses } from "../tree/statuses";
import { writeStatus } from "../tree/write";
import { cancelAs } from "./cancel-order";
import { executeLocked } from "./execute-order";

/**
 * Sets an order to any status that users may set; Type Automatic Execute executes it, and Type Cancelled cancels it. See
 * docs/domain.md, section 1, rule 10.
 * @throws NotFound, Conflict
 */
export const setOrderStatus = command({
  name: "order.set-status",
  caller: staff("order:edit"),
  input: SetOrderStatusInput,
  output: z.object({ code: OrderCode }),
  refusals: refusals(...notExecutable),
  outside,
  async run({ tx, ctx, answers }, { code, version, statusId, comment }) {
    const order = await lockOrder(tx, ctx, code, version);
    const { part, row } = order;
    const types = ["in_progress", "automatic_execute", "cancelled"] as const;
    const statuses = await loadStatuses(tx, ctx);
    const chosen = chooseStatus(statuses, statusId, types, "submitted");
    if (!chosen.ok) return chosen;
    const { id, type, description } = chosen.value;
    if (type === "automatic_execute") {
      requirePermission(ctx, "order:execute");
      const executed = await executeLocked(tx, ctx, { order, statuses }, { statusId, comment }, answers);
      return executed.ok ? ok({ code }) : executed;
    }
    if (type === "cancelled") {
      requirePermission(ctx, "order:cancel");
      const cancelled = await cancelAs(tx, ctx, order, { reason: chosen.value, statuses, comment });
      return cancelled.ok ? ok({ code }) : cancelled;
    }
    const movable = requireMovable(part);
    if (!movable.ok) return movable;
    if (id === row.statusId) return ok({ code });

    await writeStatus(tx, ctx, part, chosen.value);
    await record(tx, ctx, [
      {
        orderId: part.id,
        kind: "order.status_changed",
        statusLabel: description,
        before: { status: row.status.description },
        after: { status: description },
        comment: comment || undefined,
      },
    ]);
    return ok({ code });
  },
});
