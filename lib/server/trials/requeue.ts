import "server-only";
import { systemCtx } from "../kernel/ctx";
import { Prisma, unscoped } from "../kernel/db";
import { type Job, queueAnew } from "../kernel/jobs";

const batch = 500;

/** Queues the trials for which something is due and answers how many there were. */
export async function queueDueTrials(now: Date): Promise<number> {
  const due = await unscoped().$queryRaw<{ organizationId: string; id: string }[]>(Prisma.sql`
    SELECT organization_id AS "organizationId", id FROM subscriptions
    WHERE trial_due_at <= ${now} ORDER BY trial_due_at LIMIT ${batch}`);

  return queueAnew(
    due,
    (organization) => systemCtx(organization, now),
    ({ organizationId }, { id }): Job<"advance_trial"> => ({
      task: "advance_trial",
      payload: { organizationId, subscriptionId: id },
      key: `advance_trial:${id}`,
    }),
  );
}
