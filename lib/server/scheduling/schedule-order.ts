import "server-only";
import { pickStatus } from "@/lib/domain/order-status/pick";
import { systemCombinations } from "@/lib/domain/order-status/system-statuses";
import { type NotSchedulable, planSchedule } from "@/lib/domain/scheduling/schedule";
import { ok, type Result } from "@/lib/domain/values/result";
import type { Ctx } from "../kernel/ctx";
import type { Tx } from "../kernel/db";
import { addJobs } from "../kernel/jobs";
import { recordAndTell } from "../messages/record-and-tell";
import type { LoadedOrder } from "../orders/tree/load";
import { loadStatuses } from "../orders/tree/statuses";
import { writeStatus } from "../orders/tree/write";
import { scheduledJob, writeSchedule } from "./schedule";

export type ScheduledOrder = { code: string; day: string };

/**
 * Schedules a basket, or moves a scheduled order, within the transaction of a larger change. The caller has locked the order
 * and checked the permission. See docs/domain.md, section 5.
 */
export async function scheduleWithin(
  tx: Tx,
  ctx: Ctx,
  order: LoadedOrder,
  wish: { day: string; throughReseller: boolean },
): Promise<Result<ScheduledOrder, NotSchedulable>> {
  const { now, timeZone } = ctx;
  const due = planSchedule(order.part, { ...wish, now, timeZone });
  if (!due.ok) return due;
  await startSchedule(tx, ctx, order, wish.day, due.value);
  return ok({ code: order.part.code, day: wish.day });
}

/** Sets Scheduled and plans the scheduler's attempt for the due time. Attempts are counted from the start again. */
export async function startSchedule(
  tx: Tx,
  ctx: Ctx,
  order: LoadedOrder,
  day: string,
  due: Date,
): Promise<void> {
  const { part, row, tree } = order;
  const { timeZone } = ctx;
  const before = part.status.type === "scheduled" ? tree.schedule : null;
  const status = pickStatus(await loadStatuses(tx, ctx), systemCombinations.scheduled);
  await writeStatus(tx, ctx, order.part, status);
  const schedule = { day, timeZone, attempts: 0, nextAttemptAt: due, failure: null };
  await writeSchedule(tx, ctx, part.id, schedule);
  await addJobs(tx, [scheduledJob(ctx, part, due)]);
  await recordAndTell(tx, ctx, order, [
    {
      orderId: part.id,
      kind: "order.scheduled",
      statusLabel: status.description,
      before: { status: row.status.description, ...(before && { day: before.day }) },
      after: { status: status.description, day, timeZone },
    },
  ]);
}
