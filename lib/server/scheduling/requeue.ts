import "server-only";
import { schedulerCtx } from "../kernel/ctx";
import { Prisma, unscoped } from "../kernel/db";
import { queueAnew } from "../kernel/jobs";
import { scheduledJob } from "./schedule";

const batch = 500;
const graceMs = 20_000;

/**
 * Queues overdue scheduled orders again and answers how many: those of a killed worker, whose lease is over, and those whose
 * job was lost.
 */
export async function requeueDueOrders(now: Date): Promise<number> {
  const due = await unscoped().$queryRaw<{ organizationId: string; id: string; code: string }[]>(Prisma.sql`
    SELECT orders.organization_id AS "organizationId", orders.id, orders.code
    FROM order_schedules
    JOIN orders ON orders.organization_id = order_schedules.organization_id AND orders.id = order_schedules.order_id
    WHERE next_attempt_at < ${new Date(now.getTime() - graceMs)} AND status_type IN ('scheduled', 'executing')
    ORDER BY next_attempt_at LIMIT ${batch}`);

  return queueAnew(due, (organization) => schedulerCtx(organization, now), scheduledJob);
}
