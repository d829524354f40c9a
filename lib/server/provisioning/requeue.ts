import "server-only";
import { systemCtx } from "../kernel/ctx";
import { Prisma, unscoped } from "../kernel/db";
import { queueAnew } from "../kernel/jobs";
import { provisionJob } from "./task";

const batch = 500;

/**
 * Queues overdue tasks again and answers how many. A killed worker keeps its job for hours, while the task's own
 * lease ends within seconds.
 */
export async function requeueStalledTasks(now: Date): Promise<number> {
  const tasks = await unscoped().$queryRaw<{ organizationId: string; id: string }[]>(Prisma.sql`
    SELECT organization_id AS "organizationId", id FROM provisioning_tasks
    WHERE driver <> 'manual' AND state IN ('pending', 'in_progress')
      AND coalesce(next_attempt_at, updated_at) < ${new Date(now.getTime() - 20_000)}
    ORDER BY coalesce(next_attempt_at, updated_at) LIMIT ${batch}`);

  return queueAnew(
    tasks,
    (organization) => systemCtx(organization, now),
    (ctx, { id }) => provisionJob(ctx, id),
  );
}
