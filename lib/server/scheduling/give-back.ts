import "server-only";
import type { NotDone } from "@/lib/domain/order/holds/not-done";
import { pickStatus } from "@/lib/domain/order-status/pick";
import { systemCombinations } from "@/lib/domain/order-status/system-statuses";
import { nextAttemptAt } from "@/lib/domain/scheduling/schedule";
import type { Ctx } from "../kernel/ctx";
import type { Tx } from "../kernel/db";
import { addJobs } from "../kernel/jobs";
import { transaction } from "../kernel/transaction";
import { recordAndTell } from "../messages/record-and-tell";
import { type LoadedOrder, lockOrder } from "../orders/tree/load";
import { loadStatuses } from "../orders/tree/statuses";
import { writeStatus } from "../orders/tree/write";
import { scheduledJob, writeSchedule } from "./schedule";

/**
 * Ends a failed attempt: the order is Scheduled again with the reason, unless its lease shows that it has moved on. See
 * docs/domain.md, section 5.
 */
export function giveBack(
  ctx: Ctx,
  code: string,
  lease: Date,
  failure: NotDone,
): Promise<"given_back" | "left"> {
  return transaction(ctx, async (tx) => {
    const order = await lockOrder(tx, ctx, code);
    const until = order.tree.schedule?.nextAttemptAt;
    const own = until && new Date(until).getTime() === lease.getTime();
    if (order.part.status.type !== "executing" || !own) return "left";
    await returnToSchedule(tx, ctx, order, failure);
    return "given_back";
  });
}

/** Sets Scheduled again for a later attempt, or after the last one for a person. */
export async function returnToSchedule(
  tx: Tx,
  ctx: Ctx,
  order: LoadedOrder,
  failure: NotDone,
): Promise<void> {
  const { part, row, tree } = order;
  if (!tree.schedule) return;
  const { attempts, day } = tree.schedule;
  const status = pickStatus(await loadStatuses(tx, ctx), systemCombinations.scheduled);
  const next = nextAttemptAt(attempts, ctx.now);
  await writeStatus(tx, ctx, order.part, status);
  await writeSchedule(tx, ctx, part.id, { ...tree.schedule, nextAttemptAt: next, failure });
  if (next) await addJobs(tx, [scheduledJob(ctx, part, next)]);
  await recordAndTell(tx, ctx, order, [
    {
      orderId: part.id,
      kind: "order.schedule_failed",
      statusLabel: status.description,
      before: { status: row.status.description },
      after: {
        status: status.description,
        attempts,
        nextAttemptAt: next?.toISOString() ?? null,
        day,
        why: failure,
      },
    },
  ]);
}
