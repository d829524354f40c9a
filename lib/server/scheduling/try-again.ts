import "server-only";
import { maxAttempts } from "@/lib/domain/scheduling/schedule";
import type { Ctx } from "../kernel/ctx";
import type { Tx } from "../kernel/db";
import { addJobs } from "../kernel/jobs";
import type { LoadedOrder } from "../orders/tree/load";
import { scheduledJob, writeSchedule } from "./schedule";

/** Lets the scheduler try an order at once if its day has come, since what held it may be gone. */
export async function tryAgain(tx: Tx, ctx: Ctx, { tree }: LoadedOrder): Promise<void> {
  const { schedule, primary } = tree;
  if (primary.status.type !== "scheduled" || !schedule || schedule.attempts === 0) return;
  const attempts = Math.min(schedule.attempts, maxAttempts - 1);
  await writeSchedule(tx, ctx, primary.id, { ...schedule, attempts, nextAttemptAt: ctx.now });
  await addJobs(tx, [scheduledJob(ctx, primary)]);
}
