import "server-only";
import { config } from "../config";
import { systemCtx } from "../ctx";
import { Prisma, unscoped } from "../db";
import { addJobs, type Job } from "../jobs";
import { transaction } from "../transaction";

const batch = 500;

/**
 * Queues the messages that are due: the outbox is where they wait, so a command writes its message and nothing else. A
 * job too many does no harm. Without a mail server they stay. Answers how many were queued.
 */
export async function queueDueMessages(now: Date, maySend = config().mail !== undefined): Promise<number> {
  if (!maySend) return 0;
  const due = await unscoped().$queryRaw<{ organization: string; id: string }[]>(Prisma.sql`
    SELECT organization_id AS organization, id FROM messages
    WHERE next_attempt_at <= ${now} ORDER BY next_attempt_at LIMIT ${batch}`);

  for (const organization of new Set(due.map((message) => message.organization))) {
    const ctx = systemCtx(organization, now);
    const jobs = due
      .filter((message) => message.organization === organization)
      .map(({ id }): Job<"send_message"> => {
        const payload = { organizationId: ctx.organizationId, id };
        return { task: "send_message", payload, key: `send_message:${id}` };
      });
    await transaction(ctx, (tx) => addJobs(tx, jobs));
  }
  return due.length;
}
