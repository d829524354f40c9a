import "server-only";
import type { Schedule } from "@/lib/domain/order/tree/order";
import type { Ctx } from "../kernel/ctx";
import { Prisma, type Tx } from "../kernel/db";
import type { Job } from "../kernel/jobs";

/** Returns the job that lets the scheduler try an order. A second one replaces the first. */
export function scheduledJob(
  { organizationId }: Ctx,
  { id, code }: { id: string; code: string },
  runAt?: Date,
): Job<"execute_scheduled"> {
  const payload = { organizationId, code };
  return { task: "execute_scheduled", payload, key: `execute_scheduled:${id}`, ...(runAt && { runAt }) };
}

type Written = Omit<Schedule, "nextAttemptAt"> & { nextAttemptAt: Date | null };

/** Writes the schedule of an order, whether it has one or not. */
export async function writeSchedule(
  tx: Tx,
  { organizationId }: Ctx,
  orderId: string,
  schedule: Written,
): Promise<void> {
  const failure = schedule.failure ?? Prisma.DbNull;
  const row = { ...schedule, day: new Date(schedule.day), failure };
  await tx.orderSchedule.upsert({
    where: { organizationId_orderId: { organizationId, orderId } },
    create: { organizationId, orderId, ...row },
    update: row,
    select: { orderId: true },
  });
}
